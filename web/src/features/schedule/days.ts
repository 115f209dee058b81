/** Calendar days of a zone, as ISO texts, and the moments at which they begin. */

const hour = 3_600_000

const formats = new Map<string | undefined, Intl.DateTimeFormat>()
const formatOf = (zone: string | undefined) => {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(zone ? { timeZone: zone } : {}),
  })
  formats.set(zone, format)
  return format
}

const offsetAt = (at: number, zone: string | undefined) => {
  const format = formatOf(zone)
  const p = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const local = Date.UTC(p.year ?? 0, (p.month ?? 1) - 1, p.day, p.hour, p.minute, p.second)
  return local - Math.floor(at / 1000) * 1000
}

/** When that day begins where the zone's clocks say midnight; where they jump over it, with the first moment after the jump. */
export const dayStart = (day: string, zone: string | undefined) => {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const first = utc - offsetAt(utc, zone)
  const second = utc - offsetAt(first, zone)
  return dayOf(second, zone) === day ? second : first
}

export const dayOf = (at: number, zone: string | undefined) => new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10)

export const plusDays = (day: string, days: number) => new Date(Date.parse(day) + days * 24 * hour).toISOString().slice(0, 10)

export const scales = { hour: 288, day: 72, week: 12, month: 3 } as const
export type Scale = keyof typeof scales

/** The days that a scale shows around one of them: from the first to the day after the last. */
export const spanOf = (day: string, scale: Scale): [string, string] => {
  const date = new Date(Date.parse(day))
  if (scale === 'week') {
    const monday = plusDays(day, -((date.getUTCDay() + 6) % 7))
    return [monday, plusDays(monday, 7)]
  }
  if (scale === 'month') {
    const first = `${day.slice(0, 7)}-01`
    const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString().slice(0, 10)
    return [first, next]
  }
  return [day, plusDays(day, 1)]
}

/** The same place in the span before or after. */
export const step = (day: string, scale: Scale, by: 1 | -1) => {
  if (scale === 'month') {
    const [first, next] = spanOf(day, scale)
    return by === 1 ? next : `${plusDays(first, -1).slice(0, 7)}-01`
  }
  return plusDays(day, scale === 'week' ? 7 * by : by)
}
