import { vi } from 'vitest'
import type { Recorded, Storage } from '@/store/storage/port'
import type { Server, Unreachable } from '@/store/wire'
import type { Core } from './device'
import type { ServerFault } from './fleet'
import type { Faults } from './weather'

type Feed = typeof import('@/store/feed')
type Queue = typeof import('@/store/queue')
type Epoch = typeof import('@/store/epoch')
type Broken = {
  feed?: (feed: Feed) => Partial<Feed>
  queue?: (queue: Queue) => Partial<Queue>
  epoch?: (epoch: Epoch) => Partial<Epoch>
}

const forget = (storage: Storage, which: (recorded: Recorded) => boolean) =>
  storage.transact(async tx => {
    for (const recorded of await tx.commands()) if (which(recorded)) await tx.deleteCommand(recorded.command.id)
  })

/** The core as a release ships it, with a part of it broken if one is named. */
const core = async (speaks: Core['speaks'], { feed, queue, epoch }: Broken = {}): Promise<Core> => {
  vi.resetModules()
  vi.doMock('@/store/schemas', () => ({ schemas: speaks === 1 ? {} : { 'remarks/make': speaks } }))
  if (epoch) vi.doMock('@/store/epoch', async actual => ({ ...(await actual<Epoch>()), ...epoch(await actual<Epoch>()) }))
  if (feed) vi.doMock('@/store/feed', async actual => ({ ...(await actual<Feed>()), ...feed(await actual<Feed>()) }))
  if (queue) vi.doMock('@/store/queue', async actual => ({ ...(await actual<Queue>()), ...queue(await actual<Queue>()) }))
  // All from one reading of the modules: what the one throws must be what the other catches.
  const made = { ...(await import('@/store/sync')), ...(await import('@/store/server')), speaks }
  for (const path of ['schemas', 'epoch', 'feed', 'queue']) vi.doUnmock(`@/store/${path}`)
  return made
}

/** This release and the two before it, as they ship. */
export const sound = async (): Promise<Core[]> => [await core(3), await core(2), await core(1)]

const broken = async (how: Broken): Promise<Core[]> => [await core(3, how)]

/** The core with another way of sending. */
const withPush = async (other: (push: Server['push'], storage: Storage) => Server['push']): Promise<Core[]> => {
  const made = await core(3)
  return [
    {
      ...made,
      createStore: (storage, server, world) => made.createStore(storage, { ...server, push: other(server.push, storage) }, world),
    },
  ]
}

const settling = (change: (recorded: Recorded) => Recorded) =>
  broken({
    queue: queue => ({
      settle: async (storage, machine, sent, answer) => {
        const outcomes = await queue.settle(storage, machine, sent, answer)
        await storage.transact(async tx => {
          const settled = new Set(outcomes.map(o => o.id))
          for (const r of await tx.commands()) if (settled.has(r.command.id)) await tx.putCommand(change(r))
        })
        return outcomes
      },
    }),
  })

/** Breaks one rule of the protocol; `rule` is the number of it in the design's section on sync. */
type Planted = { rule: number; cores?: () => Promise<Core[]>; server?: ServerFault; weather?: 'months' | Partial<Faults> }

