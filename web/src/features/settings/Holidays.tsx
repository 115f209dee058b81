import { TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { newId, run } from '@/api/client'
import { useSending } from '@/features/identity/useSending'
import { Loading, Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { timeFormat } from '@/words/formats'
import { type Holiday, holidaysQuery } from './queries'
import { say } from './words'

const written = timeFormat({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** Days on which a region does not work: shifts and promises both heed them. */
export const Holidays = () => {
  const { data: holidays } = useQuery(holidaysQuery)
  const [answers, setAnswers] = useState({ date: '', name: '', region: '' })
  const queries = useQueryClient()
  const { sending, trouble, send } = useSending()
  if (!holidays) return <Loading of={say('theHolidays')} rows={4} />
  const region = answers.region || holidays[0]?.region || 'KE'
  const again = () => queries.invalidateQueries({ queryKey: holidaysQuery.queryKey })
  const set = (change: Partial<typeof answers>) => setAnswers(known => ({ ...known, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => {
      await run('/api/holidays/declare', { holiday: newId(), region, date: answers.date, name: answers.name.trim() })
      await again()
      set({ date: '', name: '' })
    })
  }
  const withdraw = (holiday: Holiday) =>
    void send(async () => {
      await run('/api/holidays/withdraw', { holiday: holiday.id })
      await again()
    })
  return (
    <>
      {holidays.length === 0 ? <p className="soft">{say('noneYetEveryDayCounts')}</p> : null}
      <ul className="set-list" aria-label={say('publicHolidays')}>
        {holidays.map(h => (
          <li key={h.id}>
            <span className="thing">{h.name}</span>
            <span className="soft grow n">{written.format(new Date(`${h.date}T00:00:00Z`))}</span>
            <span className="soft">{h.region}</span>
            <Button size="small" disabled={sending} aria-label={say('withdraw', { name: h.name })} onClick={() => withdraw(h)}>
              {say('withdraw2')}
            </Button>
          </li>
        ))}
      </ul>
      <form className="form" onSubmit={submit} aria-label={say('addAHoliday')}>
        {trouble ? <Told>{trouble}</Told> : null}
        <div className="triple">
          <TextInput
            label={say('holiday')}
            required
            withAsterisk={false}
            value={answers.name}
            onChange={e => set({ name: e.currentTarget.value })}
          />
          <TextInput
            label={say('day')}
            type="date"
            required
            withAsterisk={false}
            value={answers.date}
            onChange={e => set({ date: e.currentTarget.value })}
          />
          <TextInput
            label={say('region')}
            maxLength={20}
            value={region}
            onChange={e => set({ region: e.currentTarget.value.toUpperCase() })}
          />
        </div>
        <div className="row">
          <span className="grow" />
          <Button submit disabled={sending || answers.date === '' || answers.name.trim() === ''}>
            {say('addHoliday')}
          </Button>
        </div>
      </form>
    </>
  )
}
