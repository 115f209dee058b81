import type { Document, Patch } from '../documents'
import type { Standing } from '../standing'
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
  /** The server's ledger had come this far after it had answered: a copy of it that reaches beyond holds the answer. */
  answeredBy?: number
  /** The person has read why it was not applied. */
  dismissed?: boolean
}

export type Meta = {
  /** Names our line of numbers. */
  device: string
  /** Names this storage for as long as it lives; the device's first name, where nothing is said. */
  store?: string
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
  /** What the server last said in this epoch of how far its backups reach. */
  durable?: number
  /** When we last compared what we hold with what we should hold, and the audiences that are to come anew because of it. */
  comparedAt?: number
  anew?: string[]
  /** How often that was so. */
  differed?: number
  /** What the office last wanted of this device, unless it is simply in use. */
  standing?: Standing
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

export const firstMeta = (device: string): Meta => ({ device, store: device, epoch: '', n: 1, cursor: null, replace: false })
