import { vi } from 'vitest'
import type { Recorded, Storage } from '@/store/storage/port'
import type { Unreachable } from '@/store/wire'
import type { Core } from './device'

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

/** The core with a part of it broken; the rest is as it ships. */
const withBroken = async ({ feed, queue, epoch }: Broken): Promise<Core> => {
  vi.resetModules()
  if (epoch) vi.doMock('@/store/epoch', async actual => ({ ...(await actual<Epoch>()), ...epoch(await actual<Epoch>()) }))
  if (feed) vi.doMock('@/store/feed', async actual => ({ ...(await actual<Feed>()), ...feed(await actual<Feed>()) }))
  if (queue) vi.doMock('@/store/queue', async actual => ({ ...(await actual<Queue>()), ...queue(await actual<Queue>()) }))
  // Both from one reading of the modules: what the one throws must be what the other catches.
  const core = { ...(await import('@/store/sync')), ...(await import('@/store/server')) }
  for (const path of ['@/store/epoch', '@/store/feed', '@/store/queue']) vi.doUnmock(path)
  return core
}

/** Nothing is broken: what the simulation says of this one, it would say of any. */
export const unbroken = () => withBroken({})

/** Each breaks one rule of the protocol; the simulation must notice every one of them. */
export const planted: Record<string, () => Promise<Core>> = {
  'an acknowledgement of an old epoch is kept': () =>
    withBroken({
      epoch: () => ({
        adoptEpoch: async (tx, epoch) => {
          const meta = await tx.meta()
          await tx.putMeta({ ...meta, epoch, cursor: null, replace: meta.epoch !== '' })
          await tx.clearPages()
        },
      }),
    }),
  'the cursor is written before its page': () =>
    withBroken({
      feed: feed => ({
        receive: async (storage, asked, page, startedAt, now) => {
          const moved = await storage.transact(async tx => {
            const meta = await tx.meta()
            if (meta.cursor !== asked.cursor || page.mustResnapshot || page.epoch !== meta.epoch) return false
            await tx.putMeta({ ...meta, cursor: page.next })
            return true
          })
          return feed.receive(storage, moved ? { ...asked, cursor: page.next } : asked, page, startedAt, now)
        },
      }),
    }),
  'what has left is still shown': () =>
    withBroken({
      feed: feed => ({
        receive: (storage, asked, page, ...times) => feed.receive(storage, asked, { ...page, gone: [], left: [] }, ...times),
      }),
    }),
  'a snapshot taken anew drops the outbox': () =>
    withBroken({
      feed: feed => ({
        receive: async (storage, asked, page, ...times) => {
          const more = await feed.receive(storage, asked, page, ...times)
          if (page.mustResnapshot || page.epoch !== asked.epoch) await forget(storage, r => !r.outcome)
          return more
        },
      }),
    }),
  'a refusal blocks the queue': () =>
    withBroken({
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
  'number and command are written apart': () =>
    withBroken({
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
  'a command gets a new id each time it is sent': () =>
    withBroken({
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
  'signing out empties the outbox': async () => {
    const core = await withBroken({})
    return {
      ...core,
      createStore: (storage, server, world) =>
        core.createStore(
          storage,
          {
            ...server,
            push: (...sent) =>
              server.push(...sent).catch(async problem => {
                if ((problem as Unreachable).reason === 'signed-out') await forget(storage, r => !r.outcome)
                throw problem
              }),
          },
          world,
        ),
    }
  },
  'silence counts as success': async () => {
    const core = await withBroken({})
    return {
      ...core,
      createStore: (storage, server, world) =>
        core.createStore(
          storage,
          {
            ...server,
            push: (epoch, device, commands) =>
              server.push(epoch, device, commands).catch(problem => {
                if ((problem as Unreachable).reason !== 'offline') throw problem
                return { epoch, next: 1, outcomes: commands.map(c => ({ id: c.id, outcome: 'applied' as const })) }
              }),
          },
          world,
        ),
    }
  },
}
