import type { components } from '@/api/schema'
import { digitsOf, numberFormat } from '@/words/formats'

export type Money = components['schemas']['Money']
export type Rate = components['schemas']['Rate']

const micro = 1_000_000
/** ISO 4217 for "no currency". */
const none = 'XXX'

/** "KES 24,070.00" */
export const money = ({ minor = 0, currency = none }: Money) => {
  return numberFormat({ style: 'currency', currency, currencyDisplay: 'code' }).format(Number(minor) / 10 ** digitsOf(currency))
}

/** "2,500.00": a price to the last figure that it has. */
export const price = ({ micro: millionths = 0, currency = none }: Rate) => {
  const digits = digitsOf(currency)
  return numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits + 6 }).format(
    Number(millionths) / micro / 10 ** digits,
  )
}

const commaSeparates = () => numberFormat().format(1.5).includes(',')

/** Where a comma separates the minor units, points may stand between the thousands before it; elsewhere commas may. */
const plainly = (typed: string) => {
  const given = typed.replace(/\s/g, '')
  if (!commaSeparates()) return given.replaceAll(',', '')
  return given.includes(',') ? given.replaceAll('.', '').replace(',', '.') : given
}

/** What somebody typed, in minor units; undefined when it is no amount of this currency. */
export const amountOf = (typed: string, currency: string): { minor: number; currency: string } | undefined => {
  const plain = plainly(typed)
  const digits = digitsOf(currency)
  if (!new RegExp(`^\\d{1,12}(\\.\\d{0,${digits}})?$`).test(plain)) return undefined
  const [whole = '0', part = ''] = plain.split('.')
  return { minor: Number(whole + part.padEnd(digits, '0')), currency }
}

export const rateOf = (typed: string, currency: string): { micro: number; currency: string } | undefined => {
  const amount = amountOf(typed, currency)
  return amount ? { micro: amount.minor * micro, currency } : undefined
}

/** A plain number with the mark that the reader's language separates by. */
export const typedAs = (plain: string) => (commaSeparates() ? plain.replace('.', ',') : plain)

/** As a field for typing holds it: without separators. */
export const typedOf = ({ minor = 0, currency = none }: Money) => {
  const digits = digitsOf(currency)
  return typedAs((Number(minor) / 10 ** digits).toFixed(digits))
}
