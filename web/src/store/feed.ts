import { type Document, keyOf } from './documents'
import { adoptEpoch } from './epoch'
import type { Recorded, Storage, Tx } from './storage/port'
import type { FeedLine, Page } from './wire'

export type Asked = { epoch: string; cursor: string | null }

export const ask = (storage: Storage): Promise<Asked> =>
  storage.transact(async tx => {
    const { epoch, cursor } = await tx.meta()
    return { epoch, cursor }
  })

/** Writes a page and its cursor together. Pages of a catch-up wait aside until the last one, so that a screen never shows half of it.
 *  `startedAt` is when the catch-up began. Says whether there is more to fetch. */
export const receive = (storage: Storage, asked: Asked, page: Page, startedAt: number, now: number): Promise<boolean> =>
  storage.transact(async tx => {
    const meta = await tx.meta()
    if (meta.epoch !== asked.epoch || meta.cursor !== asked.cursor) return true
    if (page.epoch !== meta.epoch) {
      await adoptEpoch(tx, page.epoch)
      return true
    }
    if (page.mustResnapshot) {
      await tx.clearPages()
      await tx.putMeta({ ...meta, cursor: null, replace: true })
      return true
    }
    await tx.addPage(page)
    await tx.putMeta({ ...meta, cursor: page.next, ...(page.complete ? { replace: false, caughtUpAt: now } : {}) })
    if (!page.complete) return true
    await merge(tx, meta.replace)
    await letGo(tx, startedAt)
    return false
  })

/** Lays all waiting pages over the snapshot, or puts them in its place. */
const merge = async (tx: Tx, replace: boolean) => {
  const pages = await tx.pages()
  const before = new Map((await tx.documents()).map(d => [keyOf(d), d]))
  const after = new Map(replace ? [] : before)
  for (const page of pages) {
    for (const audience of page.left) leave(after, audience)
    for (const line of page.documents) bring(after, line)
    for (const { document: type, id, audience } of page.gone) withdraw(after, keyOf({ type, id }), audience)
  }
  // Asked for all at once: one after the other, thousands of them keep a busy device waiting.
  const changed = [...after].filter(([key, document]) => before.get(key) !== document)
  const gone = [...before.keys()].filter(key => !after.has(key))
  await Promise.all([...changed.map(([, document]) => tx.putDocument(document)), ...gone.map(key => tx.deleteDocument(key))])
  await tx.clearPages()
}

const leave = (documents: Map<string, Document>, audience: string) => {
  for (const key of [...documents.keys()]) withdraw(documents, key, audience)
}

const withdraw = (documents: Map<string, Document>, key: string, audience: string) => {
  const document = documents.get(key)
  if (!document?.audiences.includes(audience)) return
  const audiences = document.audiences.filter(a => a !== audience)
  if (audiences.length > 0) documents.set(key, { ...document, audiences })
  else documents.delete(key)
}

const bring = (documents: Map<string, Document>, { document: type, id, version, audiences, body }: FeedLine) => {
  const key = keyOf({ type, id })
  const known = documents.get(key)
  const newest = known && known.version > version ? known : { type, id, version, body }
  documents.set(key, { ...newest, audiences: [...new Set([...(known?.audiences ?? []), ...audiences])] })
}

/** On PostgreSQL an event is numbered a moment after its commit, so a catch-up that began at once may lack it. */
const numberingTakesAtMost = 10_000

/** Lifts the patches of applied commands whose effect the snapshot now holds. */
const letGo = async (tx: Tx, startedAt: number) => {
  const versions = new Map((await tx.documents()).map(d => [keyOf(d), d.version]))
  for (const recorded of await tx.commands()) {
    if (recorded.outcome?.outcome !== 'applied' || recorded.seen) continue
    if (isBrought(recorded, versions) || startedAt - (recorded.settledAt ?? 0) > numberingTakesAtMost)
      await tx.putCommand({ ...recorded, seen: true })
  }
}

const isBrought = ({ command, patches }: Recorded, versions: Map<string, number>) =>
  patches.length > 0 && patches.every(p => (versions.get(keyOf(p)) ?? 0) > (p.id === command.entity ? command.baseVersion : 0))
