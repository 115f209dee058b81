import type { Seen } from '@/store/documents'
import { useDocuments } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { useNow } from '@/ui/useNow'
import type { Site, Visit } from './documents'
import { looks, OfflineBanner, Part, StateChip, SyncChip } from './frame'
import { Due, Next, Reach, Urgency, Window } from './JobParts'
import { isOver, isUnderway, type Open, useJob } from './job'
import { go } from './way'
import { useWords } from './words'

type Mine = Seen<Visit>

const day = 24 * 3600 * 1000
const starts = (visit: Mine) => (visit.start ? Date.parse(visit.start) : Number.MAX_SAFE_INTEGER)

/** The next job first, with its one button; then the rest of today, tomorrow, and what was done. */
export const Agenda = () => {
  const words = useWords()
  const { say } = words
  const now = useNow()
  const visits = [...useDocuments<Visit>('visit')].sort((a, b) => starts(a) - starts(b))
  const dayOf = (at: number) => words.date(at)
  const of = (at: number) => visits.filter(v => v.start && dayOf(starts(v)) === dayOf(at))
  const open = visits.filter(v => !isOver(v.state) && v.state !== 'tentative')
  const next = open.find(v => isUnderway(v.state)) ?? open.find(v => dayOf(starts(v)) === dayOf(now) || starts(v) < now)
  const [todays, tomorrows] = [open.filter(v => starts(v) < now || dayOf(starts(v)) === dayOf(now)), of(now + day)]
  const later = open.filter(v => !todays.includes(v) && !tomorrows.includes(v))
  const done = of(now).filter(v => isOver(v.state))
  const rest = todays.filter(v => v !== next)
  const left = todays.length
  return (
    <>
      <OfflineBanner />
      <main>
        <header className="day">
          <h1>{words.day(now)}</h1>
          <p>{[say('jobsLeft', { n: left }), ...(done.length > 0 ? [say('jobsDone', { n: done.length })] : [])].join(', ')}</p>
          <SyncChip />
        </header>
        {next ? <NextCard key={next.id} id={next.id} now={now} /> : <Nothing />}
        <Stops title={say('laterToday')} of={rest} />
        <Stops title={say('tomorrow')} of={tomorrows.filter(v => !isOver(v.state))} />
        <Stops title={say('nextDays')} of={later} dated />
        <Stops title={say('doneToday')} of={done} />
      </main>
    </>
  )
}

const Nothing = () => {
  const { say } = useWords()
  return (
    <div className="card quiet">
      <Icon name="calendar" />
      <b>{say('nothingToday')}</b>
      <p>{say('nothingHint')}</p>
    </div>
  )
}

const NextCard = ({ id, now }: { id: string; now: number }) => {
  const job = useJob(id)
  const { visit } = job
  if (!visit) return null
  const whole: Open = { ...job, visit }
  return (
    <section className="card next" aria-label={job.account?.name ?? visit.job.summary}>
      <Leg job={whole} now={now} />
      <button type="button" className="about" onClick={() => go('job', id)}>
        <span className="head">
          <b>{job.account?.name ?? job.site?.name ?? visit.job.contactName ?? `WO-${visit.job.number}`}</b>
          <Window job={whole} />
        </span>
        <span className="dim">{[job.site?.name, job.site?.address].filter(Boolean).join(', ')}</span>
        <span className="what">{visit.job.summary}</span>
        <span className="pills">
          <StateChip state={visit.state} />
          <Urgency priority={visit.job.priority} />
          <Due due={visit.job.due} now={now} zone={job.site?.timeZone} />
        </span>
      </button>
      <div className="acts">
        <Next job={whole} />
        <Reach job={whole} />
      </div>
    </section>
  )
}

const minute = 60_000

const Leg = ({ job: { visit, site }, now }: { job: Open; now: number }) => {
  const { say, span, clock } = useWords()
  if (!visit.start || isUnderway(visit.state)) return null
  const leave = Date.parse(visit.start) - visit.travelMinutes * minute
  const soon = leave - now
  return (
    <div className="leg">
      <Icon name="van" />
      <div>
        <b>{soon > 0 ? say('leaveIn', { span: span(soon) }) : say('leaveNow')}</b>
        <span className="dim">
          {[
            ...(visit.travelMinutes ? [say('drive', { n: visit.travelMinutes })] : []),
            say('starts', { time: clock(visit.start, site?.timeZone) }),
          ].join(', ')}
        </span>
      </div>
    </div>
  )
}

const Stops = ({ title, of, dated }: { title: string; of: Mine[]; dated?: boolean }) =>
  of.length === 0 ? null : (
    <>
      <Part title={title} aside={String(of.length)} />
      <ol className="stops">
        {of.map(visit => (
          <Stop key={visit.id} visit={visit} dated={dated} />
        ))}
      </ol>
    </>
  )

const Stop = ({ visit, dated }: { visit: Mine; dated?: boolean }) => {
  const { say, clock, shortDay, span } = useWords()
  const sites = useDocuments<Site>('site')
  const accounts = useDocuments<{ name: string }>('account')
  const site = sites.find(s => s.id === visit.job.site)
  const account = accounts.find(a => a.id === site?.account)
  const time = visit.start ? clock(visit.start, site?.timeZone) : ''
  return (
    <li>
      <button type="button" onClick={() => go('job', visit.id)}>
        <time>{time}</time>
        <span className="dot" data-tone={looks[visit.state].tone}>
          <Icon name={looks[visit.state].icon} label={say(visit.state)} />
        </span>
        <span className="stop">
          <b>{account?.name ?? site?.name ?? visit.job.contactName ?? `WO-${visit.job.number}`}</b>
          <span className="dim">
            {[...(dated && visit.start ? [shortDay(visit.start, site?.timeZone)] : []), visit.job.summary].join(', ')}
          </span>
        </span>
        <span className="dim">{visit.travelMinutes ? span(visit.travelMinutes * minute) : ''}</span>
      </button>
    </li>
  )
}
