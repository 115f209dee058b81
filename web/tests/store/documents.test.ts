import { expect, test, vi } from 'vitest'
import { createDocuments, type Document } from '@/store/documents'
import { uuid7 } from '@/store/ids'
import type { Recorded } from '@/store/storage/port'
import { pauseAfter } from '@/store/sync'

const visit = (id: string, state: string): Document => ({
  type: 'visit',
  id,
  version: 3,
  body: { state },
  audiences: ['branch:1'],
})
const command = {
  id: 'c',
  device: 'd',
  epoch: 'e',
  n: 1,
  schema: 1,
  entity: 'v1',
  baseVersion: 3,
  type: 'visits/start',
  body: {},
  deviceTime: '',
  mono: 0,
  bootId: 'b',
  dependsOn: [],
}
const start: Recorded = { command, title: 'Start', patches: [{ type: 'visit', id: 'v1', set: { state: 'Working' } }] }
const shown = (outbox: Recorded[]) => {
  const documents = createDocuments()
  documents.show([visit('v1', 'OnSite'), visit('v2', 'OnSite')], outbox)
  return documents.get<{ state: string }>('visit', 'v1')
}

test('an unsent command shows at once and says that it is unsent', () => {
  expect(shown([start])).toMatchObject({ state: 'Working', unsent: true, version: 3 })
})

test('an applied command stays on the screen until the feed has brought it', () => {
  const applied: Recorded = { ...start, outcome: { id: 'c', outcome: 'applied' } }
  expect(shown([applied])).toMatchObject({ state: 'Working', unsent: false })
  expect(shown([{ ...applied, seen: true }])).toMatchObject({ state: 'OnSite' })
})

test('a refused command leaves the screen', () => {
  expect(shown([{ ...start, outcome: { id: 'c', outcome: 'refused' } }])).toMatchObject({ state: 'OnSite', unsent: false })
})

test('a document made here is there before the server knows it', () => {
  const documents = createDocuments()
  documents.show([], [{ ...start, patches: [{ type: 'visit', id: 'v9', set: { state: 'Tentative' } }] }])
  expect(documents.all('visit')).toMatchObject([{ id: 'v9', state: 'Tentative', unsent: true, version: 0 }])
})

test('a list stays the same array until something changes, and then listeners are told', () => {
  const documents = createDocuments()
  documents.show([visit('v1', 'OnSite')], [])
  const told = vi.fn()
  const stop = documents.subscribe(told)
  const before = documents.all('visit')
  expect(documents.all('visit')).toBe(before)
  documents.show([visit('v1', 'Working')], [])
  expect(documents.all('visit')).not.toBe(before)
  stop()
  documents.show([], [])
  expect(told).toHaveBeenCalledTimes(1)
})

test('ids are version 7 and sort by time', () => {
  const id = (now: number) => uuid7(now, bytes => bytes.fill(0xff))
  expect(id(1_700_000_000_000)).toMatch(/^018bcfe5-6800-7fff-bfff-f{12}$/)
  expect(id(1_700_000_000_001) > id(1_700_000_000_000)).toBe(true)
})

test('pauses double, are spread, and end at a minute', () => {
  expect([1, 2, 3].map(f => pauseAfter(f, 1))).toEqual([1_000, 2_000, 4_000])
  expect(pauseAfter(1, 0)).toBe(500)
  expect(pauseAfter(30, 1)).toBe(60_000)
})
