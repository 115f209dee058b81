import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { CurrencySelect, ZoneSelect } from '@/features/settings/ZoneAndCurrency'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { Door } from './Door'
import { useSending } from './useSending'
import { say } from './words'

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
    <Door title={say('setUpYourOrganisation')} aside={say('allOfThisCanBe')}>
      <p className="lead">{say('fiveShortPagesThenThe')}</p>
      <form className="form" onSubmit={submit}>
        {trouble ? <Told>{trouble}</Told> : null}
        <TextInput
          label={say('nameAsOnYourLetterhead')}
          required
          autoFocus
          value={answers.organisation}
          onChange={e => set({ organisation: e.currentTarget.value })}
          withAsterisk={false}
        />
        <div className="pair">
          <ZoneSelect zone={answers.timeZone} onChange={timeZone => set({ timeZone })} />
          <CurrencySelect currency={answers.currency} onChange={currency => set({ currency })} />
        </div>
        <div className="pair">
          <TextInput
            label={say('firstBranch')}
            required
            value={answers.branch}
            onChange={e => set({ branch: e.currentTarget.value })}
            withAsterisk={false}
          />
          <TextInput
            label={say('itsShortCode')}
            required
            maxLength={8}
            value={answers.branchCode}
            onChange={e => set({ branchCode: e.currentTarget.value.toUpperCase() })}
            withAsterisk={false}
          />
        </div>
        <div className="pair">
          <TextInput
            label={say('yourName')}
            required
            autoComplete="name"
            value={answers.name}
            onChange={e => set({ name: e.currentTarget.value })}
            withAsterisk={false}
          />
          <TextInput
            label={say('yourEMailToSign')}
            type="email"
            required
            autoComplete="email"
            value={answers.email}
            onChange={e => set({ email: e.currentTarget.value })}
            withAsterisk={false}
          />
        </div>
        <Button kind="main" submit disabled={sending}>
          {sending ? say('settingUp') : say('continue')}
        </Button>
      </form>
    </Door>
  )
}
