import { expect, test } from 'vitest'
import { ago, clock, date, left, moment, range, span } from '@/ui/times'

const nairobi = 'Africa/Nairobi'
const at = (iso: string) => Date.parse(iso)
const now = at('2026-11-20T11:20:00+03:00')

test('times carry the zone of the place they speak of', () => {
  expect(clock(now, nairobi)).toBe('11:20')
  expect(clock(now, 'America/New_York')).toBe('03:20')
})

test('near times are said near, far ones as dates', () => {
  expect(moment(at('2026-11-20T17:00:00+03:00'), now, nairobi)).toBe('17:00')
  expect(moment(at('2026-11-23T12:00:00+03:00'), now, nairobi)).toBe('Mon 12:00')
  expect(moment(at('2026-09-02T12:00:00+03:00'), now, nairobi)).toBe('02 Sep')
  expect(date(at('2024-02-02T12:00:00+03:00'), now, nairobi)).toBe('02 Feb 2024')
})

test('what is left counts down and then says how late', () => {
  expect(left(now + 18 * 60_000, now)).toBe('18 min left')
  expect(left(now + 130 * 60_000, now)).toBe('2 h 10 left')
  expect(left(now - 12 * 60_000, now)).toBe('12 min late')
  expect(left(at('2026-11-23T12:00:00+03:00'), now, nairobi)).toBe('Mon 12:00')
})

test('spans and ages', () => {
  expect([span(0), span(3_540_000), span(3_600_000), span(3_900_000), span(86_400_000), span(3 * 86_400_000)]).toEqual([
    '0 min',
    '59 min',
    '1 h',
    '1 h 05',
    '1 day',
    '3 days',
  ])
  expect([ago(now - 10_000, now), ago(now - 360_000, now)]).toEqual(['just now', '6 min ago'])
})

test('a range says its day once', () => {
  expect(range(at('2026-11-20T07:52:00+03:00'), at('2026-11-20T10:02:00+03:00'), now, nairobi)).toBe('Fri 20 Nov, 07:52 to 10:02')
})
