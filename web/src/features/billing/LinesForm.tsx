import { Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSending } from '@/features/identity/useSending'
import { Told } from '@/ui/notices'
import { Button, SectionTitle } from '@/ui/pieces'
import { digitsOf } from '@/words/formats'
import { type Line, lineKinds, type Page } from './invoice'
import { rateOf, typedAs } from './money'
import { say } from './words'

type Typed = { key: number; line: Line; text: string; quantity: string; price: string }

const milli = 1000
const longest = 200

const typedPrice = (line: Line) => {
  if (!line.price) return ''
  const digits = digitsOf(line.price.currency ?? '')
  return typedAs(String(Number(line.price.micro) / 1_000_000 / 10 ** digits))
}

const typed = (line: Line, key: number): Typed => ({
  key,
  line,
  text: line.text,
  quantity: typedAs(String(Number(line.quantity) / milli)),
  price: typedPrice(line),
})

/** What was typed as a line; undefined while it is none. A price that was not touched keeps its last figure. */
const lineOf = ({ line, text, quantity, price }: Typed, currency: string): Line | undefined => {
  const many = Number(quantity.replace(',', '.'))
  const rate = price === typedPrice(line) ? line.price : price.trim() === '' ? null : rateOf(price, currency)
  if (text.trim() === '' || !(many > 0) || rate === undefined) return undefined
  return { ...line, text: text.trim(), quantity: Math.round(many * milli), price: rate }
}

type LinesProps = { page: Page; onChange: (lines: readonly Line[]) => Promise<void>; onBack: () => void }

/** All lines of a draft, as they shall be. */
export const LinesForm = ({ page, onChange, onBack }: LinesProps) => {
  const currency = page.sum.net.currency ?? ''
  const [rows, setRows] = useState(() => page.lines.map(({ line }, i) => typed(line, i)))
  const { sending, trouble, send } = useSending()
  const lines = rows.map(row => lineOf(row, currency))
  const whole = lines.filter(line => line !== undefined)
  const set = (key: number, part: Partial<Typed>) => setRows(all => all.map(row => (row.key === key ? { ...row, ...part } : row)))
  const add = () =>
    setRows(all => [
      ...all,
      typed(
        { kind: 'fee', code: 'other', text: '', quantity: milli, unit: 'piece', price: null, coveredBy: null },
        Math.max(-1, ...all.map(r => r.key)) + 1,
      ),
    ])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(() => onChange(whole))
  }
  return (
    <section>
      <SectionTitle note={rows.length}>{say('lines')}</SectionTitle>
      <form className="form lines-form" onSubmit={submit}>
        {rows.map((row, i) => (
          <fieldset className="plain line-form" key={row.key} aria-label={say('lineNumber', { n: i + 1 })}>
            <TextInput
              label={say('what')}
              maxLength={longest}
              value={row.text}
              onChange={e => set(row.key, { text: e.currentTarget.value })}
            />
            <Select
              label={say('kind')}
              data={Object.entries(lineKinds).map(([value, label]) => ({ value, label }))}
              value={row.line.kind ?? 'fee'}
              onChange={kind => kind && set(row.key, { line: { ...row.line, kind: kind as NonNullable<Line['kind']> } })}
              allowDeselect={false}
            />
            <TextInput
              label={say('quantityIn', { unit: row.line.unit })}
              inputMode="decimal"
              value={row.quantity}
              onChange={e => set(row.key, { quantity: e.currentTarget.value })}
            />
            <TextInput
              label={row.line.coveredBy ? say('priceCovered') : say('priceIn', { currency })}
              inputMode="decimal"
              value={row.price}
              onChange={e => set(row.key, { price: e.currentTarget.value })}
            />
            <Button
              kind="plain"
              icon="close"
              aria-label={say('takeLineOff', { n: i + 1 })}
              onClick={() => setRows(all => all.filter(r => r.key !== row.key))}
            />
            {row.line.coveredBy ? <p className="small soft covered">{row.line.coveredBy}</p> : null}
          </fieldset>
        ))}
        {trouble ? <Told>{trouble}</Told> : null}
        <div className="row">
          <Button icon="plus" onClick={add}>
            {say('addLine')}
          </Button>
          <span className="grow" />
          <Button onClick={onBack}>{say('back')}</Button>
          <Button kind="main" submit disabled={sending || whole.length !== rows.length}>
            {say('changeLines')}
          </Button>
        </div>
      </form>
    </section>
  )
}
