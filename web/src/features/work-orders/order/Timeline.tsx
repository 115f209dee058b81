import { SectionTitle } from '@/ui/pieces'
import { clock, date, exact } from '@/ui/times'
import type { Happening } from './order'

/** What happened, newest first; the day is said once. */
export const Timeline = ({ happenings, now, zone }: { happenings: readonly Happening[]; now: number; zone?: string }) => {
  const sorted = [...happenings].sort((a, b) => b.at - a.at)
  return (
    <section>
      <SectionTitle aside={happenings.length > 1 ? `${happenings.length} entries` : undefined}>What happened</SectionTitle>
      {happenings.length === 0 ? <p className="soft">Nothing yet.</p> : null}
      <ol>
        {sorted.map((event, i) => {
          const day = date(event.at, now, zone)
          const isNewDay = i === 0 ? day !== date(now, now, zone) : day !== date(sorted[i - 1]?.at ?? 0, now, zone)
          return (
            <li key={event.id}>
              {isNewDay ? <div className="day">{day}</div> : null}
              <div className="happening">
                <time className="n" dateTime={new Date(event.at).toISOString()} title={exact(event.at, zone)}>
                  {clock(event.at, zone)}
                </time>
                <i data-tone={event.tone} aria-hidden />
                <div>
                  <div className="what">{event.what}</div>
                  {event.about ? <div className="small soft">{event.about}</div> : null}
                </div>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
