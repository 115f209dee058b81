import { useSending } from '@/features/identity/useSending'
import { Told } from '@/ui/notices'
import { Button, State } from '@/ui/pieces'
import { millis, moment } from '@/ui/times'
import { reactionName, type Stuck } from './unsettled'
import { say } from './words'

type StuckProps = { stuck: Stuck; now: number; onRetry: () => Promise<void>; onSkip: () => Promise<void> }

/** What Callout should have done by itself and could not. */
export const StuckItem = ({ stuck, now, onRetry, onSkip }: StuckProps) => {
  const { sending, trouble, send } = useSending()
  const name = reactionName(stuck.reaction)
  return (
    <li className="unsettled-item" aria-label={name}>
      <div className="row">
        <span className="thing grow">{name}</span>
        <State tone="risk" icon="warn">
          {say('failedTimes', { n: stuck.attempts })}
        </State>
      </div>
      <p className="soft n">
        {stuck.parkedAt ? say('byItselfSince', { time: moment(millis(stuck.parkedAt), now) }) : say('byItself')}
        {stuck.behind > 0 ? `. ${say('moreBehindIt', { n: stuck.behind })}` : ''}
      </p>
      {stuck.error ? <p>{stuck.error}</p> : null}
      {trouble ? <Told>{trouble}</Told> : null}
      <div className="row">
        <Button size="small" disabled={sending} onClick={() => void send(onRetry)}>
          {say('tryAgain')}
        </Button>
        <Button size="small" disabled={sending} onClick={() => void send(onSkip)}>
          {say('giveUp')}
        </Button>
      </div>
    </li>
  )
}
