import { expect, test } from 'vitest'
import { createDocuments } from '@/store/documents'
import * as feed from '@/store/feed'
import * as queue from '@/store/queue'
import { memoryStorage } from '@/store/storage/memory'
import type { Page } from '@/store/wire'

const visit = { type: 'visit', id: 'v1' }
const machine = (now: number) => ({ now: () => now, mono: () => now, bootId: 'boot-1', newId: () => `command-${++ids}` })
let ids = 0

const page = (version: number, state: string): Page => ({
  epoch: '',
  next: `c${version}`,
  complete: true,
  mustResnapshot: false,
  documents: [{ document: visit.type, id: visit.id, version, audiences: ['mine'], body: { state } }],
  gone: [],
  left: [],
  at: '',
})

/** A phone that has seen the visit in version 2, and whose two taps the server has answered at 1,000. */
const answered = async () => {
  const storage = memoryStorage('device-1')
  const pull = async (version: number, state: string, startedAt: number, now = startedAt) =>
    feed.receive(storage, await feed.ask(storage, startedAt), page(version, state), startedAt, now)
  await pull(2, 'dispatched', 0)
  for (const [type, state] of [
    ['visits/accept', 'accepted'],
    ['visits/travel', 'enRoute'],
  ] as const)
    await queue.record(storage, machine(500), {
      type,
      body: {},
      title: type,
      entity: visit.id,
      baseVersion: 2,
      patches: [{ ...visit, set: { state } }],
    })
  const batch = await queue.nextBatch(storage)
  const outcomes = batch.commands.map(({ id, n }) => ({ id, n, outcome: 'applied' as const }))
  await queue.settle(storage, machine(1_000), batch, { epoch: '', next: 3, outcomes })
  const shown = () =>
    storage.transact(async tx => {
      const documents = createDocuments()
      documents.show(await tx.documents(), await tx.commands())
      return documents.get<{ id: string; version: number; state: string }>('visit', visit.id)?.state
    })
  return { pull, shown }
}

test('a page that was under way before the answer takes nothing back on the screen', async () => {
  const { pull, shown } = await answered()
  await pull(3, 'accepted', 900, 1_001)
  expect(await shown()).toBe('enRoute')
  await pull(4, 'enRoute', 1_000)
  expect(await shown()).toBe('enRoute')
})

test('what was brought after the answer stands as the office has it', async () => {
  const { pull, shown } = await answered()
  await pull(5, 'cancelled', 1_000)
  expect(await shown()).toBe('cancelled')
})

test('a clock that was put back since does not hold on to what is over', async () => {
  const { pull, shown } = await answered()
  await pull(5, 'cancelled', 10)
  expect(await shown()).toBe('cancelled')
})
