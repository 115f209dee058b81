import { isHalfTyped } from './halfTyped'

export const languages = { en: 'English', sw: 'Kiswahili', fr: 'Français', de: 'Deutsch' } as const

export type Language = keyof typeof languages

const regions: Record<Language, string> = { en: 'en-GB', sw: 'sw', fr: 'fr', de: 'de' }

const isLanguage = (tag: string | null): tag is Language => tag !== null && tag in languages

/** What the person chose on this device; before that, the first of their browser's languages that we speak. */
export const wantedLanguage = (): Language => {
  const chosen = localStorage.getItem('language')
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map(tag => tag.slice(0, 2)).find(isLanguage) ?? 'en'
}

const glance = 300
let waits: ReturnType<typeof setInterval> | undefined

/** Opens the page again in that language: where somebody is stands in the address, and what they did in the store.
 *  What they are still writing stands nowhere else, so until that is sent or left the page stays as it is. */
export const chooseLanguage = (language: Language): 'now' | 'later' => {
  localStorage.setItem('language', language)
  clearInterval(waits)
  if (isHalfTyped()) {
    waits = setInterval(() => isHalfTyped() || location.reload(), glance)
    return 'later'
  }
  location.reload()
  return 'now'
}

let spoken: Language = 'en'

export const languageNow = () => spoken

/** For Intl: English is written as in Britain. */
export const region = () => regions[spoken]

export const speak = (language: Language) => {
  spoken = language
  if (typeof document !== 'undefined') document.documentElement.lang = language
}
