import { useRef, useState } from 'react'
import { Icon, type IconName } from '@/ui/Icon'
import { clock, shortDay, span } from '@/words/formats'
import { type Move, move } from './acts'
import type { Visit } from './documents'
import { Big } from './frame'
import { hazardsOf, isOver, moveAfter, nextMove, type Open } from './job'
import { acknowledge, useRead } from './read'
import { go } from './way'
import { type Key, say } from './words'

const hurry = 4 * 3600 * 1000

export const Urgency = ({ priority }: { priority: Visit['job']['priority'] }) => {
  return (
    <span className="pill" data-tone={priority === 'emergency' ? 'breached' : undefined}>
      <Icon name={priority === 'emergency' ? 'warn' : 'queue'} />
      {say(priority)}
    </span>
  )
}

export const Due = ({ due, now, zone }: { due?: string; now: number; zone?: string }) => {
  if (!due) return null
  const [at, rest] = [Date.parse(due), Date.parse(due) - now]
  const time = Math.abs(rest) < 20 * 3600 * 1000 ? clock(at, zone) : `${shortDay(at, zone)} ${clock(at, zone)}`
  return (
    <span className="pill" data-tone={rest < 0 ? 'breached' : rest < hurry ? 'risk' : undefined}>
      <Icon name="sla" />
      {rest < 0 ? say('late', { span: span(-rest), time }) : say('left', { span: span(rest), time })}
    </span>
  )
}

/** What the customer was promised; without a promise, what is planned. */
export const Window = ({ job: { visit, site } }: { job: Open }) => {
  const { windowFrom, windowTo } = visit.job
  const promised = Boolean(windowFrom && windowTo)
  const [from, to] = promised ? [windowFrom, windowTo] : [visit.start, visit.end]
  if (!from || !to) return null
  return (
    <span className="window">
      <b>
        {clock(from, site?.timeZone)}–{clock(to, site?.timeZone)}
      </b>
      <small>{say(promised ? 'promised' : 'planned')}</small>
    </span>
  )
}

const wayTo = ({ site }: Open) => {
  if (site?.position)
    return `https://www.google.com/maps/dir/?api=1&destination=${site.position.latitude},${site.position.longitude}`
  return site?.address ? `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(site.address)}` : undefined
}

export const Reach = ({ job, message }: { job: Open; message?: boolean }) => {
  const links: [Key, IconName, string | undefined][] = [
    ['navigate', 'send', wayTo(job)],
    ['call', 'phone', job.phone && `tel:${job.phone}`],
    ...(message ? [['message', 'sms', job.phone && `sms:${job.phone}`] as [Key, IconName, string | undefined]] : []),
  ]
  const there = links.filter(([, , to]) => to)
  const unplaced =
    message && job.site && !job.site.position ? (
      <p className="access">
        <Icon name="pin" />
        {say(wayTo(job) ? 'noPin' : 'noWay')}
      </p>
    ) : null
  if (there.length === 0) return unplaced
  return (
    <>
      <nav className="reach">
        {there.map(([name, icon, to]) => (
          <a
            key={name}
            className="big"
            data-kind="second"
            href={to}
            target={name === 'navigate' ? '_blank' : undefined}
            rel="noreferrer"
          >
            <Icon name={icon} />
            {say(name)}
          </a>
        ))}
      </nav>
      {unplaced}
    </>
  )
}

const icons: Record<Move | 'complete', IconName> = {
  accept: 'check',
  travel: 'van',
  arrive: 'pin',
  work: 'play',
  complete: 'check',
}

/** Only the legal next move, and what comes after it. */
export const Next = ({ job }: { job: Open }) => {
  const { store, visit } = job
  const [failed, setFailed] = useState(false)
  const moving = useRef(false)
  const read = useRead(visit.id)
  const next = nextMove(visit.state)
  if (!next) return null
  const after = next === 'arrive' ? moveAfter(next) : undefined
  const must = next === 'work' && !visit.safetyAcknowledged && hazardsOf(job).length > 0 && !read
  const press = () => {
    if (next === 'complete') return go('job', visit.id, 'close')
    if (must) return document.getElementById('hazards')?.scrollIntoView({ block: 'center' }) ?? go('job', visit.id)
    // Until it is on the disk the button still says the same, and a second tap means the same.
    if (moving.current) return
    moving.current = true
    move(store, visit, next, hazardsOf(job).length > 0)
      .then(
        () => setFailed(false),
        () => setFailed(true),
      )
      .finally(() => {
        moving.current = false
      })
  }
  return (
    <>
      {failed ? <p role="alert">{say('unsaved')}</p> : null}
      <Big icon={must ? 'warn' : icons[next]} under={after ? say('afterwards', { next: say(after) }) : undefined} onClick={press}>
        {must ? say('readFirst') : say(next === 'work' && visit.state === 'paused' ? 'resume' : next)}
      </Big>
    </>
  )
}

export const Hazards = ({ job }: { job: Open }) => {
  const read = useRead(job.visit.id)
  const hazards = hazardsOf(job)
  if (hazards.length === 0) return null
  const n = hazards.length
  return (
    <section className="hazards" id="hazards">
      <h2>
        <Icon name="warn" />
        {say('hazards', { n })}
      </h2>
      <ul>
        {hazards.map(hazard => (
          <li key={hazard}>{hazard}</li>
        ))}
      </ul>
      {read || job.visit.safetyAcknowledged ? (
        <p className="good">
          <Icon name="check" />
          {say('read')}
        </p>
      ) : isOver(job.visit.state) ? null : (
        <button type="button" className="big" data-kind="ack" onClick={() => acknowledge(job.visit.id)}>
          <Icon name="check" />
          {say(n === 1 ? 'readOne' : n === 2 ? 'readBoth' : 'readAll', { n })}
        </button>
      )}
    </section>
  )
}
