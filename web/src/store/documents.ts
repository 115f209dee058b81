import type { Recorded } from './storage/port'
import type { Body } from './wire'

export type Document = {
  type: string
  id: string
  version: number
  body: Body
  /** Whose eyes let us see it; it is dropped when none is left. */
  audiences: string[]
}

/** What a command shows before the server has answered: fields laid over a document, or a document that is new. */
export type Patch = { type: string; id: string; set: Body }

/** A document as the person sees it. */
export type Seen<T> = T & { readonly id: string; readonly version: number; readonly unsent: boolean }

export const keyOf = (of: { type: string; id: string }) => `${of.type}/${of.id}`

/** A command is laid over the snapshot until the feed has brought what came of it, or it was not applied. */
export const isShown = (recorded: Recorded) => !recorded.seen && (recorded.outcome?.outcome ?? 'applied') === 'applied'

type View = Map<string, Map<string, Seen<Body>>>

/** What the person sees: the snapshot with the outbox replayed over it, in the order in which it was recorded. */
export const replay = (snapshot: Iterable<Document>, outbox: Iterable<Recorded>): View => {
  const view: View = new Map()
  const of = (type: string) => view.get(type) ?? view.set(type, new Map()).get(type)
  for (const { type, id, version, body } of snapshot) of(type)?.set(id, { ...body, id, version, unsent: false })
  for (const recorded of outbox) {
    if (!isShown(recorded)) continue
    for (const { type, id, set } of recorded.patches) {
      const under = of(type)?.get(id) ?? { version: 0 }
      of(type)?.set(id, { ...under, ...set, id, version: Number(under.version), unsent: recorded.outcome === undefined })
    }
  }
  return view
}

/** The documents in memory, for screens to read and to be told of changes. */
export const createDocuments = () => {
  let view: View = new Map()
  const lists = new Map<string, readonly Seen<Body>[]>()
  const listeners = new Set<() => void>()

  return {
    show(snapshot: Iterable<Document>, outbox: Iterable<Recorded>) {
      view = replay(snapshot, outbox)
      lists.clear()
      for (const tell of listeners) tell()
    },
    /** The same array until something changes, so that a screen draws only then. */
    all<T = Body>(type: string): readonly Seen<T>[] {
      const known = lists.get(type) ?? [...(view.get(type)?.values() ?? [])]
      lists.set(type, known)
      return known as unknown as readonly Seen<T>[]
    },
    get: <T = Body>(type: string, id: string) => view.get(type)?.get(id) as unknown as Seen<T> | undefined,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export type Documents = ReturnType<typeof createDocuments>
