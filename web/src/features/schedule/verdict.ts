import type { components } from '@/api/schema'
import { clock, millis } from '@/ui/times'
import { say } from './words'

export type Check = components['schemas']['ScheduleCheck']
export type Verdict = { tone: 'fits' | 'warns' | 'cannot'; words: string; start: number; travel: number }

const minute = 60_000
const near = 10 * minute

/** Whether a job may begin there, and which rule says what. A start close to the earliest possible one is drawn to it. */
export const verdict = (check: Check, technician: string, wanted: number, minutes: number): Verdict => {
  const line = check.technicians.find(t => t.technician === technician)
  const no = (words: string): Verdict => ({ tone: 'cannot', words, start: wanted, travel: 0 })
  if (!line) return no(say('worksInAnotherBranch'))
  if (line.lacks[0]) return no(line.lacks[0].replace(/\.$/, ''))
  const longer = (minutes - Number(check.minutes)) * minute
  const spans = line.openings.map(o => ({
    from: millis(o.from),
    until: millis(o.until) - longer,
    travel: Number(o.travelMinutes),
  }))
  const fit = spans.find(o => wanted >= o.from - near && wanted <= o.until)
  if (fit) {
    const start = Math.max(wanted, fit.from)
    const end = start + minutes * minute
    if (check.due && end > millis(check.due))
      return {
        tone: 'warns',
        words: say('endsAfterWhichWasPromised', { time: clock(millis(check.due)) }),
        start,
        travel: fit.travel,
      }
    return { tone: 'fits', words: say('fitsAtMinDrive', { time: clock(start), travel: fit.travel }), start, travel: fit.travel }
  }
  const end = wanted + minutes * minute
  const taken = line.taken.find(t => millis(t.from) < end && millis(t.until) > wanted)
  if (taken) return no(say('busyUntil', { time: clock(millis(taken.until)), what: taken.what }))
  const warns = (words: string): Verdict => ({ tone: 'warns', words, start: wanted, travel: 0 })
  if (!line.shifts.some(s => millis(s.start) <= wanted && millis(s.end) >= end)) return warns(say('outsideTheirHours'))
  const next = spans.find(o => o.from > wanted)
  return warns(next ? say('theWayThereTakesUntil', { time: clock(next.from) }) : say('leavesNoTimeForThe'))
}
