import type { components } from '@/api/schema'

export type Money = components['schemas']['Money']
export type Rate = components['schemas']['Rate']

const micro = 1_000_000
/** ISO 4217 for "no currency". */
const none = 'XXX'

/** How many figures stand behind the point: 2 for KES, 0 for JPY, 3 for BHD. */
export const digitsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

const figures = (value: number, least: number, most = least) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: least, maximumFractionDigits: most }).format(value)

/** "KES 24,070.00" */
export const money = ({ minor = 0, currency = none }: Money) => {
  const digits = digitsOf(currency)
  return `${currency}\u00a0${figures(Number(minor) / 10 ** digits, digits)}`
}

/** "2,500.00": a price to the last figure that it has. */
export const price = ({ micro: millionths = 0, currency = none }: Rate) => {
  const digits = digitsOf(currency)
  return figures(Number(millionths) / micro / 10 ** digits, digits, digits + 6)
}

/** What somebody typed, in minor units; undefined when it is no amount of this currency. */
export const amountOf = (typed: string, currency: string): { minor: number; currency: string } | undefined => {
  const plain = typed.replace(/[\s,]/g, '')
  const digits = digitsOf(currency)
  if (!new RegExp(`^\\d{1,12}(\\.\\d{0,${digits}})?$`).test(plain)) return undefined
  const [whole = '0', part = ''] = plain.split('.')
  return { minor: Number(whole + part.padEnd(digits, '0')), currency }
}

export const rateOf = (typed: string, currency: string): { micro: number; currency: string } | undefined => {
  const amount = amountOf(typed, currency)
  return amount ? { micro: amount.minor * micro, currency } : undefined
}

/** As a field for typing holds it: without separators. */
export const typedOf = ({ minor = 0, currency = none }: Money) => {
  const digits = digitsOf(currency)
  return (Number(minor) / 10 ** digits).toFixed(digits)
}
