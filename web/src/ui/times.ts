import { timeFormat } from '@/words/formats'
import { say } from './words'

/** Times as people say them. Everything takes `now`, so that screens tick together and tests stand still. */

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let home: string | undefined

/** The zone of the organisation, in which every time is said that names no other. */
export const liveIn = (zone: string | undefined) => {
  home = zone
}

const formatOf = (zone: string | undefined, options: Intl.DateTimeFormatOptions) =>
  timeFormat({ ...options, ...(zone ? { timeZone: zone } : {}) })

const parts = (at: number, zone: string | undefined = home, options: Intl.DateTimeFormatOptions) => {
  const format = formatOf(zone, options)
  return Object.fromEntries(format.formatToParts(at).map(p => [p.type, p.value])) as Record<string, string>
}

export const millis = (iso: string) => Date.parse(iso)

/** "09:41" */
export const clock = (at: number, zone?: string) => {
  const p = parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${p.hour}:${p.minute}`
}

/** "20 Nov", with the year when it is another one. */
export const date = (at: number, now: number, zone?: string) => {
  const yearOf = (when: number) => parts(when, zone, { year: 'numeric' }).year
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const)
  return formatOf(zone, { day: '2-digit', month: 'short', ...year })
    .format(at)
    .replace('Sept', 'Sep')
}

/** Intl knows no short ones in Kiswahili. */
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export const weekday = (at: number, zone = homeZone()) => {
  const day = new Date(`${localIn(at, zone).slice(0, 10)}T00:00:00Z`).getUTCDay()
  return say(weekdays[day] ?? 'sun')
}

const isSameDay = (a: number, b: number, zone?: string) => date(a, b, zone) === date(b, b, zone)

/** "09:41" today, "Mon 12:00" within a week, "02 Sep" further away. */
export const moment = (at: number, now: number, zone?: string) => {
  if (isSameDay(at, now, zone)) return clock(at, zone)
  if (Math.abs(at - now) < 6 * day) return `${weekday(at, zone)} ${clock(at, zone)}`
  return date(at, now, zone)
}

/** Exact, with the zone, for those who point at a time. */
export const exact = (at: number, zone: string | undefined = home) =>
  formatOf(zone, { dateStyle: 'full', timeStyle: 'long' }).format(at)

/** "6 min", "2 h 10", "3 days" */
export const span = (ms: number) => {
  const minutes = Math.max(0, Math.floor(ms / minute))
  if (minutes < 60) return say('minutes', { n: minutes })
  if (ms < day) {
    const rest = minutes % 60
    const n = Math.floor(minutes / 60)
    return rest === 0 ? say('hours', { n }) : say('hoursAnd', { n, rest: String(rest).padStart(2, '0') })
  }
  return say('days', { n: Math.floor(ms / day) })
}

/** What is due later than this is said by its date. */
export const isCounted = (due: number, now: number) => due - now < 8 * hour

/** "18 min left", "12 min late", and a date once it is too far to count. */
export const left = (due: number, now: number, zone?: string) => {
  if (due < now) return say('late', { span: span(now - due) })
  if (isCounted(due, now)) return say('left', { span: span(due - now) })
  return moment(due, now, zone)
}

export const ago = (at: number, now: number) => {
  if (now - at < minute) return say('justNow')
  return now - at < day ? say('ago', { span: span(now - at) }) : say('daysAgo', { n: Math.floor((now - at) / day) })
}

/** "Fri 20 Nov, 07:52 to 10:02" */
export const range = (from: number, to: number | undefined, now: number, zone?: string) => {
  const start = `${weekday(from, zone)} ${date(from, now, zone)}, ${clock(from, zone)}`
  return to === undefined ? start : say('fromTo', { start, end: clock(to, zone) })
}

/** The zone in which times are said that name no other. */
export const homeZone = () => home ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/** "2026-11-23T09:00", as a field for date and time holds it, on that zone's clock. */
export const localIn = (at: number, zone: string) => {
  const p = parts(at, zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`
}

/** The instant that a zone's clock showed this; where the clock jumps over it, the instant after the jump. */
export const instantIn = (local: string, zone: string): number | undefined => {
  const wanted = Date.parse(`${local}Z`)
  if (Number.isNaN(wanted)) return undefined
  const ahead = (at: number) => Date.parse(`${localIn(at, zone)}Z`) - Math.floor(at / minute) * minute
  const guess = wanted - ahead(wanted)
  return wanted - ahead(guess)
}
