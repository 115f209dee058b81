import { FileButton, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ours, Problem, run } from '@/api/client'
import { useSending } from '@/features/identity/useSending'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { currencies, currencyName, zones } from './choices'
import { type Organisation, organisationQuery } from './queries'

type Answers = {
  name: string
  letterhead: string
  timeZone: string
  currency: string
  taxName: string
  taxPercent: number
  taxNumber: string
  logo: string | null
}

const answersOf = (known: Organisation): Answers => ({
  name: known.name,
  letterhead: known.letterhead,
  timeZone: known.timeZone,
  currency: known.currency,
  taxName: known.tax?.name ?? '',
  taxPercent: (known.tax?.rate ?? 0) / 100,
  taxNumber: known.tax?.number ?? '',
  logo: known.logo ?? null,
})

type FormProps = { organisation: Organisation; words: string; onDone: () => void }

/** What stands on every paper, and what is usual unless a branch says otherwise. */
export const OrganisationForm = ({ organisation, words, onDone }: FormProps) => {
  const [answers, setAnswers] = useState(() => answersOf(organisation))
  const queries = useQueryClient()
  const { sending, trouble, send } = useSending()
  const set = (change: Partial<Answers>) => setAnswers(known => ({ ...known, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => {
      const { taxName, taxPercent, taxNumber, ...rest } = answers
      const tax =
        taxName.trim() === '' ? null : { name: taxName.trim(), rate: Math.round(taxPercent * 100), number: taxNumber.trim() }
      await run('/api/organisation/change', { ...rest, tax, seen: organisation.version })
      await queries.invalidateQueries({ queryKey: organisationQuery.queryKey })
      onDone()
    })
  }
  return (
    <form className="form" onSubmit={submit}>
      {trouble ? <Told>{trouble}</Told> : null}
      <TextInput
        label="Name"
        required
        withAsterisk={false}
        value={answers.name}
        onChange={e => set({ name: e.currentTarget.value })}
      />
      <Textarea
        label="Under the name on paper"
        description="Address, telephone, e-mail, registration: line by line"
        autosize
        minRows={3}
        value={answers.letterhead}
        onChange={e => set({ letterhead: e.currentTarget.value })}
      />
      <Logo known={organisation.logo ?? null} logo={answers.logo} onLogo={logo => set({ logo })} />
      <div className="pair">
        <Select
          label="Time zone"
          searchable
          data={zones}
          value={answers.timeZone}
          onChange={timeZone => timeZone && set({ timeZone })}
        />
        <Select
          label="Currency"
          searchable
          data={currencies}
          renderOption={({ option }) => currencyName(option.value)}
          value={answers.currency}
          onChange={currency => currency && set({ currency })}
        />
      </div>
      <div className="pair">
        <TextInput
          label="Tax, as it is called"
          placeholder="VAT, or none"
          value={answers.taxName}
          onChange={e => set({ taxName: e.currentTarget.value })}
        />
        <NumberInput
          label="Usual rate"
          suffix=" %"
          min={0}
          max={100}
          decimalScale={2}
          disabled={answers.taxName.trim() === ''}
          value={answers.taxPercent}
          onChange={rate => set({ taxPercent: Number(rate) })}
        />
      </div>
      <TextInput
        label="Tax number"
        disabled={answers.taxName.trim() === ''}
        value={answers.taxNumber}
        onChange={e => set({ taxNumber: e.currentTarget.value })}
      />
      <div className="row">
        <span className="grow" />
        <Button kind="main" submit disabled={sending}>
          {words}
        </Button>
      </div>
    </form>
  )
}

type LogoProps = { known: string | null; logo: string | null; onLogo: (hash: string | null) => void }

const Logo = ({ known, logo, onLogo }: LogoProps) => {
  const { sending, trouble, send } = useSending()
  const [picture, setPicture] = useState<string>()
  const choose = (file: File | null) => {
    if (file)
      void send(async () => {
        onLogo(await keep(file))
        setPicture(URL.createObjectURL(file))
      })
  }
  const shown = picture ?? (logo && logo === known ? `/api/organisation/logo?${logo}` : undefined)
  return (
    <div className="logo-field">
      {logo && shown ? <img src={shown} alt="The logo" height={48} /> : <span className="soft">No logo yet.</span>}
      <span className="grow" />
      <FileButton onChange={choose} accept="image/png,image/jpeg">
        {({ onClick }) => (
          <Button onClick={onClick} disabled={sending}>
            {logo ? 'Another logo' : 'Choose a logo'}
          </Button>
        )}
      </FileButton>
      {logo ? <Button onClick={() => onLogo(null)}>Remove</Button> : null}
      {trouble ? <Told>{trouble}</Told> : null}
    </div>
  )
}

const keep = async (file: File): Promise<string> => {
  const response = await fetch('/api/blobs', { method: 'POST', headers: { ...ours, 'content-type': file.type }, body: file })
  const answer = (await response.json()) as { hash?: string; code?: string; detail?: string }
  if (!response.ok || !answer.hash)
    throw new Problem(response.status, answer.code ?? 'failed', answer.detail ?? 'The picture could not be kept.')
  return answer.hash
}
