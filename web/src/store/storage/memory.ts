import type { Document } from '../documents'
import { keyOf } from '../documents'
import type { Page } from '../wire'
import { firstMeta, type Meta, type Recorded, type Storage, type Tx } from './port'

type State = { meta: Meta; commands: Map<string, Recorded>; documents: Map<string, Document>; pages: Page[] }

/** Keeps everything in memory, with the same all-or-nothing as the browser's storage. */
export const memoryStorage = (device: string): Storage => {
  let kept: State = { meta: firstMeta(device), commands: new Map(), documents: new Map(), pages: [] }
  let last: Promise<unknown> = Promise.resolve()

  const run = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const draft = { ...kept, commands: new Map(kept.commands), documents: new Map(kept.documents), pages: [...kept.pages] }
    const result = await work(tx(draft))
    kept = draft
    return result
  }

  return {
    transact: work => {
      const mine = last.then(() => run(work))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

const tx = (state: State): Tx => ({
  meta: async () => ({ ...state.meta }),
  putMeta: async meta => {
    state.meta = { ...meta }
  },
  commands: async () => [...state.commands.values()].sort((a, b) => a.command.n - b.command.n).map(clone),
  putCommand: async recorded => {
    state.commands.set(recorded.command.id, clone(recorded))
  },
  deleteCommand: async id => {
    state.commands.delete(id)
  },
  documents: async () => [...state.documents.values()].map(clone),
  putDocument: async document => {
    state.documents.set(keyOf(document), clone(document))
  },
  deleteDocument: async key => {
    state.documents.delete(key)
  },
  clearDocuments: async () => state.documents.clear(),
  pages: async () => state.pages.map(clone),
  addPage: async page => {
    state.pages.push(clone(page))
  },
  clearPages: async () => {
    state.pages = []
  },
})

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
