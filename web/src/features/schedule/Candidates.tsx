import { useQuery } from '@tanstack/react-query'
import { Icon } from '@/ui/Icon'
import { Avatar, Button, SectionTitle } from '@/ui/pieces'
import { clock, moment } from '@/ui/times'
import type { Bar } from './board'
import { candidatesQuery } from './queries'
import { say } from './words'

type Props = {
  order: string
  bar: Bar | undefined
  now: number
  zone: string | undefined
  onAssign: (technician: string, start: number, end: number, travel: number) => void
}

/** Who else could take it, the best first, and why the others can't. */
export const Candidates = ({ order, bar, now, zone, onAssign }: Props) => {
  const { data: found, isPending } = useQuery(candidatesQuery(order, bar?.id))
  return (
    <>
      <SectionTitle
        aside={found ? say('nOfAll', { n: found.items.filter(c => c.start).length, all: found.items.length }) : undefined}
      >
        {say('whoCouldTakeIt')}
      </SectionTitle>
      {isPending ? <p className="soft">{say('lookingForGaps')}</p> : null}
      <ul className="candidates">
        {found?.items.slice(0, 12).map((c, i) => (
          <li key={c.technician}>
            <Avatar name={c.name} />
            <div className="grow">
              <div className="cut">{c.name}</div>
              {c.start ? (
                <div className="soft small n cut" title={c.after ? say('after', { after: c.after }) : undefined}>
                  {say('minDriveLoad', {
                    time: moment(Date.parse(c.start), now, zone),
                    travelMinutes: c.travelMinutes ?? 0,
                    load: c.load,
                  })}
                </div>
              ) : (
                <div className="small t-breached">{c.whyNot.join(' ')}</div>
              )}
            </div>
            {c.start && c.end ? (
              <Button
                size="small"
                kind={i === 0 ? 'second' : undefined}
                aria-label={say('assignAt', { name: c.name, time: clock(Date.parse(c.start), zone) })}
                onClick={() =>
                  onAssign(c.technician, Date.parse(c.start ?? ''), Date.parse(c.end ?? ''), Number(c.travelMinutes ?? 0))
                }
              >
                {say('assign')}
              </Button>
            ) : (
              <Icon name="cannot" label={say('cannotTakeIt')} />
            )}
          </li>
        ))}
      </ul>
      {found && found.items.length > 12 ? (
        <p className="soft small">{say('theBest12OfPeople', { n: found.items.length })}</p>
      ) : null}
    </>
  )
}
