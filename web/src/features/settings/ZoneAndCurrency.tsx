import { Select } from '@mantine/core'
import { currencies, currencyName, zones } from './choices'
import { say } from './words'

export const ZoneSelect = ({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) => (
  <Select label={say('timeZone')} searchable data={zones} value={zone} onChange={chosen => chosen && onChange(chosen)} />
)

export const CurrencySelect = ({ currency, onChange }: { currency: string; onChange: (currency: string) => void }) => (
  <Select
    label={say('currency')}
    searchable
    data={currencies}
    renderOption={({ option }) => currencyName(option.value)}
    value={currency}
    onChange={chosen => chosen && onChange(chosen)}
  />
)
