import { Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { currencies, currencyName, zones } from '@/features/settings/choices'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { Door } from './Door'
import { useSending } from './useSending'

export type FirstAnswers = {
  organisation: string
  timeZone: string
  currency: string
  branchCode: string
  branch: string
  name: string
  email: string
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Asked once, by the administrator: what the installation cannot know by itself. */
export const FirstRun = ({ onBegin }: { onBegin: (answers: FirstAnswers) => Promise<void> }) => {
  const [answers, setAnswers] = useState<FirstAnswers>({
    organisation: '',
    timeZone: here,
    currency: 'KES',
    branchCode: 'MAIN',
    branch: '',
    name: '',
    email: '',
  })
  const { sending, trouble, send } = useSending()
  const set = (change: Partial<FirstAnswers>) => setAnswers(known => ({ ...known, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(() => onBegin(answers))
  }
  return (
    <Door title="Set up your organisation" aside="All of this can be changed later under Settings. Nothing leaves this machine.">
      <p className="lead">Five short pages, then the office opens.</p>
      <form className="form" onSubmit={submit}>
        {trouble ? <Told>{trouble}</Told> : null}
        <TextInput
          label="Name, as on your letterhead"
          required
          autoFocus
          value={answers.organisation}
          onChange={e => set({ organisation: e.currentTarget.value })}
          withAsterisk={false}
        />
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
            label="First branch"
            required
            value={answers.branch}
            onChange={e => set({ branch: e.currentTarget.value })}
            withAsterisk={false}
          />
          <TextInput
            label="Its short code"
            required
            maxLength={8}
            value={answers.branchCode}
            onChange={e => set({ branchCode: e.currentTarget.value.toUpperCase() })}
            withAsterisk={false}
          />
        </div>
        <div className="pair">
          <TextInput
            label="Your name"
            required
            autoComplete="name"
            value={answers.name}
            onChange={e => set({ name: e.currentTarget.value })}
            withAsterisk={false}
          />
          <TextInput
            label="Your e-mail, to sign in with"
            type="email"
            required
            autoComplete="email"
            value={answers.email}
            onChange={e => set({ email: e.currentTarget.value })}
            withAsterisk={false}
          />
        </div>
        <Button kind="main" submit disabled={sending}>
          {sending ? 'Setting up' : 'Continue'}
        </Button>
      </form>
    </Door>
  )
}
