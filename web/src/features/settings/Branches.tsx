import { Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { newId, run } from '@/api/client'
import { sessionQuery } from '@/features/identity/session'
import { useSending } from '@/features/identity/useSending'
import { Loading, Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { tell } from '@/ui/toasts'
import { currencies, currencyName, languages, zones } from './choices'
import { type Branch, branchesQuery } from './queries'

/** Every branch, and the form for another one; a branch that is chosen is changed in the same place. */
export const Branches = () => {
  const { data: branches } = useQuery(branchesQuery)
  const [chosen, setChosen] = useState<string>()
  if (!branches) return <Loading of="branches" rows={3} />
  const branch = branches.find(b => b.id === chosen)
  return (
    <>
      <ul className="set-list" aria-label="Branches">
        {branches.map(b => (
          <li key={b.id}>
            <span className="thing">{b.name}</span>
            <span className="soft n">{b.code}</span>
            <span className="soft grow">
              {b.timeZone}, {b.currency}, {languages.find(l => l.value === b.language)?.label ?? b.language}
            </span>
            <Button size="small" onClick={() => setChosen(b.id === chosen ? undefined : b.id)}>
              {b.id === chosen ? 'Leave as it is' : 'Change'}
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
      tell(branch ? `${answers.name} changed` : `${answers.name} opened`)
      onDone()
    })
  }
  return (
    <form className="form" onSubmit={submit} aria-label={branch ? `Change ${branch.name}` : 'Open a branch'}>
      {trouble ? <Told>{trouble}</Told> : null}
      <div className="pair">
        <TextInput
          label={branch ? 'Name' : 'Name of another branch'}
          required
          withAsterisk={false}
          value={answers.name}
          onChange={e => set({ name: e.currentTarget.value })}
        />
        <TextInput
          label="Short code"
          required
          maxLength={8}
          disabled={branch !== undefined}
          withAsterisk={false}
          value={answers.code}
          onChange={e => set({ code: e.currentTarget.value.toUpperCase() })}
        />
      </div>
      <div className="triple">
        <Select label="Time zone" searchable data={zones} value={answers.timeZone} onChange={v => v && set({ timeZone: v })} />
        <Select
          label="Currency"
          searchable
          data={currencies}
          renderOption={({ option }) => currencyName(option.value)}
          value={answers.currency}
          onChange={v => v && set({ currency: v })}
        />
        <Select
          label="Writes to customers in"
          data={languages}
          value={answers.language}
          onChange={v => v && set({ language: v })}
        />
      </div>
      <div className="row">
        <span className="grow" />
        <Button submit disabled={sending || answers.name.trim() === '' || answers.code === ''}>
          {branch ? 'Change branch' : 'Open branch'}
        </Button>
      </div>
    </form>
  )
}
