import type { Patch } from './documents'
import { adoptEpoch } from './epoch'
import { schemas } from './schemas'
import type { Meta, Recorded, Storage } from './storage/port'
import { type Body, type Command, isFinal, type Outcome, type PushAnswer } from './wire'

export const pushSize = 100

/** The device's clocks and its source of ids, handed in so that tests turn them. */
export type Machine = {
  now(): number
  mono(): number
  bootId: string
  newId(): string
}

export type Draft = {
  type: string
  body: Body
  title: string
  entity: string
  baseVersion: number
  patches: Patch[]
  dependsOn?: string[]
}

/** Recorded means: command, number and what it shows lie in one transaction on the disk. Only then may a screen say "saved". */
export const record = (storage: Storage, machine: Machine, draft: Draft): Promise<Recorded> => {
  const { type, body, title, entity, baseVersion, patches, dependsOn = [] } = draft
  const id = machine.newId()
  const deviceTime = new Date(machine.now()).toISOString()
  const stamp = { deviceTime, mono: machine.mono(), bootId: machine.bootId }
  return storage.transact(async tx => {
    const meta = await tx.meta()
    const command: Command = {
      id,
      device: meta.device,
      epoch: meta.epoch,
      n: meta.n,
      schema: schemas[type] ?? 1,
      entity,
      baseVersion,
      type,
      body,
      ...stamp,
      dependsOn,
    }
    const recorded: Recorded = { command, title, patches }
    await tx.putCommand(recorded)
    await tx.putMeta({ ...meta, n: meta.n + 1 })
    return recorded
  })
}

export type Batch = { epoch: string; device: string; commands: Command[] }

/** The next commands to send, in the order in which they were recorded. */
export const nextBatch = (storage: Storage): Promise<Batch> =>
  storage.transact(async tx => {
    const { epoch, device } = await tx.meta()
    const waiting = (await tx.commands()).filter(r => !r.outcome).slice(0, pushSize)
    return { epoch, device, commands: waiting.map(r => r.command) }
  })

/** Writes down what became of a batch. An answer of another epoch says nothing about what the server holds now. */
export const settle = (
  storage: Storage,
  machine: Pick<Machine, 'now' | 'newId'>,
  sent: Batch,
  answer: PushAnswer,
): Promise<Outcome[]> =>
  storage.transact(async tx => {
    const meta = await tx.meta()
    if (meta.epoch !== sent.epoch || meta.device !== sent.device) return []
    if (answer.epoch !== meta.epoch) {
      await adoptEpoch(tx, answer.epoch)
      return []
    }
    const known = new Map((await tx.commands()).map(r => [r.command.id, r]))
    const final = answer.outcomes.filter(isFinal).filter(o => known.get(o.id) && !known.get(o.id)?.outcome)
    for (const outcome of final) {
      const recorded = known.get(outcome.id)
      if (recorded) await tx.putCommand({ ...recorded, outcome, settledAt: machine.now() })
    }
    if (answer.outcomes.some(o => o.outcome === 'gap')) await goBackTo(answer.next, [...known.values()], meta, tx, machine.newId)
    return final
  })

type Writes = Pick<import('./storage/port').Tx, 'putCommand' | 'putMeta'>

/** The server misses commands that it once acknowledged: they are sent again. What the journal no longer holds cannot be, so the
 *  device starts as a new one; the ids stay, and with them the protection against doing anything twice. */
const goBackTo = async (next: number, journal: Recorded[], meta: Meta, tx: Writes, newId: () => string) => {
  const again = journal.filter(r => r.command.n >= next)
  const waiting = journal.filter(r => !r.outcome)
  // What waits below that number was recorded after this storage had been put back to an older state.
  if (again[0]?.command.n === next && !waiting.some(r => r.command.n < next)) {
    for (const { command, title, patches } of again) await tx.putCommand({ command, title, patches })
    return
  }
  const device = newId()
  const all = journal.filter(r => !r.outcome || r.command.n >= next)
  for (const [i, { command, title, patches }] of all.entries())
    await tx.putCommand({ command: { ...command, device, n: i + 1 }, title, patches })
  await tx.putMeta({ ...meta, store: meta.store ?? meta.device, device, n: all.length + 1 })
}

const keepFor = 30 * 24 * 3600 * 1000

/** Old commands leave the journal once the feed has shown them, or the person has read why they were not applied, and every backup
 *  that the server could be put back from holds their answer. */
export const sweep = (storage: Storage, now: number): Promise<void> =>
  storage.transact(async tx => {
    const { durable = 0 } = await tx.meta()
    for (const recorded of await tx.commands())
      if (isDone(recorded, now) && isDurable(recorded, durable)) await tx.deleteCommand(recorded.command.id)
  })

const isDone = ({ settledAt, seen, dismissed }: Recorded, now: number) =>
  (seen || dismissed) && settledAt !== undefined && now - settledAt > keepFor

const isDurable = ({ answeredBy }: Recorded, durable: number) => answeredBy !== undefined && answeredBy < durable

export const dismiss = (storage: Storage, id: string): Promise<void> =>
  storage.transact(async tx => {
    const recorded = (await tx.commands()).find(r => r.command.id === id)
    if (recorded?.outcome) await tx.putCommand({ ...recorded, dismissed: true })
  })
