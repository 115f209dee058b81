import { openDB } from 'idb'
import { ours } from '@/api/client'

/** Pictures wait here until there is signal for them; the command that attaches one may go before. Sent ones stay a while to be looked at. */
type Kept = { hash: string; blob: Blob; at: number; sent: boolean }
export type Files = { waiting: number; bytes: number }

const keepSentFor = 7 * 24 * 3600 * 1000
const database = openDB<{ files: { key: string; value: Kept } }>('callout-files', 1, {
  upgrade: db => void db.createObjectStore('files', { keyPath: 'hash' }),
})

const listeners = new Set<() => void>()
let count: Files = { waiting: 0, bytes: 0 }

export const subscribeFiles = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
export const filesNow = () => count

const recount = async () => {
  const waiting = (await (await database).getAll('files')).filter(f => !f.sent)
  count = { waiting: waiting.length, bytes: waiting.reduce((sum, f) => sum + f.blob.size, 0) }
  for (const tell of listeners) tell()
}

const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map(b => b.toString(16).padStart(2, '0')).join('')
export const sha256 = async (content: BufferSource) => hex(await crypto.subtle.digest('SHA-256', content))
export const hashOf = (text: string) => sha256(new TextEncoder().encode(text))

export const keepFile = async (blob: Blob): Promise<string> => {
  const hash = await sha256(await blob.arrayBuffer())
  await (await database).put('files', { hash, blob, at: Date.now(), sent: false })
  await recount()
  void sendFiles()
  return hash
}

export const fileOf = async (hash: string) => (await (await database).get('files', hash))?.blob

const sendOne = async (file: Kept) => {
  const headers = { ...ours, 'content-type': file.blob.type }
  const answer = await fetch('/api/blobs', { method: 'POST', headers, body: file.blob }).catch(() => undefined)
  if (!answer?.ok) return false
  await (await database).put('files', { ...file, sent: true })
  await recount()
  return true
}

/** Sends what waits, one after the other, in one tab at a time; what is broken off is sent again. */
export const sendFiles = () =>
  navigator.locks.request('callout-files', { ifAvailable: true }, async lock => {
    if (!lock) return
    const db = await database
    for (const file of await db.getAll('files')) {
      if (file.sent && Date.now() - file.at > keepSentFor) await db.delete('files', file.hash)
      if (!file.sent && !(await sendOne(file))) break
    }
    await recount()
  })

const longestEdge = 1600
const quality = 0.8

/** Made small on the device: a photo of a few hundred kilobytes tells as much and goes through a thin line. */
export const shrink = async (photo: Blob): Promise<Blob> => {
  const image = await createImageBitmap(photo)
  const scale = Math.min(1, longestEdge / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return toBlob(canvas, 'image/jpeg')
}

export const toBlob = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('This picture could not be read.'))), type, quality),
  )
