/** What may be chosen where a place, a currency or a language is asked for. */
export const zones = Intl.supportedValuesOf('timeZone')
export const currencies = Intl.supportedValuesOf('currency')

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' })
export const currencyName = (code: string) => `${code}, ${currencyNames.of(code)}`

export const languages = [
  { value: 'en', label: 'English' },
  { value: 'sw-KE', label: 'Kiswahili' },
  { value: 'fr', label: 'French' },
  { value: 'de', label: 'German' },
]