export const planted: { [name: string]: Planted } = {
  'what is saved is not shown until it is answered': {
    rule: 1,
    cores: () =>
      broken({
        queue: queue => ({ record: (storage, machine, draft) => queue.record(storage, machine, { ...draft, patches: [] }) }),
      }),
  },
  'number and command are written apart': {
    rule: 2,
    cores: () =>
      broken({
        queue: queue => ({
          record: async (storage, machine, draft) => {
            const n = await storage.transact(async tx => (await tx.meta()).n)
            const recorded = await queue.record(storage, machine, draft)
            const command = { ...recorded.command, n }
            await storage.transact(async tx => {
              await tx.putCommand({ ...recorded, command })
              await tx.putMeta({ ...(await tx.meta()), n: n + 1 })
            })
            return { ...recorded, command }
          },
        }),
      }),
  },
  'a command gets a new id each time it is sent': {
    rule: 2,
    cores: () =>
      broken({
        queue: queue => ({
          nextBatch: async storage => {
            const batch = await queue.nextBatch(storage)
            const turned = (id: string) => `${id.slice(0, 24)}${id.slice(30)}${id.slice(24, 30)}`
            await storage.transact(async tx => {
              for (const r of (await tx.commands()).filter(r => !r.outcome)) {
                await tx.deleteCommand(r.command.id)
                await tx.putCommand({ ...r, command: { ...r.command, id: turned(r.command.id) } })
              }
            })
            return { ...batch, commands: batch.commands.map(c => ({ ...c, id: turned(c.id) })) }
          },
        }),
      }),
  },
  'a refusal blocks the queue': {
    rule: 3,
    cores: () =>
      broken({
        queue: queue => ({
          settle: (storage, machine, sent, answer) => {
            const at = answer.outcomes.findIndex(o => o.outcome === 'refused')
            return queue.settle(storage, machine, sent, {
              ...answer,
              outcomes: at < 0 ? answer.outcomes : answer.outcomes.slice(0, at),
            })
          },
        }),
      }),
  },
  'what was parked is sent for ever': {
    rule: 3,
    cores: () =>
      broken({
        queue: queue => ({
          settle: (storage, machine, sent, answer) =>
            queue.settle(storage, machine, sent, { ...answer, outcomes: answer.outcomes.filter(o => o.outcome !== 'parked') }),
        }),
      }),
  },
  'a failure of the server counts as its answer': {
    rule: 3,
    cores: () =>
      broken({
        queue: queue => ({
          settle: (storage, machine, sent, answer) =>
            queue.settle(storage, machine, sent, {
              ...answer,
              outcomes: answer.outcomes.map(o => (o.outcome === 'failed' ? { ...o, outcome: 'refused' } : o)),
            }),
        }),
      }),
  },
  'out of order is sent, and taken': {
    rule: 3,
    server: 'takes any order',
    cores: () =>
      broken({
        queue: queue => ({
          nextBatch: async storage => {
            const batch = await queue.nextBatch(storage)
            return { ...batch, commands: batch.commands.toReversed() }
          },
        }),
      }),
  },
  'the server carries the same id out again': { rule: 3, server: 'forgets receipts' },
  'signing out empties the outbox': {
    rule: 3,
    cores: () =>
      withPush(
        (push, storage) =>
          (...sent) =>
            push(...sent).catch(async problem => {
              if ((problem as Unreachable).reason === 'signed-out') await forget(storage, r => !r.outcome)
              throw problem
            }),
      ),
  },
  'silence counts as success': {
    rule: 3,
    cores: () =>
      withPush(
        push => (epoch, device, commands) =>
          push(epoch, device, commands).catch(problem => {
            if ((problem as Unreachable).reason !== 'offline') throw problem
            return { epoch, next: 1, outcomes: commands.map(c => ({ id: c.id, outcome: 'applied' as const })) }
          }),
      ),
  },
  'the journal forgets by age, whatever backups hold': {
    rule: 4,
    weather: 'months',
    cores: () =>
      broken({
        queue: () => ({
          sweep: (storage, now) =>
            forget(storage, r => (r.seen || r.dismissed) === true && now - (r.settledAt ?? now) > 30 * 24 * 3_600_000),
        }),
      }),
  },
  'what is answered is forgotten': {
    rule: 4,
    cores: () =>
      broken({
        queue: queue => ({
          settle: async (storage, machine, sent, answer) => {
            const outcomes = await queue.settle(storage, machine, sent, answer)
            const applied = new Set(outcomes.filter(o => o.outcome === 'applied').map(o => o.id))
            await forget(storage, r => applied.has(r.command.id))
            return outcomes
          },
        }),
      }),
  },
  'the server calls durable what no backup holds': { rule: 4, weather: 'months', server: 'boasts' },
  'the cursor is written before its page': {
    rule: 5,
    cores: () =>
      broken({
        feed: feed => ({
          receive: async (storage, asked, page, startedAt, now) => {
            const moved = await storage.transact(async tx => {
              const meta = await tx.meta()
              if (meta.cursor !== asked.cursor || page.mustResnapshot || page.epoch !== meta.epoch) return false
              await tx.putMeta({ ...meta, cursor: page.next })
              return true
            })
            // What it lost by that would be found out within the hour.
            return feed.receive(
              storage,
              moved ? { ...asked, cursor: page.next } : asked,
              { ...page, digests: null },
              startedAt,
              now,
            )
          },
        }),
      }),
  },
  'what has left is still shown': {
    rule: 5,
    cores: () =>
      broken({
        feed: feed => ({
          receive: (storage, asked, page, ...times) =>
            feed.receive(storage, asked, { ...page, gone: [], left: [], digests: null }, ...times),
        }),
      }),
  },
  'a snapshot taken anew drops the outbox': {
    rule: 5,
    cores: () =>
      broken({
        feed: feed => ({
          receive: async (storage, asked, page, ...times) => {
            const more = await feed.receive(storage, asked, page, ...times)
            if (page.mustResnapshot || page.epoch !== asked.epoch) await forget(storage, r => !r.outcome)
            return more
          },
        }),
      }),
  },
  'what a device holds is never compared': {
    rule: 5,
    weather: { rot: 0.1 },
    cores: () =>
      broken({
        feed: feed => ({
          receive: (storage, asked, page, ...times) => feed.receive(storage, asked, { ...page, digests: null }, ...times),
        }),
      }),
  },
  'an acknowledgement of an old epoch is kept': {
    rule: 6,
    cores: () =>
      broken({
        epoch: () => ({
          adoptEpoch: async (tx, epoch) => {
            const meta = await tx.meta()
            await tx.putMeta({ ...meta, epoch, cursor: null, replace: meta.epoch !== '' })
            await tx.clearPages()
          },
        }),
      }),
  },
  'a restore keeps the epoch': { rule: 6, server: 'keeps its epoch' },
  'a conflict counts as done': {
    rule: 7,
    cores: () =>
      broken({
        queue: queue => ({
          settle: (storage, machine, sent, answer) =>
            queue.settle(storage, machine, sent, {
              ...answer,
              outcomes: answer.outcomes.map(o => (o.outcome === 'conflict' ? { ...o, outcome: 'applied' } : o)),
            }),
        }),
      }),
  },
  'a conflict is dropped': {
    rule: 7,
    cores: () =>
      broken({
        feed: feed => ({
          receive: (storage, asked, page, ...times) =>
            feed.receive(
              storage,
              asked,
              { ...page, documents: page.documents.filter(d => d.document !== 'conflict'), digests: null },
              ...times,
            ),
        }),
      }),
  },
  'the last writer wins': { rule: 7, server: 'last writer wins' },
  'the device’s clock decides what comes first': {
    rule: 8,
    server: 'takes any order',
    weather: { clocks: 0.3 },
    cores: () =>
      broken({
        queue: queue => ({
          nextBatch: async storage => {
            const batch = await queue.nextBatch(storage)
            return { ...batch, commands: batch.commands.toSorted((a, b) => a.deviceTime.localeCompare(b.deviceTime)) }
          },
        }),
      }),
  },
  'an up-caster is missing': { rule: 10, server: 'lacks up-casters' },
  'an eviction goes unnoticed': { rule: 11, server: 'sees no eviction', weather: { evict: 0.1 } },
  'nobody is told of what was refused': {
    rule: 12,
    cores: () => settling(r => (r.outcome?.outcome === 'refused' ? { ...r, dismissed: true } : r)),
  },
  'rights of when it was recorded are enough': { rule: 7, server: 'trusts old rights', weather: { sight: 0.4 } },
}
