import { once } from './once'
import { pauseAfter, type Store, whyLater } from './sync'
import { Unreachable } from './wire'

export const pieceSize = 256 * 1024

/** A file's content, as a browser's `Blob` is one; no more of it than is sent need be in memory. */
export type Content = { readonly size: number; readonly type: string; slice(from: number, to: number): Content }

/** What is known of a file beside its content. */
export type Card = {
  /** SHA-256 of the content, in hex: commands name it by this. */
  hash: string
  size: number
  mediaType: string
  /** When it was kept, on this device's clock in milliseconds. */
  at: number
  /** The epoch under which the server said that the whole file is on its disk, and is what its name says. */
  verifiedIn?: string
  /** Why the server does not want it, in its words. It stays here until a person has dealt with it. */
  refused?: string
}

/** Where files wait on this device. What `keep` and `write` were given is on the disk when they return. */
export type Shelf<C extends Content = Content> = {
  cards(): Promise<Card[]>
  content(hash: string): Promise<C | undefined>
  keep(card: Card, content: C): Promise<void>
  write(card: Card): Promise<void>
  drop(hash: string): Promise<void>
}

export type FileState = { epoch: string; verified: boolean; pieces: number[] }

/** The server's doors for files. All throw `Unreachable` when there was no answer to rely on, and `Unwanted` when the file cannot be kept. */
export type FileServer<C extends Content = Content> = {
  state(hash: string): Promise<FileState>
  piece(hash: string, i: number, mediaType: string, piece: C): Promise<FileState>
  complete(hash: string, size: number, mediaType: string): Promise<FileState>
  /** Waits no longer for what is on its way. */
  letGo?(): void
}

/** The server will never take this file; its sentence says why. */
export class Unwanted extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Sends what the server still lacks of a file, piece by piece, and returns the epoch under which it is verified there.
 *  Cut off at any point, it goes on with the piece that was on its way. */
export const bring = async <C extends Content>(
  server: FileServer<C>,
  hash: string,
  content: C,
  before: () => Promise<void> = async () => undefined,
): Promise<string> => {
  let state = await server.state(hash)
  const here = new Set(state.pieces)
  for (let i = 0; i * pieceSize < content.size && !state.verified; i++) {
    if (here.has(i)) continue
    await before()
    const piece = content.slice(i * pieceSize, Math.min((i + 1) * pieceSize, content.size)) as C
    state = await server.piece(hash, i, content.type, piece)
  }
  if (!state.verified) state = await server.complete(hash, content.size, content.type)
  if (!state.verified) throw new Unreachable('busy', 'The server has not verified the file.')
  return state.epoch
}

export type FilesWorld<C extends Content = Content> = {
  now(): number
  random(): number
  later(milliseconds: number, work: () => void): () => void
  /** Runs `work` in no more than one tab of this device at a time. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>
  sha256(content: C): Promise<string>
  /** The server's epoch, as this device last adopted it; empty when it never asked. */
  epoch(): Promise<string>
  /** Resolves when no command waits for the line: words before pictures. */
  wordsFirst(): Promise<void>
}

export type Waiting = { waiting: number; bytes: number; oldest?: number; refused: Card[] }

/** After this a file is no longer needed here: no backup that is put back will lack it. */
const keepVerifiedFor = 30 * 24 * 3_600_000

