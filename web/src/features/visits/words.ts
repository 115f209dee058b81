import { useSyncExternalStore } from 'react'
import { de } from './words/de'
import { en } from './words/en'
import { fr } from './words/fr'
import { sw } from './words/sw'

export type Key = keyof typeof en
type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)
export type Words = Record<Key, Message>
export type Language = 'en' | 'sw' | 'fr' | 'de'

export const languages: Record<Language, string> = { en: 'English', sw: 'Kiswahili', fr: 'Français', de: 'Deutsch' }
const books: Record<Language, Words> = { en, sw, fr, de }
const regions: Record<Language, string> = { en: 'en-GB', sw: 'sw', fr: 'fr', de: 'de' }

const isLanguage = (tag: string | null): tag is Language => tag !== null && tag in books
const asked = () => navigator.languages.map(tag => tag.slice(0, 2)).find(isLanguage) ?? 'en'
const languageNow = (): Language => {
  const chosen = localStorage.getItem('language')
  return isLanguage(chosen) ? chosen : asked()
}

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const chooseLanguage = (language: Language) => {
  localStorage.setItem('language', language)
  document.documentElement.lang = language
  for (const tell of listeners) tell()
}

export type Values = Record<string, string | number>

export const sayIn = (language: Language, key: Key, values: Values = {}): string => {
  const message = books[language][key]
  const rule = () => new Intl.PluralRules(language).select(Number(values.n ?? 0))
  const form = typeof message === 'string' ? message : (message[rule()] ?? message.other)
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? new Intl.NumberFormat(regions[language]).format(value) : value
  })
}

const minute = 60_000

const speak = (language: Language) => {
  const region = regions[language]
  const when = (options: Intl.DateTimeFormatOptions) => (at: number | string, zone?: string) =>
    new Intl.DateTimeFormat(region, { ...options, ...(zone ? { timeZone: zone } : {}) }).format(new Date(at))
  const unit = (n: number, of: 'hour' | 'minute' | 'day') =>
    new Intl.NumberFormat(region, { style: 'unit', unit: of, unitDisplay: 'short' }).format(n)
  return {
    language,
    say: (key: Key, values?: Values) => sayIn(language, key, values),
    clock: when({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: when({ weekday: 'long', day: 'numeric', month: 'short' }),
    date: when({ day: 'numeric', month: 'short', year: 'numeric' }),
    shortDay: when({ weekday: 'short', day: 'numeric', month: 'short' }),
    span: (ms: number) => {
      const minutes = Math.max(0, Math.round(ms / minute))
      if (minutes < 60) return unit(minutes, 'minute')
      if (minutes < 48 * 60)
        return [unit(Math.floor(minutes / 60), 'hour'), ...(minutes % 60 ? [unit(minutes % 60, 'minute')] : [])].join(' ')
      return unit(Math.floor(minutes / 1440), 'day')
    },
    number: (n: number) => new Intl.NumberFormat(region).format(n),
    money: ({ minor, currency }: { minor: number; currency: string }) => {
      const format = new Intl.NumberFormat(region, { style: 'currency', currency })
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
    },
    size: (bytes: number) =>
      new Intl.NumberFormat(region, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1e6),
  }
}

export type Speech = ReturnType<typeof speak>
let spoken: Speech | undefined

/** The words of the person who holds the phone; the same object until they choose another language. */
export const speech = (): Speech => {
  const language = languageNow()
  if (spoken?.language !== language) {
    spoken = speak(language)
    document.documentElement.lang = language
  }
  return spoken
}

export const useWords = () => useSyncExternalStore(subscribe, speech)
