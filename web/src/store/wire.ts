/** What crosses the wire at /api/sync and /api/feed. */

/** JSON as it is stored and sent. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Body = { [key: string]: Json }

/** One intention, recorded on this device before anything is sent. */
export type Command = {
  /** Version 7, so that the same command sent twice is known again. */
  id: string
  device: string
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

/** All four are final: none of them is sent again, and none of them stops the next command. */
export type Verdict = 'applied' | 'conflict' | 'refused' | 'parked'

export type Outcome = { id: string; outcome: Verdict; code?: string; message?: string; answer?: Json }

export type PushAnswer = {
  epoch: string
  outcomes: Outcome[]
  /** The server misses commands before the ones we sent; it goes on from this number. */
  gap?: number
  serverTime: string
}

export type Change = {
  type: string
  id: string
  version: number
  audience: string
  /** Null says that this audience no longer holds the document. */
  body: Body | null
}

export type Page = {
  epoch: string
  cursor: string
  changes: Change[]
  /** Audiences that we no longer belong to. */
  left: string[]
  more: boolean
  mustResnapshot: boolean
  serverTime: string
}

/** The server, as the store sees it. Both throw `Unreachable` when there was no answer to rely on. */
export type Server = {
  push(epoch: string, device: string, commands: Command[]): Promise<PushAnswer>
  pull(epoch: string, cursor: string | null): Promise<Page>
}

/** No answer, or one that says nothing about our commands: they are kept, and sent again later. */
export class Unreachable extends Error {
  constructor(
    readonly reason: 'offline' | 'busy' | 'signed-out',
    message: string,
    /** Seconds that the server asked us to wait. */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}
