import { afterEach, describe, expect, it } from 'vitest'
import { amountOf, money, price, rateOf, typedOf } from '@/features/billing/money'
import { speak } from '@/words/languages'

afterEach(() => speak('en'))

describe('amounts', () => {
  it('have as many figures as their currency', () => {
    expect(money({ minor: 2_407_000, currency: 'KES' })).toBe('KES\u00a024,070.00')
    expect(money({ minor: 2_407_000, currency: 'JPY' })).toBe('JPY\u00a02,407,000')
    expect(money({ minor: 2_407_000, currency: 'BHD' })).toBe('BHD\u00a02,407.000')
    expect(price({ micro: 3_125_000, currency: 'KES' })).toBe('0.03125')
  })

  it('are read back to the minor unit', () => {
    expect(amountOf('24,070.5', 'KES')).toEqual({ minor: 2_407_050, currency: 'KES' })
    expect(amountOf('1.234', 'BHD')).toEqual({ minor: 1_234, currency: 'BHD' })
    expect(amountOf('12', 'JPY')).toEqual({ minor: 12, currency: 'JPY' })
    expect(typedOf({ minor: 5, currency: 'KES' })).toBe('0.05')
    expect(rateOf('2500', 'KES')).toEqual({ micro: 250_000_000_000, currency: 'KES' })
  })

  it('are refused where the currency has no such part', () => {
    expect(amountOf('12.5', 'JPY')).toBeUndefined()
    expect(amountOf('1.005', 'KES')).toBeUndefined()
    expect(amountOf('-1', 'KES')).toBeUndefined()
    expect(amountOf('', 'KES')).toBeUndefined()
  })

  it('are written and read as the language separates them', () => {
    speak('de')
    expect(money({ minor: 2_407_050, currency: 'KES' })).toBe('24.070,50\u00a0KES')
    expect(typedOf({ minor: 5, currency: 'KES' })).toBe('0,05')
    expect(amountOf('24.070,5', 'KES')).toEqual({ minor: 2_407_050, currency: 'KES' })
    expect(amountOf('12,50', 'KES')).toEqual({ minor: 1_250, currency: 'KES' })
    expect(amountOf('12.50', 'KES')).toEqual({ minor: 1_250, currency: 'KES' })
    expect(amountOf('1.500', 'KES')).toBeUndefined()
    speak('fr')
    expect(amountOf('24 070,50', 'KES')).toEqual({ minor: 2_407_050, currency: 'KES' })
  })
})
