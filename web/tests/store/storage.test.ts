import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as feed from '@/store/feed'
import { type Draft, nextBatch, record, settle } from '@/store/queue'
import { openIndexed } from '@/store/storage/indexed'
import { memoryStorage } from '@/store/storage/memory'
import type { Storage } from '@/store/storage/port'
import type { FeedLine, Page } from '@/store/wire'

let people = 0
const storages: [string, () => Promise<Storage>][] = [
  ['IndexedDB', () => openIndexed(`person-${++people}`, () => 'device-1')],
  ['memory', async () => memoryStorage('device-1')],
]

let ids = 0
const machine = { now: () => 1_000, mono: () => 5, bootId: 'boot-1', newId: () => `command-${++ids}` }
const draft: Draft = {
  type: 'visits/start',
  body: {},
  title: 'Start',
  entity: 'v1',
  baseVersion: 3,
  patches: [{ type: 'visit', id: 'v1', set: { state: 'Working' } }],
}
const line = (id: string, version: number, ...audiences: string[]): FeedLine => ({
  document: 'visit',
  id,
  version,
  audiences: audiences.length > 0 ? audiences : ['branch:1'],
  body: { state: `v${version}` },
})
const page = (documents: FeedLine[], more: Partial<Page> = {}): Page => ({
  epoch: 'e1',
  next: 'c1',
  complete: true,
  mustResnapshot: false,
  documents,
  gone: [],
  left: [],
  at: '2026-11-22T09:00:00Z',
  ...more,
})
const receive = async (storage: Storage, received: Page) =>
  feed.receive(storage, await feed.ask(storage, 0), received, 2_000, 2_000)
const documents = (storage: Storage) =>
  storage.transact(async tx => (await tx.documents()).map(d => `${d.id} ${d.version} ${d.audiences.join(',')}`))
const meta = (storage: Storage) => storage.transact(tx => tx.meta())

afterEach(() => vi.restoreAllMocks())

