import type { Card } from './files'
import { line } from './server'
import type { Meta, Recorded } from './storage/port'
import type { Json } from './wire'

/** A command as it crosses the wire at /api/sync, with the words that a person reads. */
export type HandedLine = {
  title: string
  command: { id: string; n: number; type: string; deviceTime: string; [more: string]: Json }
}
export type Handed = {
  person: string
  name: string
  device: string
  exportedAt: string
  lines: HandedLine[]
  files: { hash: string; content: Blob }[]
  /** False when the end of the file is missing: what is in it can be carried out all the same. */
  isWhole: boolean
}

type Head = {
  callout: 'outbox'
  version: 1
  person: string
  name: string
  device: string
  exportedAt: string
  commands: number
  files: number
}

export const handoverType = 'application/x-ndjson'
const atOnce = 3 * 8_192

const base64 = async (content: Blob): Promise<string> => {
  const bytes = new Uint8Array(await content.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += atOnce) text += btoa(String.fromCharCode(...bytes.subarray(at, at + atOnce)))
  return text
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), c => c.charCodeAt(0))

/** Everything on this device that the server has not answered for, as a file: line by line, so that what a broken copy still holds can be read. */
export const writeHandover = async (
  who: { person: string; name: string },
  held: { meta: Meta; commands: Recorded[] },
  cards: readonly Card[],
  contentOf: (hash: string) => Promise<Blob | undefined>,
  now: number,
): Promise<Blob> => {
  const waiting = held.commands.filter(r => !r.outcome)
  const unsent = cards.filter(c => c.verifiedIn === undefined)
  const head: Head = {
    callout: 'outbox',
    version: 1,
    ...who,
    device: held.meta.device,
    exportedAt: new Date(now).toISOString(),
    commands: waiting.length,
    files: unsent.length,
  }
  const parts: string[] = [JSON.stringify(head)]
  for (const { command, title } of waiting) parts.push(JSON.stringify({ title, command: line(command) }))
  for (const { hash, mediaType } of unsent) {
    const content = await contentOf(hash)
    if (content) parts.push(JSON.stringify({ file: hash, mediaType, data: await base64(content) }))
  }
  parts.push(JSON.stringify({ end: true }))
  return new Blob(
    parts.map(part => `${part}\n`),
    { type: handoverType },
  )
}

/** Undefined when this is not an outbox at all. */
export const readHandover = async (file: Blob): Promise<Handed | undefined> => {
  const parsed = (text: string) => {
    try {
      return JSON.parse(text) as Record<string, Json>
    } catch {
      return undefined
    }
  }
  const [first, ...rest] = (await file.text())
    .split('\n')
    .filter(text => text !== '')
    .map(parsed)
  const head = first as Head | undefined
  if (head?.callout !== 'outbox' || head.version !== 1) return undefined
  const lines: HandedLine[] = []
  const files: Handed['files'] = []
  for (const entry of rest) {
    if (entry?.command) lines.push(entry as unknown as HandedLine)
    if (typeof entry?.file === 'string' && typeof entry.data === 'string')
      files.push({ hash: entry.file, content: new Blob([fromBase64(entry.data)], { type: String(entry.mediaType) }) })
  }
  const isWhole = rest.at(-1)?.end === true && lines.length === head.commands && files.length === head.files
  return { person: head.person, name: head.name, device: head.device, exportedAt: head.exportedAt, lines, files, isWhole }
}
