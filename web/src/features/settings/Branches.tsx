import { Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { newId, run } from '@/api/client'
import { sessionQuery } from '@/features/identity/session'
import { useSending } from '@/features/identity/useSending'
import { Loading, Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { tell } from '@/ui/toasts'
import { languages } from './choices'
import { type Branch, branchesQuery } from './queries'
import { say } from './words'
import { CurrencySelect, ZoneSelect } from './ZoneAndCurrency'

/** Every branch, and the form for another one; a branch that is chosen is changed in the same place. */
export const Branches = () => {
  const { data: branches } = useQuery(branchesQuery)
  const [chosen, setChosen] = useState<string>()
  if (!branches) return <Loading of={say('theBranches')} rows={3} />
  const branch = branches.find(b => b.id === chosen)
  return (
    <>
      <ul className="set-list" aria-label={say('branches')}>
        {branches.map(b => (
          <li key={b.id}>
            <span className="thing">{b.name}</span>
            <span className="soft n">{b.code}</span>
            <span className="soft grow">
              {b.timeZone}, {b.currency}, {languages.find(l => l.value === b.language)?.label ?? b.language}
            </span>
            <Button size="small" onClick={() => setChosen(b.id === chosen ? undefined : b.id)}>
              {b.id === chosen ? say('leaveAsItIs') : say('change')}
            </Button>
          </li>
        ))}
      </ul>
      <BranchForm key={chosen ?? branches.length} branch={branch} like={branches[0]} onDone={() => setChosen(undefined)} />
    </>
  )
}

type BranchFormProps = { branch: Branch | undefined; like: Branch | undefined; onDone: () => void }

const BranchForm = ({ branch, like, onDone }: BranchFormProps) => {
  const usual = branch ?? like
  const [answers, setAnswers] = useState({
    code: branch?.code ?? '',
    name: branch?.name ?? '',
    timeZone: usual?.timeZone ?? 'Africa/Nairobi',
    currency: usual?.currency ?? 'KES',
    language: usual?.language ?? 'en',
    phone: branch?.phone ?? '',
  })
  const queries = useQueryClient()
  const { sending, trouble, send } = useSending()
  const set = (change: Partial<typeof answers>) => setAnswers(known => ({ ...known, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => {
      if (branch) {
        const { code: _, ...rest } = answers
        await run('/api/branches/change', { branch: branch.id, zone: branch.zone, seen: branch.version, ...rest })
      } else await run('/api/branches/open', { branch: newId(), ...answers })
      await Promise.all([
        queries.invalidateQueries({ queryKey: branchesQuery.queryKey }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ])
      tell(branch ? say('nameChanged', { name: answers.name }) : say('nameOpened', { name: answers.name }))
      onDone()
    })
  }
  return (
    <form className="form" onSubmit={submit} aria-label={branch ? say('change2', { name: branch.name }) : say('openABranch')}>
      {trouble ? <Told>{trouble}</Told> : null}
      <div className="pair">
        <TextInput
          label={branch ? say('name') : say('nameOfAnotherBranch')}
          required
          withAsterisk={false}
          value={answers.name}
          onChange={e => set({ name: e.currentTarget.value })}
        />
        <TextInput
          label={say('shortCode')}
          required
          maxLength={8}
          disabled={branch !== undefined}
          withAsterisk={false}
          value={answers.code}
          onChange={e => set({ code: e.currentTarget.value.toUpperCase() })}
        />
      </div>
      <div className="triple">
        <ZoneSelect zone={answers.timeZone} onChange={timeZone => set({ timeZone })} />
        <CurrencySelect currency={answers.currency} onChange={currency => set({ currency })} />
        <Select
          label={say('writesToCustomersIn')}
          data={languages}
          value={answers.language}
          onChange={v => v && set({ language: v })}
        />
      </div>
      <TextInput
        label={say('customersRing')}
        description={say('customersRingMore')}
        type="tel"
        maxLength={40}
        value={answers.phone}
        onChange={e => set({ phone: e.currentTarget.value })}
      />
      <div className="row">
        <span className="grow" />
        <Button submit disabled={sending || answers.name.trim() === '' || answers.code === ''}>
          {branch ? say('changeBranch') : say('openBranch')}
        </Button>
      </div>
    </form>
  )
}
