import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { moment, range } from '@/ui/times'
import { tell } from '@/ui/toasts'
import type { Bar } from './board'
import { type Desk, moveVisit, unscheduleVisit } from './commands'
import { candidatesQuery } from './queries'
import { asOne } from './undo'
import { say } from './words'

type Props = {
  who: { id: string; name: string } | undefined
  visits: readonly Bar[]
  desk: Desk
  zone: string
  now: number
  onClose: () => void
}

type Became = { done: boolean; words: string }

/** Somebody is away: what they still had goes to whoever fits best, one after the other, or waits for a time again. */
export const AwayDialog = ({ who, onClose, ...rest }: Props) => (
  <Modal opened={who !== undefined} onClose={onClose} title={who ? say('isAway', { name: who.name }) : ''} size={640}>
    {who ? <Handover key={who.id} who={who} onClose={onClose} {...rest} /> : null}
  </Modal>
)

const Handover = ({ who, visits, desk, zone, now, onClose }: Props & { who: { id: string; name: string } }) => {
  const queries = useQueryClient()
  // As they were when the dialog opened: those handed over leave the list on the board, not this one.
  const [all] = useState(visits)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(visits.map(v => v.id)))
  const [became, setBecame] = useState<ReadonlyMap<string, Became>>(new Map())
  const [running, setRunning] = useState(false)
  const note = (id: string, what: Became) => setBecame(known => new Map(known).set(id, what))
  const wanted = all.filter(v => chosen.has(v.id))

  const giveOne = async (visit: Bar) => {
    // Asked anew for each, so that what was handed over before counts as taken.
    const { items } = await queries.fetchQuery({ ...candidatesQuery(visit.order, visit.id), staleTime: 0 })
    for (const c of items.filter(c => c.technician !== who.id && c.start && c.end)) {
      const [start, end] = [Date.parse(c.start ?? ''), Date.parse(c.end ?? '')]
      const slot = { technician: c.technician, start, end, travel: Number(c.travelMinutes ?? 0), zone }
      if (await moveVisit({ ...desk, askWhy: () => undefined }, visit, slot, c.name))
        return note(visit.id, {
          done: true,
          words: say(c.inTime ? 'goesTo' : 'goesToLate', { name: c.name, time: moment(start, now, zone) }),
        })
    }
    const freed = await unscheduleVisit(desk, visit, zone)
    note(visit.id, { done: freed, words: freed ? say('nobodyFitsItWaitsFor') : say('staysWhereItIs') })
  }
  const run = (words: string, work: (visit: Bar) => Promise<void>) => async () => {
    setRunning(true)
    try {
      await asOne(words, async () => {
        for (const visit of wanted) await work(visit)
      })
    } catch (problem) {
      tell(problem instanceof Error ? problem.message : say('theRestCouldNotBe'), { kind: 'trouble' })
    } finally {
      setRunning(false)
    }
  }
  const handOver = run(say('handOverVisitsOf', { name: who.name }), giveOne)
  const free = run(say('freeVisitsOf', { name: who.name }), async visit => {
    const freed = await unscheduleVisit(desk, visit, zone)
    note(visit.id, { done: freed, words: freed ? say('waitsForATime') : say('staysWhereItIs') })
  })
  const ended = became.size > 0 && !running
  return (
    <div className="form">
      <p className="soft">{say('eachGoesToWhoeverFits')}</p>
      <ul className="handover">
        {all.map(visit => {
          const is = became.get(visit.id)
          return (
            <li key={visit.id}>
              <label className="row">
                <input
                  type="checkbox"
                  checked={chosen.has(visit.id)}
                  disabled={running || ended}
                  onChange={e =>
                    setChosen(known => {
                      const next = new Set(known)
                      if (e.target.checked) next.add(visit.id)
                      else next.delete(visit.id)
                      return next
                    })
                  }
                />
                <span className="grow">
                  <b className="cut">
                    {visit.number} {visit.summary}
                  </b>
                  <span className="soft small n">{range(visit.start, visit.end, now, zone)}</span>
                </span>
                <span className={is && !is.done ? 'small t-risk' : 'small soft'} role="status">
                  {is ? (
                    <>
                      <Icon name={is.done ? 'check' : 'warn'} size={12} /> {is.words}
                    </>
                  ) : running && chosen.has(visit.id) ? (
                    say('waitsItsTurn')
                  ) : null}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
      <div className="row">
        <span className="grow" />
        <Button onClick={onClose}>{ended ? say('close') : say('back')}</Button>
        {ended ? null : (
          <>
            <Button disabled={running || wanted.length === 0} onClick={() => void free()}>
              {say('onlyFreeThem')}
            </Button>
            <Button kind="main" disabled={running || wanted.length === 0} onClick={() => void handOver()}>
              {running ? say('handingOver') : say('handOver', { n: wanted.length })}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
