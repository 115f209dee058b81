import { region } from '@/words/languages'
import { say } from './words'

/** What may be chosen where a place, a currency or a language is asked for. */
export const zones = Intl.supportedValuesOf('timeZone')
export const currencies = Intl.supportedValuesOf('currency')

const currencyNames = new Intl.DisplayNames(region(), { type: 'currency' })
export const currencyName = (code: string) => `${code}, ${currencyNames.of(code)}`

export const languages = [
  { value: 'en', label: say('english') },
  { value: 'sw-KE', label: say('kiswahili') },
  { value: 'fr', label: say('french') },
  { value: 'de', label: say('german') },
]