/** Photos and signatures on this device, until the server has said of each that it is whole. */
export const createFiles = <C extends Content>(shelf: Shelf<C>, server: FileServer<C>, world: FilesWorld<C>) => {
  const listeners = new Set<() => void>()
  let now: Waiting = { waiting: 0, bytes: 0, refused: [] }
  let failures = 0
  let retry: (() => void) | undefined
  let closed = false

  const recount = async () => {
    const unsent = (await shelf.cards()).filter(c => c.verifiedIn === undefined)
    const waiting = unsent.filter(c => c.refused === undefined)
    const oldest = waiting.reduce((least, c) => Math.min(least, c.at), Number.POSITIVE_INFINITY)
    now = {
      waiting: waiting.length,
      bytes: waiting.reduce((sum, c) => sum + c.size, 0),
      ...(waiting.length > 0 ? { oldest } : {}),
      refused: unsent.filter(c => c.refused !== undefined),
    }
    for (const tell of listeners) tell()
  }

  /** Under another epoch the server may hold less than it once said: what is still here is offered again. */
  const forgetOldReceipts = async () => {
    const epoch = await world.epoch()
    if (epoch === '') return
    for (const { verifiedIn, ...card } of await shelf.cards())
      if (verifiedIn !== undefined && verifiedIn !== epoch) await shelf.write(card)
  }

  const sendOne = async (card: Card) => {
    const content = await shelf.content(card.hash)
    if (!content) return
    try {
      const verifiedIn = await bring(server, card.hash, content, world.wordsFirst)
      await shelf.write({ ...card, verifiedIn })
    } catch (problem) {
      if (!(problem instanceof Unwanted)) throw problem
      await turnedAway(card, content, problem)
    }
    await recount()
  }

  const turnedAway = async (card: Card, content: C, { code, message }: Unwanted) => {
    const onTheWay = code === 'blob.incomplete' || (code === 'blob.damaged' && (await world.sha256(content)) === card.hash)
    if (onTheWay) throw new Unreachable('busy', message)
    await shelf.write({ ...card, refused: message })
  }

  const sendAll = async () => {
    await forgetOldReceipts()
    for (const card of await shelf.cards()) {
      if (closed) return
      if (card.verifiedIn === undefined && card.refused === undefined) await sendOne(card)
      else if (card.verifiedIn !== undefined && world.now() - card.at > keepVerifiedFor) await shelf.drop(card.hash)
    }
  }

  const run = async () => {
    retry?.()
    retry = undefined
    try {
      await world.alone('callout-files', sendAll)
      failures = 0
    } catch (problem) {
      const { retryAfter = 0, reason } = whyLater(problem)
      failures += 1
      const pause = Math.max(retryAfter * 1000, pauseAfter(failures, world.random()))
      if (reason !== 'signed-out' && !closed) retry = world.later(pause, () => void send())
    }
    await recount()
  }

  /** Makes room: drops what the server holds for certain, the oldest first, and never anything else. Returns the bytes that became free. */
  const makeRoom = async (bytes: number): Promise<number> => {
    let freed = 0
    // Nothing is written here: the device may have no room for that either.
    const epoch = await world.epoch()
    const isHeld = ({ verifiedIn }: Card) => verifiedIn !== undefined && (epoch === '' || verifiedIn === epoch)
    for (const { hash, size } of (await shelf.cards()).filter(isHeld).sort((a, b) => a.at - b.at)) {
      if (freed >= bytes) break
      await shelf.drop(hash)
      freed += size
    }
    return freed
  }

  /** Sends what waits, one after the other. */
  const send = once(async () => {
    if (!closed) await run()
  })

  return {
    now: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    recount,
    /** On this device's disk when it returns; then it may be named in a command. */
    async keep(content: C): Promise<string> {
      const hash = await world.sha256(content)
      const known = (await shelf.cards()).find(c => c.hash === hash)
      if (!known) {
        const card = { hash, size: content.size, mediaType: content.type, at: world.now() }
        try {
          await shelf.keep(card, content)
        } catch {
          // The device may be full: what the server holds for certain makes room for what it does not.
          if ((await makeRoom(content.size)) === 0) throw new Error('This device has no room left for the file.')
          await shelf.keep(card, content)
        }
      }
      await recount()
      void send()
      return hash
    },
    content: (hash: string) => shelf.content(hash),
    cards: () => shelf.cards(),
    send,
    /** The line broke and holds again: what was on its way may have gone with it. */
    anew() {
      server.letGo?.()
      return send()
    },
    makeRoom,
    close() {
      closed = true
      retry?.()
    },
  }
}

export type Files<C extends Content = Content> = ReturnType<typeof createFiles<C>>

/** Words find out first that a line is dead, and that it holds again. */
export const follow = ({ status, subscribe }: Pick<Store, 'status' | 'subscribe'>, { anew }: Pick<Files, 'anew'>) => {
  let { link } = status()
  return subscribe(() => {
    const before = link
    link = status().link
    if (before === 'offline' && link === 'live') void anew()
  })
}
