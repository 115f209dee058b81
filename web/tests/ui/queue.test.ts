import { expect, test } from 'vitest'
import { due, groupsByDue } from '@/features/work-orders/queue/due'
import { arrivedInWords, queueInWords } from '@/features/work-orders/queue/inWords'
import { arrived, now, requests } from '../stories/fixtures'

const minutes = (n: number) => now + n * 60_000
const answer = (inMinutes: number) => due({ answerBy: minutes(inMinutes), receivedAt: minutes(-6) }, now)

test('an answer grows pressing as its time runs out', () => {
  expect(answer(18)).toMatchObject({ words: '18 min left', tone: 'breached', part: 0.25 })
  expect(answer(31)?.tone).toBe('risk')
  expect(answer(52)?.tone).toBeUndefined()
  expect(answer(-5)).toMatchObject({ words: '5 min late', tone: 'breached' })
  expect(due({ receivedAt: now }, now)).toBeUndefined()
})

test('the queue is grouped by when it must be answered, the most pressing first', () => {
  const groups = groupsByDue(requests, now)
    .filter(g => g.rows.length > 0)
    .map(g => [g.name, g.rows.length])
  expect(groups).toEqual([
    ['Answer within the hour', 4],
    ['Today', 6],
    ['Later', 3],
  ])
  expect(groupsByDue([...requests].reverse(), now)[0]?.rows[0]?.subject).toBe('Cold room at 9 °C, stock at risk')
})

test('a request without a promise is never lost from the groups', () => {
  const promised = groupsByDue([{ ...(requests[0] as (typeof requests)[0]), answerBy: undefined }], now)
  expect(promised.flatMap(g => g.rows)).toHaveLength(1)
})

test('counts are said in words', () => {
  expect(arrivedInWords(arrived)).toBe('2 WhatsApp, 1 sensor, one is priority 1')
  expect(queueInWords(requests, now)).toBe('13 to triage, oldest 47 min')
  expect(queueInWords([], now)).toBe('Nothing to triage')
})