describe.each(storages)('%s', (_, open) => {
  const joined = async () => {
    const storage = await open()
    await receive(storage, page([]))
    await receive(storage, page([], { next: 'c0' }))
    return storage
  }

  test('numbers commands without a gap, also when recorded at once', async () => {
    const storage = await joined()
    const recorded = await Promise.all(Array.from({ length: 20 }, () => record(storage, machine, draft)))
    expect(recorded.map(r => r.command.n).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  test('undoes a transaction that fails half-way: no number is lost, nothing is half recorded', async () => {
    const storage = await joined()
    const broken = storage.transact(async tx => {
      await tx.putMeta({ ...(await tx.meta()), n: 99 })
      throw new Error('The battery is flat.')
    })
    await expect(broken).rejects.toThrow('The battery is flat.')
    expect((await meta(storage)).n).toBe(1)
  })

  test('a refusal is final and does not stop the next command', async () => {
    const storage = await joined()
    const [first, second] = [await record(storage, machine, draft), await record(storage, machine, draft)]
    const batch = await nextBatch(storage)
    expect(batch.commands.map(c => c.n)).toEqual([1, 2])
    const outcomes = [
      { id: first.command.id, outcome: 'refused', detail: 'This visit is already completed.' } as const,
      { id: second.command.id, outcome: 'applied' } as const,
    ]
    await settle(storage, machine, batch, { epoch: 'e1', next: 3, outcomes })
    expect((await nextBatch(storage)).commands).toEqual([])
  })

  test('an acknowledgement of an old epoch is ignored, and everything is sent again', async () => {
    const storage = await joined()
    const { command } = await record(storage, machine, draft)
    const batch = await nextBatch(storage)
    await receive(storage, page([], { epoch: 'e2' }))
    await settle(storage, machine, batch, { epoch: 'e1', outcomes: [{ id: command.id, outcome: 'applied' }], next: 2 })
    expect(await nextBatch(storage)).toMatchObject({ epoch: 'e2', commands: [{ id: command.id, n: 1 }] })
  })

  test('a server that misses older commands gets them again', async () => {
    const storage = await joined()
    const first = await record(storage, machine, draft)
    await settle(storage, machine, await nextBatch(storage), {
      epoch: 'e1',
      outcomes: [{ id: first.command.id, outcome: 'applied' }],
      next: 2,
    })
    await record(storage, machine, draft)
    await settle(storage, machine, await nextBatch(storage), { epoch: 'e1', outcomes: [{ id: 'x', outcome: 'gap' }], next: 1 })
    expect((await nextBatch(storage)).commands.map(c => c.n)).toEqual([1, 2])
  })

  test('a server that misses what the journal no longer holds meets a new device, with the same commands', async () => {
    const storage = await joined()
    const first = await record(storage, machine, draft)
    await storage.transact(tx => tx.deleteCommand(first.command.id))
    const second = await record(storage, machine, draft)
    await settle(storage, machine, await nextBatch(storage), { epoch: 'e1', outcomes: [{ id: 'x', outcome: 'gap' }], next: 1 })
    const again = await nextBatch(storage)
    expect(again.device).not.toBe('device-1')
    expect(again.commands).toMatchObject([{ id: second.command.id, n: 1, device: again.device }])
  })

  test('half a catch-up is not shown, and a page is never taken twice', async () => {
    const storage = await joined()
    await receive(storage, page([line('v1', 1)], { next: 'c1', complete: false }))
    expect(await documents(storage)).toEqual([])
    const late = await feed.ask(storage, 0)
    await receive(storage, page([line('v2', 1)], { next: 'c2' }))
    expect(await documents(storage)).toEqual(['v1 1 branch:1', 'v2 1 branch:1'])
    await feed.receive(storage, late, page([line('v2', 9)], { next: 'c3' }), 2_000, 2_000)
    expect((await meta(storage)).cursor).toBe('c2')
  })

  test('an older version never replaces a newer one', async () => {
    const storage = await joined()
    await receive(storage, page([line('v1', 5)]))
    await receive(storage, page([line('v1', 4)]))
    expect(await documents(storage)).toEqual(['v1 5 branch:1'])
  })

  test('a document goes when the last audience that showed it is lost', async () => {
    const storage = await joined()
    await receive(storage, page([line('v1', 1, 'branch:1', 'technician:7'), line('v2', 1)]))
    await receive(storage, page([], { left: ['branch:1'] }))
    expect(await documents(storage)).toEqual(['v1 1 technician:7'])
    await receive(storage, page([], { gone: [{ document: 'visit', id: 'v1', audience: 'technician:7' }] }))
    expect(await documents(storage)).toEqual([])
  })

  test('a conflict is laid to rest when somebody has chosen, and not when its sender may not see it any more', async () => {
    const storage = await joined()
    const [left, chosen] = [
      (await record(storage, machine, draft)).command.id,
      (await record(storage, machine, draft)).command.id,
    ]
    const outcomes = [left, chosen].map(id => ({ id, outcome: 'conflict' as const }))
    await settle(storage, machine, await nextBatch(storage), { epoch: 'e1', outcomes, next: 3 })
    const documents = [left, chosen].map(id => ({ ...line(id, 1), document: 'conflict' }))
    await receive(storage, page(documents, { next: 'c1' }))
    await receive(storage, page([], { next: 'c2', gone: [{ document: 'conflict', id: chosen, audience: 'branch:1' }] }))
    await receive(storage, page([], { next: 'c3', left: ['branch:1'] }))
    const dismissed = await storage.transact(async tx => (await tx.commands()).map(r => [r.command.id, r.dismissed ?? false]))
    expect(dismissed).toEqual([
      [left, false],
      [chosen, true],
    ])
  })

  test('a new snapshot takes the place of the old one only when it is whole', async () => {
    const storage = await joined()
    await receive(storage, page([line('v1', 1), line('v2', 1)]))
    await receive(storage, page([], { mustResnapshot: true }))
    await receive(storage, page([line('v3', 1)], { next: 'c5', complete: false }))
    expect(await documents(storage)).toEqual(['v1 1 branch:1', 'v2 1 branch:1'])
    await receive(storage, page([line('v1', 2)], { next: 'c6' }))
    expect(await documents(storage)).toEqual(['v1 2 branch:1', 'v3 1 branch:1'])
  })
})

test('IndexedDB writes are asked to be on the disk before they count', async () => {
  const storage = await openIndexed('careful', () => 'device-1')
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
  await record(storage, machine, draft)
  expect(asked.mock.calls.map(([, , options]) => options)).toEqual([{ durability: 'strict' }])
})

test('two people on one device keep apart', async () => {
  const [ana, ben] = [await openIndexed('ana', () => 'a'), await openIndexed('ben', () => 'b')]
  await record(ana, machine, draft)
  expect((await nextBatch(ana)).commands).toHaveLength(1)
  expect((await nextBatch(ben)).commands).toHaveLength(0)
})
