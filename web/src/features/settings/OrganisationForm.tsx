import { FileButton, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { run } from '@/api/client'
import { upload } from '@/api/upload'
import { useSending } from '@/features/identity/useSending'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { type Organisation, organisationQuery } from './queries'
import { say } from './words'
import { CurrencySelect, ZoneSelect } from './ZoneAndCurrency'

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
        label={say('name')}
        required
        withAsterisk={false}
        value={answers.name}
        onChange={e => set({ name: e.currentTarget.value })}
      />
      <Textarea
        label={say('underTheNameOnPaper')}
        description={say('addressTelephoneEMailRegistration')}
        autosize
        minRows={3}
        value={answers.letterhead}
        onChange={e => set({ letterhead: e.currentTarget.value })}
      />
      <Logo known={organisation.logo ?? null} logo={answers.logo} onLogo={logo => set({ logo })} />
      <div className="pair">
        <ZoneSelect zone={answers.timeZone} onChange={timeZone => set({ timeZone })} />
        <CurrencySelect currency={answers.currency} onChange={currency => set({ currency })} />
      </div>
      <div className="pair">
        <TextInput
          label={say('taxAsItIsCalled')}
          placeholder={say('vatOrNone')}
          value={answers.taxName}
          onChange={e => set({ taxName: e.currentTarget.value })}
        />
        <NumberInput
          label={say('usualRate')}
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
        label={say('taxNumber')}
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
        onLogo(await upload(file))
        setPicture(URL.createObjectURL(file))
      })
  }
  const shown = picture ?? (logo && logo === known ? `/api/organisation/logo?${logo}` : undefined)
  return (
    <div className="logo-field">
      {logo && shown ? <img src={shown} alt={say('theLogo')} height={48} /> : <span className="soft">{say('noLogoYet')}</span>}
      <span className="grow" />
      <FileButton onChange={choose} accept="image/png,image/jpeg">
        {({ onClick }) => (
          <Button onClick={onClick} disabled={sending}>
            {logo ? say('anotherLogo') : say('chooseALogo')}
          </Button>
        )}
      </FileButton>
      {logo ? <Button onClick={() => onLogo(null)}>{say('remove')}</Button> : null}
      {trouble ? <Told>{trouble}</Told> : null}
    </div>
  )
}
