import { expect, test } from 'vitest'
import { barsOf, type VisitOnBoard } from '@/features/schedule/board'
import type { Seen } from '@/store/documents'

const from = Date.UTC(2026, 10, 23, 4)
const until = from + 86_400_000

const visit = (said: Partial<Seen<VisitOnBoard>>): Seen<VisitOnBoard> => ({
  id: 'visit-1',
  version: 3,
  unsent: false,
  workOrder: 'order-1',
  lead: 'ana',
  start: '2026-11-23T08:00:00Z',
  end: '2026-11-23T09:00:00Z',
  state: 'dispatched',
  ...said,
})
const only = (said: Partial<Seen<VisitOnBoard>>) => barsOf(undefined, [visit(said)], from, until)[0]

test('a bar is marked while nobody has accepted the visit in time', () => {
  expect(only({ unansweredSince: '2026-11-23T06:15:00Z' })?.unanswered).toBe(Date.UTC(2026, 10, 23, 6, 15))
  expect(only({})?.unanswered).toBeUndefined()
})

test('a visit moved on this device is asked after no longer, though the office does not know of it yet', () => {
  expect(only({ unansweredSince: '2026-11-23T06:15:00Z', state: 'scheduled', unsent: true })?.unanswered).toBeUndefined()
})
