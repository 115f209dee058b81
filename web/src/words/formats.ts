import { languageNow, region } from './languages'

const minute = 60_000

/** A name within a sentence: nouns in German keep their capital. */
export const within = (name: string) => (languageNow() === 'de' ? name : name.toLowerCase())

/** Making a formatter takes a hundred times as long as using it. */
const numbers = new Map<string, Intl.NumberFormat>()
export const numberFormat = (options: Intl.NumberFormatOptions = {}) => {
  const key = JSON.stringify([region(), options])
  const known = numbers.get(key) ?? new Intl.NumberFormat(region(), options)
  numbers.set(key, known)
  return known
}

const times = new Map<string, Intl.DateTimeFormat>()
export const timeFormat = (options: Intl.DateTimeFormatOptions) => {
  const key = JSON.stringify([region(), options])
  const known = times.get(key) ?? new Intl.DateTimeFormat(region(), options)
  times.set(key, known)
  return known
}

const when = (options: Intl.DateTimeFormatOptions) => (at: number | string, zone?: string) =>
  timeFormat({ ...options, ...(zone ? { timeZone: zone } : {}) }).format(new Date(at))

const unit = (n: number, of: 'hour' | 'minute' | 'day') =>
  numberFormat({ style: 'unit', unit: of, unitDisplay: 'short' }).format(n)

export const clock = when({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
export const day = when({ weekday: 'long', day: 'numeric', month: 'short' })
export const date = when({ day: 'numeric', month: 'short', year: 'numeric' })
export const shortDay = when({ weekday: 'short', day: 'numeric', month: 'short' })

export const span = (ms: number) => {
  const minutes = Math.max(0, Math.round(ms / minute))
  if (minutes < 60) return unit(minutes, 'minute')
  if (minutes < 48 * 60)
    return [unit(Math.floor(minutes / 60), 'hour'), ...(minutes % 60 ? [unit(minutes % 60, 'minute')] : [])].join(' ')
  return unit(Math.floor(minutes / 1440), 'day')
}

export const number = (n: number) => numberFormat().format(n)

/** How many figures stand behind the point: 2 for KES, 0 for JPY, 3 for BHD. */
export const digitsOf = (currency: string) =>
  numberFormat({ style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

export const money = ({ minor, currency }: { minor: number; currency: string }) =>
  numberFormat({ style: 'currency', currency }).format(minor / 10 ** digitsOf(currency))

export const size = (bytes: number) =>
  bytes < 1e5
    ? numberFormat({ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1e3))
    : numberFormat({ style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1e6)
