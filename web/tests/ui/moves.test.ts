import { expect, test } from 'vitest'
import { moves, nextOf, type OrderMove } from '@/features/work-orders/order/moves'
import { orderStates } from '@/features/work-orders/order/order'

const all = Object.keys(moves) as OrderMove[]

test('a completed order is closed, sent back beside it', () => {
  expect(nextOf('completed', ['close', 'sendBack'])).toEqual({
    what: 'review what was done, then close.',
    main: 'close',
    beside: ['sendBack'],
    more: [],
  })
})

test('what the server does not allow is not offered', () => {
  expect(nextOf('ready', [])).toMatchObject({ main: undefined, beside: [], more: [] })
})

test('an order that has ended asks for nothing', () => {
  expect(['closed', 'cancelled', 'cannotComplete'].map(state => nextOf(state as keyof typeof orderStates, all))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('every allowed move stands in one place only', () => {
  for (const state of Object.keys(orderStates) as (keyof typeof orderStates)[]) {
    const next = nextOf(state, all)
    if (!next) continue
    const shown = [next.main, ...next.beside, ...next.more].filter(m => m !== undefined)
    expect(new Set(shown).size).toBe(shown.length)
  }
})
