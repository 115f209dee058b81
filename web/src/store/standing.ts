import { firstMeta, type Meta, type Recorded, type Storage } from './storage/port'
import { type Command, Unreachable } from './wire'

/** Whether the office still wants this device, as it last said. */
export type Standing = {
  state: 'inUse' | 'locked' | 'wiping' | 'wiped'
  /** Before it empties itself, it gives what it has not sent to the office. */
  handsOver: boolean
  /** For who holds it. */
  reason?: string | null
}

/** What is left on an emptied device: that it was, so that whoever holds it can read why. */
export type Mark = { device: string; reason?: string | null; handedOver: number; lost: number; at: number; told: boolean }

/** How the device stands beside its outbox. */
export type About = { name: string; version: string; used?: number; room?: number; isProtected: boolean }
export type Carried = { waiting: number; bytes: number }

export type Says = About & {
  device: string
  unsent: number
  oldestUnsent?: string
  files: number
  fileBytes: number
  caughtUpAt?: string
}

/** The doors under /api/device. All throw `Unreachable` when there was no answer to rely on. */
export type DeviceServer = {
  say(says: Says): Promise<Standing>
  handOver(device: string, commands: { title: string; command: Command }[]): Promise<void>
  emptied(device: string, lost: number): Promise<void>
}

export type StandingWorld = {
  now(): number
  newId(): string
  about(): Promise<About>
  /** Photos and signatures that the office does not hold yet. */
  files(): Carried
  sendFiles(): Promise<void>
  /** The mark outlives everything else on the device. */
  mark(): Mark | undefined
  putMark(mark: Mark | undefined): void
  /** Whatever lies outside the storage: files, who holds the device. */
  forget(): Promise<void>
  alone<T>(name: string, work: () => Promise<T>): Promise<T>
}

const atOnce = 100
const inUse: Standing = { state: 'inUse', handsOver: false }
const isoOf = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString())
const waitingOf = (commands: Recorded[]) => commands.filter(r => !r.outcome)
const idsOf = (commands: Recorded[]) => new Set(commands.map(r => r.command.id))

/** Tells the office how this device stands, and does what the office wants of it: go on, show nothing, or empty itself. */
export const createStanding = (storage: Storage, server: DeviceServer, world: StandingWorld) => {
  const listeners = new Set<() => void>()
  let now: Standing = inUse

  const show = (standing: Standing) => {
    now = standing
    for (const tell of listeners) tell()
  }

  const held = (): Promise<{ meta: Meta; commands: Recorded[] }> =>
    storage.transact(async tx => ({ meta: await tx.meta(), commands: await tx.commands() }))

  const keep = (standing: Standing) =>
    storage.transact(async tx => {
      const { standing: _, ...meta } = await tx.meta()
      await tx.putMeta(standing.state === 'inUse' ? meta : { ...meta, standing })
    })

  /** Says how it stands. What is unsent stays known to the office, should the device never be heard of again. */
  const say = async () => {
    const { meta, commands } = await held()
    const waiting = waitingOf(commands)
    const { waiting: files, bytes: fileBytes } = world.files()
    const oldestUnsent = waiting[0]?.command.deviceTime
    const caughtUpAt = isoOf(meta.caughtUpAt)
    const heard = await server.say({
      ...(await world.about()),
      device: meta.device,
      unsent: waiting.length,
      files,
      fileBytes,
      ...(oldestUnsent ? { oldestUnsent } : {}),
      ...(caughtUpAt ? { caughtUpAt } : {}),
    })
    const { state, handsOver, reason = null } = heard
    if (JSON.stringify(now) !== JSON.stringify({ state, handsOver, reason })) {
      await keep({ state, handsOver, reason })
      show({ state, handsOver, reason })
    }
  }

  /** Everything that the office does not have goes there first; it decides about each. Cut off, it begins again, and nothing is there twice. */
  const handOver = async () => {
    const { meta, commands } = await held()
    const waiting = waitingOf(commands)
    for (let from = 0; from < waiting.length; from += atOnce) {
      const some = waiting.slice(from, from + atOnce)
      await server.handOver(
        meta.device,
        some.map(({ title, command }) => ({ title, command })),
      )
    }
    await world.sendFiles()
    if (world.files().waiting > 0) throw new Unreachable('busy', 'Photos are still on their way to the office.')
    return idsOf(waiting)
  }

  /** First the mark, then the emptying, then the word of it: broken off anywhere, the next start goes on. */
  const empty = async () => {
    const { meta, commands } = await held()
    const { handsOver, reason = null } = meta.standing ?? now
    const dealtWith = handsOver ? await handOver() : idsOf(waitingOf(commands))
    const [handedOver, lost] = handsOver ? [dealtWith.size, 0] : [0, dealtWith.size]
    world.putMark({ device: meta.device, reason, handedOver, lost, at: world.now(), told: false })
    if (!(await clear(storage, dealtWith, world.newId())))
      throw new Unreachable('busy', 'More was recorded meanwhile; that is handed over first.')
    await world.forget()
    await finish()
  }

  const finish = async () => {
    const mark = world.mark()
    if (!mark) return
    show({ state: 'wiped', handsOver: false, reason: mark.reason ?? null })
    if (mark.told) return
    await server.emptied(mark.device, mark.lost)
    world.putMark({ ...mark, told: true })
  }

  const tell = () =>
    world.alone('callout-standing', async () => {
      const { meta } = await held()
      const mark = world.mark()
      if (mark && !mark.told) return mark.device === meta.device ? empty() : finish()
      if (mark) return
      await say()
      if (now.state === 'wiping') await empty()
    })

  return {
    now: () => now,
    mark: () => world.mark(),
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** What the office last said holds without signal, too. */
    async open() {
      const mark = world.mark()
      if (mark) return show({ state: 'wiped', handsOver: false, reason: mark.reason ?? null })
      show((await held()).meta.standing ?? inUse)
    },
    /** Its person has signed in on the emptied device anew. */
    async begin() {
      const mark = world.mark()
      if (!mark) return
      if (!mark.told) await server.emptied(mark.device, mark.lost).catch(() => undefined)
      world.putMark(undefined)
      show(inUse)
    },
    /** Throws `Unreachable` when there was no way; asked again, it goes on. */
    tell,
  }
}

/** Nothing of its person is left; what is recorded from now on is another device's. Leaves everything when more waits than was dealt with. */
const clear = (storage: Storage, dealtWith: ReadonlySet<string>, device: string): Promise<boolean> =>
  storage.transact(async tx => {
    const commands = await tx.commands()
    if (waitingOf(commands).some(r => !dealtWith.has(r.command.id))) return false
    for (const { command } of commands) await tx.deleteCommand(command.id)
    await tx.clearDocuments()
    await tx.clearPages()
    await tx.putMeta(firstMeta(device))
    return true
  })

export type DeviceStanding = ReturnType<typeof createStanding>
