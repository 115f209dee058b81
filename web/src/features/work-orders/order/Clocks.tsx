import { Icon } from '@/ui/Icon'
import { Meter } from '@/ui/pieces'
import { left } from '@/ui/times'
import { say } from '../words'
import type { Clock } from './order'

const hours = (minutes: number) => `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}`
const nearing = 0.8

const reading = (clock: Clock, now: number, ended: boolean) => {
  const used = clock.used / Math.max(1, clock.allowed)
  if (clock.state === 'met')
    return {
      icon: 'check',
      words: say('usedOfAllowed', { used: hours(clock.used), allowed: hours(clock.allowed) }),
      tone: 'good',
      used,
    } as const
  if (clock.state === 'breached')
    return {
      icon: 'warn',
      words: ended || clock.due === undefined ? say('missed') : left(clock.due, now),
      tone: 'breached',
      used: 1,
    } as const
  if (clock.state === 'paused')
    return {
      icon: 'pause',
      words: say('pausedWithLeft', { left: hours(clock.allowed - clock.used) }),
      tone: undefined,
      used,
    } as const
  const words = clock.due === undefined ? say('notStarted') : left(clock.due, now)
  return { icon: 'sla', words, tone: used > nearing ? 'risk' : undefined, used } as const
}

export const Clocks = ({ clocks, now, ended }: { clocks: readonly Clock[]; now: number; ended?: boolean }) => (
  <div className="clocks">
    {clocks
      .filter(c => c.state !== 'cancelled')
      .map(clock => {
        const { icon, words, tone, used } = reading(clock, now, ended === true)
        return (
          <div key={clock.kind}>
            <span className="soft">{clock.kind}</span>
            <b className={tone ? `n t-${tone}` : 'n'}>
              <Icon name={icon} size={14} /> {words}
            </b>
            <Meter part={used} tone={tone} label={say('partOfTheTimeThat', { kind: clock.kind })} />
          </div>
        )
      })}
  </div>
)
