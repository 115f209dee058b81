import type { Document, Patch } from '../documents'
import type { Command, Outcome, Page } from '../wire'

/** A command in the outbox or the journal, with what the person sees meanwhile. */
export type Recorded = {
  command: Command
  /** In the trade's words: "Triage RQ-7316". */
  title: string
  patches: Patch[]
  outcome?: Outcome
  /** When the outcome came, on this device's clock in milliseconds. */
  settledAt?: number
  /** The feed has brought what came of it: the patch is no longer needed over the snapshot. */
  seen?: boolean
  /** The person has read why it was not applied. */
  dismissed?: boolean
}

export type Meta = {
  device: string
  epoch: string
  /** The number of the next command. */
  n: number
  cursor: string | null
  /** Set when the next complete catch-up replaces the snapshot instead of adding to it. */
  replace: boolean
  /** Server time minus device time in milliseconds, for this boot only. */
  clock?: { bootId: string; offset: number }
  /** When a catch-up was last complete, on this device's clock in milliseconds. */
  caughtUpAt?: number
}

/** Reads and writes of one transaction. Await nothing else in between: the browser ends the transaction. */
export type Tx = {
  meta(): Promise<Meta>
  putMeta(meta: Meta): Promise<void>
  commands(): Promise<Recorded[]>
  putCommand(recorded: Recorded): Promise<void>
  deleteCommand(id: string): Promise<void>
  documents(): Promise<Document[]>
  putDocument(document: Document): Promise<void>
  deleteDocument(key: string): Promise<void>
  clearDocuments(): Promise<void>
  /** Pages of a catch-up that is not complete yet. */
  pages(): Promise<Page[]>
  addPage(page: Page): Promise<void>
  clearPages(): Promise<void>
}

export type Storage = {
  /** All or nothing, and on the disk before it resolves. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export const firstMeta = (device: string): Meta => ({ device, epoch: '', n: 1, cursor: null, replace: false })
