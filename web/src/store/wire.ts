import type { Digest } from './digest'

/** What crosses the wire at /api/sync and /api/feed. */

/** JSON as it is stored and sent. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Body = { [key: string]: Json }

/** One intention, recorded on this device before anything is sent. */
export type Command = {
  /** Version 7, so that the same command sent twice is known again. */
  id: string
  device: string
  /** In which it was recorded: versions of another say nothing. */
  epoch: string
  /** Counts this device's commands without a gap. */
  n: number
  schema: number
  entity: string
  baseVersion: number
  type: string
  body: Body
  /** This device's wall clock, ISO-8601 with its offset from UTC. */
  deviceTime: string
  /** Milliseconds since this boot, on a clock that nobody sets. */
  mono: number
  bootId: string
  dependsOn: string[]
}

const verdicts = ['applied', 'conflict', 'refused', 'parked'] as const

/** All four are final: none of them is sent again, and none of them stops the next command. */
export type Verdict = (typeof verdicts)[number]

/** What another set meanwhile, and what we would have set. */
export type ClashingField = { field: string; sent?: Json; present?: Json; by: 'office' | 'technician' | 'customer'; at: string }

export type Outcome = { id: string; outcome: Verdict; code?: string; detail?: string; answer?: Json }

/** `gap`: the server misses what comes before. `failed`: its own fault; the command is to be sent again. */
export type OutcomeLine = Omit<Outcome, 'outcome'> & { outcome: Verdict | 'gap' | 'failed' }

export const isFinal = (line: OutcomeLine): line is Outcome => (verdicts as readonly string[]).includes(line.outcome)

export type PushAnswer = {
  epoch: string
  /** The number that the server expects next from this device. */
  next: number
  outcomes: OutcomeLine[]
}

/** A document with those of our audiences that this page brings it for. */
export type FeedLine = { document: string; id: string; version: number; audiences: string[]; body: Body }

/** The document has left this audience. */
export type FeedTombstone = { document: string; id: string; audience: string }

export type Page = {
  epoch: string
  /** The cursor to ask with next; only the server looks inside. */
  next: string
  /** False while more pages wait behind `next`. */
  complete: boolean
  mustResnapshot: boolean
  /** How much of what happened the server has still to bring into the feed. */
  behind?: number
  /** How far the server's feed had followed its ledger. */
  head?: number
  /** Whichever backup of the server is put back, it holds the ledger up to here; nothing is said while there is none. */
  durable?: number | null
  documents: FeedLine[]
  gone: FeedTombstone[]
  /** Audiences that we no longer belong to. */
  left: string[]
  /** What each audience should hold by now, on a complete page, where we asked for it. */
  digests?: Record<string, Digest> | null
  /** The server's clock. */
  at: string
}

/** Where we stand when we ask for a page. */
export type Asked = {
  epoch: string
  cursor: string | null
  /** Our line of numbers, and the storage that it lies in: another one under the same cookie is one that was lost. */
  device: string
  store: string
  /** Audiences whose documents are to come whole. */
  anew: string[]
  compares: boolean
}

/** The server, as the store sees it. Both throw `Unreachable` when there was no answer to rely on. */
export type Server = {
  push(epoch: string, device: string, commands: Command[]): Promise<PushAnswer>
  pull(asked: Asked): Promise<Page>
}

/** No answer, or one that says nothing about our commands: they are kept, and sent again later. */
export class Unreachable extends Error {
  constructor(
    readonly reason: 'offline' | 'busy' | 'signed-out' | 'outdated',
    message: string,
    /** Seconds that the server asked us to wait. */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}
