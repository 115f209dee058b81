import { useState } from 'react'
import type { Seen } from '@/store/documents'
import { useDocuments } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { useNow } from '@/ui/useNow'
import { clock, date, day as dayName, shortDay, span } from '@/words/formats'
import type { Account, Asset, Contact, Site, Visit } from './documents'
import { byId, found } from './find'
import { looks, OfflineBanner, Part, StateChip, SyncChip } from './frame'
import { Due, Next, Reach, Urgency, Window } from './JobParts'
import { isOver, isUnderway, type Open, useJob, useVisits } from './job'
import { RingsOffer } from './Rings'
import { go } from './way'
import { say } from './words'

type Mine = Seen<Visit>

const day = 24 * 3600 * 1000
const starts = (visit: Mine) => (visit.start ? Date.parse(visit.start) : Number.MAX_SAFE_INTEGER)

/** The next job first, with its one button; then the rest of today, tomorrow, and what was done. */
export const Agenda = () => {
  const now = useNow()
  const visits = useVisits().sort((a, b) => starts(a) - starts(b))
  const dayOf = (at: number) => date(at)
  const of = (at: number) => visits.filter(v => v.start && dayOf(starts(v)) === dayOf(at))
  const open = visits.filter(v => !isOver(v.state) && v.state !== 'tentative')
  const next = open.find(v => isUnderway(v.state)) ?? open.find(v => dayOf(starts(v)) === dayOf(now) || starts(v) < now)
  const [todays, tomorrows] = [open.filter(v => starts(v) < now || dayOf(starts(v)) === dayOf(now)), of(now + day)]
  const later = open.filter(v => !todays.includes(v) && !tomorrows.includes(v))
  const done = of(now).filter(v => isOver(v.state))
  const rest = todays.filter(v => v !== next)
  const left = todays.length
  const [words, setWords] = useState<string>()
  return (
    <>
      <OfflineBanner />
      <main>
        <header className="day">
          <h1>{dayName(now)}</h1>
          <p>{[say('jobsLeft', { n: left }), ...(done.length > 0 ? [say('jobsDone', { n: done.length })] : [])].join(', ')}</p>
          <div className="chips">
            <SyncChip />
            <button
              type="button"
              className="pill sync"
              aria-label={say('find')}
              aria-expanded={words !== undefined}
              onClick={() => setWords(words === undefined ? '' : undefined)}
            >
              <Icon name={words === undefined ? 'search' : 'close'} />
            </button>
          </div>
        </header>
        {words === undefined ? null : <Find of={visits} words={words} now={now} onWords={setWords} />}
        {words?.trim() ? null : (
          <>
            {next ? <NextCard key={next.id} id={next.id} now={now} /> : <Nothing />}
            <Stops title={say('laterToday')} of={rest} />
            <Stops title={say('tomorrow')} of={tomorrows.filter(v => !isOver(v.state))} />
            <Stops title={say('nextDays')} of={later} dated />
            <Stops title={say('doneToday')} of={done} />
            <RingsOffer />
          </>
        )}
      </main>
    </>
  )
}

/** Among all that lies on this device, with or without signal. */
const Find = ({ of, words, now, onWords }: { of: Mine[]; words: string; now: number; onWords: (words: string) => void }) => {
  const around = {
    sites: byId(useDocuments<Site>('site')),
    accounts: byId(useDocuments<Account>('account')),
    contacts: byId(useDocuments<Contact>('contact')),
    assets: byId(useDocuments<Asset>('asset')),
  }
  const hits = found(of, words, around, now)
  return (
    <search className="find" aria-label={say('find')}>
      <div className="field">
        <label htmlFor="find">{say('findWhat')}</label>
        {/* biome-ignore lint/a11y/noAutofocus: it is opened to be typed into */}
        <input id="find" type="search" autoFocus autoComplete="off" value={words} onChange={e => onWords(e.target.value)} />
      </div>
      <div role="status">
        {words.trim() && hits.length === 0 ? <p className="past dim">{say('findNone', { words: words.trim() })}</p> : null}
      </div>
      <Stops title={say('found')} of={hits.slice(0, foundAtMost)} dated />
      {hits.length > foundAtMost ? <p className="past dim">{say('findMore', { n: hits.length - foundAtMost })}</p> : null}
    </search>
  )
}

const foundAtMost = 50

const Nothing = () => {
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
