import { State } from '@/ui/pieces'
import { millis, moment } from '@/ui/times'
import type { Loss } from './unsettled'
import { say } from './words'

/** What a restore took back, how much of it has come again, and whom to call about the rest. */
export const LossItem = ({ loss, now }: { loss: Loss; now: number }) => {
  const missing = loss.lost - loss.backAgain
  return (
    <li className="unsettled-item" aria-label={say('restored', { time: moment(millis(loss.foundAt), now) })}>
      <div className="row">
        <span className="thing grow">{say('restored', { time: moment(millis(loss.foundAt), now) })}</span>
        <State tone={missing > 0 ? 'risk' : 'good'} icon={missing > 0 ? 'warn' : 'check'}>
          {missing > 0 ? say('missingOf', { missing, lost: loss.lost }) : say('allAreBack', { n: loss.lost })}
        </State>
      </div>
      <ul className="losers n">
        {loss.by
          .filter(by => by.lost > by.backAgain)
          .map(by => (
            <li key={`${by.actor} ${by.device}`}>
              <b>{by.actorName ?? by.actor ?? say('unknown')}</b>:{' '}
              {say('missingLastOf', { missing: by.lost - by.backAgain, lost: by.lost, time: moment(millis(by.last), now) })}{' '}
              {by.device ? say('recordedOnADeviceIt') : say('doneAtADeskTell')}
            </li>
          ))}
      </ul>
    </li>
  )
}
