import { type Digest, differing, digestsOf } from './digest'
import { type Document, keyOf } from './documents'
import { adoptEpoch } from './epoch'
import type { Recorded, Storage, Tx } from './storage/port'
import type { Asked, FeedLine, Page } from './wire'

/** What we hold is compared with what we should hold this often. */
const compareEvery = 3_600_000

export const ask = (storage: Storage, now: number): Promise<Asked> =>
  storage.transact(async tx => {
    const { epoch, cursor, device, store = device, anew = [], comparedAt } = await tx.meta()
    const compares = comparedAt === undefined || now < comparedAt || now - comparedAt >= compareEvery
    return { epoch, cursor, device, store, anew, compares }
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
      const { anew: _, comparedAt: __, ...rest } = meta
      await tx.putMeta({ ...rest, cursor: null, replace: true })
      return true
    }
    await tx.addPage(page)
    const durable = page.durable == null ? {} : { durable: page.durable }
    const { anew: _, ...kept } = meta
    await tx.putMeta({ ...kept, ...durable, cursor: page.next, ...(page.complete ? { replace: false, caughtUpAt: now } : {}) })
    if (!page.complete) return true
    const taken = await merge(tx, meta.replace)
    if (page.digests && (await compare(tx, page.digests, now))) return true
    await letGo(tx, taken, { startedAt, now }, (page.head ?? 0) + (page.behind ?? 0))
    return false
  })

/** Lays all waiting pages over the snapshot, or puts them in its place. Gives back what was taken from us; what only left our sight is not among it. */
const merge = async (tx: Tx, replace: boolean): Promise<Set<string>> => {
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
  return new Set(pages.flatMap(p => p.gone.map(({ document: type, id }) => keyOf({ type, id }))))
}

/** A part that is not what it should be is fetched anew. What the server says is no proof of what we hold: it is never taken over. */
const compare = async (tx: Tx, due: Record<string, Digest>, now: number): Promise<boolean> => {
  const anew = differing(digestsOf(await tx.documents()), due)
  const meta = await tx.meta()
  await tx.putMeta({
    ...meta,
    comparedAt: now,
    ...(anew.length > 0 ? { anew, differed: (meta.differed ?? 0) + anew.length } : {}),
  })
  return anew.length > 0
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

type Times = { startedAt: number; now: number }

/** Lifts the patches of applied commands whose effect the snapshot now holds, and notes how far the ledger had come with the answer in it. */
const letGo = async (tx: Tx, taken: Set<string>, { startedAt, now }: Times, ledgerEnd: number) => {
  const versions = new Map((await tx.documents()).map(d => [keyOf(d), d.version]))
  for (const recorded of await tx.commands()) {
    if (!recorded.outcome) continue
    const chosen = isChosen(recorded, taken, versions) ? { dismissed: true } : {}
    const { settledAt = 0 } = recorded
    // An answer from the future came before somebody put the clock back, and so before this page was asked for, or nearly.
    const sinceAnswer = settledAt > now ? 0 : startedAt - settledAt
    const applied = recorded.outcome.outcome === 'applied'
    // A page that was asked for before the answer may hold only what an earlier command did to the same thing.
    const isHere =
      recorded.seen || sinceAnswer > numberingTakesAtMost || (applied && sinceAnswer >= 0 && isBrought(recorded, versions))
    const answered =
      recorded.answeredBy === undefined && isHere ? { ...(applied ? { seen: true } : {}), answeredBy: ledgerEnd } : {}
    if ('dismissed' in chosen || 'answeredBy' in answered) await tx.putCommand({ ...recorded, ...chosen, ...answered })
  }
}

const isBrought = ({ command, patches }: Recorded, versions: Map<string, number>) =>
  patches.length > 0 && patches.every(p => (versions.get(keyOf(p)) ?? 0) > (p.id === command.entity ? command.baseVersion : 0))

/** A conflict is a document for as long as it waits for somebody to choose; they may have done so in the office. One that we may not
 *  see any more still waits, and its sender must know. */
const isChosen = ({ command, outcome, dismissed }: Recorded, taken: Set<string>, versions: Map<string, number>) => {
  const key = keyOf({ type: 'conflict', id: command.id })
  return outcome?.outcome === 'conflict' && !dismissed && taken.has(key) && !versions.has(key)
}
