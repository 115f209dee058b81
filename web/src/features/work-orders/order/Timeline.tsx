import { Menu } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '@/ui/Icon'
import { SectionTitle } from '@/ui/pieces'
import { clock, date, exact } from '@/ui/times'
import { say } from '../words'
import type { Happening } from './order'

type Shown = 'all' | Happening['kind']
const choices: Record<Shown, string> = { all: say('everything'), visit: say('visits'), order: say('office') }

const Choose = ({ shown, onChoose }: { shown: Shown; onChoose: (shown: Shown) => void }) => (
  <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
    <Menu.Target>
      <button type="button" className="choose">
        {choices[shown]} <Icon name="down" size={12} />
      </button>
    </Menu.Target>
    <Menu.Dropdown>
      {(Object.keys(choices) as Shown[]).map(choice => (
        <Menu.Item key={choice} onClick={() => onChoose(choice)}>
          {choices[choice]}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)

/** What happened, newest first; the day is said once. */
export const Timeline = ({
  happenings,
  now,
  zone,
}: {
  happenings: readonly Happening[]
  now: number
  zone?: string | undefined
}) => {
  const [shown, setShown] = useState<Shown>('all')
  const sorted = happenings
    .filter(h => shown === 'all' || h.kind === shown)
    .sort((a, b) => b.at - a.at || Number(b.id) - Number(a.id))
  return (
    <section>
      <SectionTitle aside={happenings.length > 1 ? <Choose shown={shown} onChoose={setShown} /> : undefined}>
        {say('whatHappened')}
      </SectionTitle>
      {sorted.length === 0 ? <p className="soft">{say('nothingYet')}</p> : null}
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
                  {event.place ? (
                    <div className="small soft n">
                      <Icon name="pin" size={12} /> {event.place}
                    </div>
                  ) : null}
                </div>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
