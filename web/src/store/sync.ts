import { apart } from './clock'
import { createDocuments, type Document } from './documents'
import * as feed from './feed'
import { NotKept } from './kept'
import { once } from './once'
import * as queue from './queue'
import type { Recorded, Storage } from './storage/port'
import { isFull } from './storage/roomy'
import { type Outcome, type Server, Unreachable } from './wire'

export type World = queue.Machine & {
  /** Runs `work` in no more than one tab of this device at a time. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>
  later(milliseconds: number, work: () => void): () => void
  random(): number
}

export type Status = {
  /** `outdated`: the server does not understand these pages any more. Everything is kept until they are brought up to date. */
  link: 'connecting' | 'live' | 'offline' | 'signed-out' | 'outdated'
  /** Commands on this device that the server has not answered, oldest first. */
  waiting: Recorded[]
  /** Commands that were not applied and that nobody has looked at yet. */
  needsYou: Recorded[]
  /** Commands that were applied, oldest first, as long as the journal holds them. */
  sent: Recorded[]
  caughtUpAt?: number
  /** What could not be recorded, and so is nowhere: this device has no room for it. */
  unsaved?: string | undefined
  /** This device had no room for what the server said last; it is asked again. */
  noRoom: boolean
  /** How many happenings the server's feed has still to follow, when they are many: what is shown is not all there is. */
  behind: number
  /** How far the server's clock is ahead of this device's; 0 while they agree. */
  clockOff: number
}

/** Fewer than these are brought in a moment; nobody need be told. */
const farBehind = 64
const lookAgain = 1_500
/** Less than this is the way of the answer. */
const drift = 30_000

const firstPause = 1_000
const longestPause = 60_000

/** Doubles the pause after each failure, with jitter so that a thousand phones do not come back in step. */
export const pauseAfter = (failures: number, random: number) =>
  Math.min(longestPause, firstPause * 2 ** (failures - 1)) * (0.5 + random / 2)

/** Why something is to be tried again later, and not before how many seconds; any other fault is ours, and thrown on. */
export const whyLater = (problem: unknown): { reason: Unreachable['reason'] | 'no-room'; retryAfter?: number | undefined } => {
  if (problem instanceof Unreachable) return problem
  if (isFull(problem)) return { reason: 'no-room' }
  throw problem
}

/** Ties queue, feed and documents together: what is recorded goes up, what changed comes down, screens are told. */
export const createStore = (storage: Storage, server: Server, world: World) => {
  const documents = createDocuments()
  const listeners = new Set<() => void>()
  const answers = new Map<string, (outcome: Outcome) => void>()
  let snapshot: Document[] = []
  let journal: Recorded[] = []
  let status: Status = { link: 'connecting', waiting: [], needsYou: [], sent: [], noRoom: false, behind: 0, clockOff: 0 }
  const failures = { push: 0, pull: 0 }
  const retries: { push?: () => void; pull?: () => void } = {}

  const say = (change: Partial<Status>) => {
    status = { ...status, ...change }
    for (const tell of listeners) tell()
  }

  const refresh = async (what: 'commands' | 'all') => {
    const caughtUpAt = await storage.transact(async tx => {
      journal = await tx.commands()
      if (what === 'all') snapshot = await tx.documents()
      return (await tx.meta()).caughtUpAt
    })
    documents.show(snapshot, journal)
    const waiting = journal.filter(r => !r.outcome)
    const needsYou = journal.filter(r => r.outcome && r.outcome.outcome !== 'applied' && !r.dismissed)
    const sent = journal.filter(r => r.outcome?.outcome === 'applied')
    say({ waiting, needsYou, sent, ...(caughtUpAt === undefined ? {} : { caughtUpAt }) })
  }

  const answered = (outcomes: Outcome[]) => {
    for (const outcome of outcomes) {
      answers.get(outcome.id)?.(outcome)
      answers.delete(outcome.id)
    }
  }

  const pushAll = async () => {
    for (;;) {
      const batch = await queue.nextBatch(storage)
      if (batch.commands.length === 0) return
      const answer = await server.push(batch.epoch, batch.device, batch.commands)
      const outcomes = await queue.settle(storage, world, batch, answer)
      const stuck = outcomes.length === 0 && answer.epoch === batch.epoch && !answer.outcomes.some(o => o.outcome === 'gap')
      if (stuck) throw new Unreachable('busy', 'The server answered for none of the commands.')
      await refresh('commands')
      answered(outcomes)
      void pull()
    }
  }

  const pullAll = async () => {
    const startedAt = world.now()
    let behind = 0
    for (;;) {
      const asked = await feed.ask(storage, world.now())
      const page = await server.pull(asked)
      behind = page.behind ?? 0
      const clockOff = apart(page.at, world.now())
      if (Math.abs(clockOff - status.clockOff) > drift) say({ clockOff })
      if (!(await feed.receive(storage, asked, page, startedAt, world.now()))) break
    }
    await refresh('all')
    say({ behind: behind > farBehind ? behind : 0 })
    if (behind > farBehind) world.later(lookAgain, () => void pull())
    const [first] = journal.filter(r => !r.outcome)
    if (first) void push()
  }

  /** Runs one direction, alone on this device; what cannot get through is tried again later, never dropped. */
  const run = async (direction: 'push' | 'pull', work: () => Promise<void>) => {
    retries[direction]?.()
    try {
      await world.alone(`callout-${direction}`, work)
      failures[direction] = 0
      if (failures.push === 0 && failures.pull === 0) say({ link: 'live', noRoom: false })
    } catch (problem) {
      const { retryAfter = 0, reason } = whyLater(problem)
      failures[direction] += 1
      say(
        reason === 'no-room' ? { noRoom: true } : { link: reason === 'signed-out' || reason === 'outdated' ? reason : 'offline' },
      )
      const pause = Math.max(retryAfter * 1000, pauseAfter(failures[direction], world.random()))
      if (reason !== 'signed-out') retries[direction] = world.later(pause, () => void run(direction, work))
    }
  }

  /** What is not on the disk must not look as if it were. */
  const keeping = async <T>(title: string, write: Promise<T>): Promise<T> => {
    const written = await write.catch(cause => {
      say({ unsaved: title })
      throw new NotKept(title, { cause })
    })
    if (status.unsaved !== undefined) say({ unsaved: undefined })
    return written
  }

  const push = once(() => run('push', pushAll))
  const pull = once(() => run('pull', pullAll))

  return {
    documents,
    status: () => status,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Shows what this device already holds, then asks the server what is new. */
    async open() {
      await refresh('all')
      await queue.sweep(storage, world.now())
      await pull()
      await push()
    },
    /** Saves a command on this device and shows it; it is sent as soon as there is a way. */
    async add(draft: queue.Draft): Promise<{ id: string; outcome: Promise<Outcome> }> {
      const { command } = await keeping(draft.title, queue.record(storage, world, draft))
      const outcome = new Promise<Outcome>(resolve => answers.set(command.id, resolve))
      await refresh('commands')
      void push()
      return { id: command.id, outcome }
    },
    async dismiss(id: string) {
      const read = journal.find(r => r.command.id === id)
      await keeping(read?.title ?? '', queue.dismiss(storage, id))
      await refresh('commands')
    },
    /** Another tab of this device wrote to the storage. */
    reread: () => refresh('all'),
    push,
    pull,
    /** There may be a way again: try both directions now. */
    async retry() {
      await pull()
      await push()
    },
    close() {
      retries.push?.()
      retries.pull?.()
    },
  }
}

export type Store = ReturnType<typeof createStore>
