import { expect, test } from 'vitest'
import { moves, nextOf, type OrderMove } from '@/features/work-orders/order/moves'
import { type Order, orderStates } from '@/features/work-orders/order/order'

const all = Object.keys(moves) as OrderMove[]
const order = (state: Order['state'], more: Partial<Order> = {}) => ({
  state,
  unknown: [],
  missing: [],
  checklist: [],
  deviations: [],
  visits: [],
  site: { name: 'ABC Place' },
  ...more,
})

test('a completed order is closed, sent back beside it', () => {
  expect(nextOf(order('completed'), ['close', 'sendBack'])).toMatchObject({
    what: 'review what was done, then close.',
    main: 'close',
    beside: ['sendBack'],
  })
})

test('a reading out of its limits is looked at before the order is closed', () => {
  const reading = { code: 's', step: 'Superheat', required: true, value: '14.2 K', limit: '4 to 8', isOut: true }
  expect(nextOf(order('completed', { checklist: [reading] }), ['close'])).toMatchObject({
    tone: 'risk',
    what: 'look at one reading, then close.',
    why: 'Superheat: 14.2 K, limit 4 to 8.',
  })
})

test('an order without a place is told who and where first', () => {
  expect(nextOf({ ...order('draft'), site: undefined }, ['triage'])).toMatchObject({ main: 'describe' })
})

test('what the server does not allow is not offered, nor what the role does not', () => {
  expect(nextOf(order('ready'), [])).toMatchObject({ main: undefined, beside: [], more: ['describe', 'code', 'prioritise'] })
  expect(nextOf(order('ready'), ['plan', 'hold'], () => false)).toMatchObject({ main: undefined, beside: [], more: [] })
})

test('an order that has ended asks for nothing', () => {
  const ended = ['closed', 'cancelled', 'cannotComplete'] as const
  expect(ended.map(state => nextOf(order(state), all))).toEqual([undefined, undefined, undefined])
})

test('every allowed move stands in one place only', () => {
  for (const state of Object.keys(orderStates) as (keyof typeof orderStates)[]) {
    const next = nextOf(order(state), all)
    if (!next) continue
    const shown = [next.main, ...next.beside, ...next.more].filter(m => m !== undefined)
    expect(new Set(shown).size).toBe(shown.length)
  }
})
