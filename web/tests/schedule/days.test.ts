import { describe, expect, it } from 'vitest'
import { dayOf, dayStart, plusDays, spanOf, step } from '@/features/schedule/days'

const hour = 3_600_000
const length = (day: string, zone: string) => (dayStart(plusDays(day, 1), zone) - dayStart(day, zone)) / hour

describe('A day on the board', () => {
  it('lasts as long as the clocks of its zone say, also when they change', () => {
    expect(length('2026-03-29', 'Europe/Berlin')).toBe(23)
    expect(length('2026-10-25', 'Europe/Berlin')).toBe(25)
    expect(length('2026-11-01', 'America/New_York')).toBe(25)
    expect(length('2026-11-26', 'Africa/Nairobi')).toBe(24)
  })

  it('begins at its first moment where the clock jumps over midnight', () => {
    const start = dayStart('2026-09-06', 'America/Santiago')
    expect(dayOf(start, 'America/Santiago')).toBe('2026-09-06')
    expect(dayOf(start - 1, 'America/Santiago')).toBe('2026-09-05')
  })

  it('ends one millisecond before the next begins', () => {
    const midnight = dayStart('2026-11-27', 'Africa/Nairobi')
    expect(dayOf(midnight - 1, 'Africa/Nairobi')).toBe('2026-11-26')
    expect(dayOf(midnight, 'Africa/Nairobi')).toBe('2026-11-27')
  })

  it('leads from month to month without skipping a short one', () => {
    expect(step('2026-01-31', 'month', 1)).toBe('2026-02-01')
    expect(step('2026-03-31', 'month', -1)).toBe('2026-02-01')
    expect(spanOf('2026-12-31', 'week')).toEqual(['2026-12-28', '2027-01-04'])
  })
})
