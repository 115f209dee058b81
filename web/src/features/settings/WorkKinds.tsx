import { Checkbox } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { run } from '@/api/client'
import { useSending } from '@/features/identity/useSending'
import { Loading, Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { tell } from '@/ui/toasts'
import { industriesQuery, workTypesQuery } from './queries'
import { say } from './words'

/** What an industry starts with; several may lie side by side, and what is there already stays as it is. */
export const WorkKinds = () => {
  const { data: industries } = useQuery(industriesQuery)
  const { data: types } = useQuery(workTypesQuery)
  const [chosen, setChosen] = useState<string[]>([])
  const queries = useQueryClient()
  const { sending, trouble, send } = useSending()
  if (!industries || !types) return <Loading of={say('kindsOfWork')} rows={4} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => {
      for (const industry of chosen) await run('/api/work-types/install', { industry })
      await queries.invalidateQueries({ queryKey: workTypesQuery.queryKey })
      setChosen([])
      tell(say('theKindsOfWorkAre'))
    })
  }
  return (
    <>
      <form className="form" onSubmit={submit} aria-label={say('takeOverAnIndustrysKinds')}>
        {trouble ? <Told>{trouble}</Told> : null}
        <Checkbox.Group label={say('yourTrades')} value={chosen} onChange={setChosen}>
          <div className="choices">
            {industries.map(i => (
              <Checkbox key={i.code} value={i.code} size="xs" label={i.name} description={i.workTypes.join(', ')} />
            ))}
          </div>
        </Checkbox.Group>
        <div className="row">
          <span className="soft grow">{say('withChecklistsSkillsPromisesAnd')}</span>
          <Button submit disabled={sending || chosen.length === 0}>
            {say('takeOver')}
          </Button>
        </div>
      </form>
      <p className="section-title">{say('kindsOfWork2')}</p>
      {types.length === 0 ? <p className="soft">{say('noneYetWithoutOneNo')}</p> : null}
      <ul className="set-list" aria-label={say('kindsOfWork2')}>
        {types.map(t => (
          <li key={t.id}>
            <span className="thing grow">{t.name}</span>
            <span className="soft">{t.code}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
