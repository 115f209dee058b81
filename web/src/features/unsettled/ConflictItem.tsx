import { Link } from '@tanstack/react-router'
import { nameOf, shown } from '@/features/conflicts/conflicts'
import { useSending } from '@/features/identity/useSending'
import type { Json } from '@/store/wire'
import { Told } from '@/ui/notices'
import { Button, State } from '@/ui/pieces'
import { millis, moment } from '@/ui/times'
import type { ConflictLine } from './unsettled'
import { say } from './words'

const sides = { office: say('inTheOffice'), technician: say('byATechnician'), customer: say('byTheCustomer') }

type ConflictProps = {
  conflict: ConflictLine
  now: number
  order: { id: string; name: string } | undefined
  mayChoose: boolean
  onChoose: (keep: 'sent' | 'present') => Promise<void>
}

/** Two values of one field, neither set knowing of the other; what was there stands until somebody chooses. */
export const ConflictItem = ({ conflict, now, order, mayChoose, onChoose }: ConflictProps) => {
  const { sending, trouble, send } = useSending()
  const name = order?.name ?? say('aRecord')
  const isOpen = !conflict.kept
  return (
    <li className="unsettled-item" aria-label={say('nameWasChangedTwice', { name })}>
      <div className="row">
        <span className="thing grow">
          {order ? (
            <Link to="/orders/$order" params={{ order: order.id }} className="link">
              {name}
            </Link>
          ) : (
            name
          )}{' '}
          {say('wasChangedTwice')}
        </span>
        <State tone={isOpen ? 'risk' : 'good'} icon={isOpen ? 'warn' : 'check'}>
          {isOpen ? say('twoValues') : conflict.kept === 'sent' ? say('theirsWasTaken') : say('whatStoodWasLeft')}
        </State>
      </div>
      <p className="soft n">
        {say('recordedBy', {
          name: conflict.senderName ?? say('somebodyWhoIsNoLonger'),
          time: moment(millis(conflict.recordedAt), now),
        })}
      </p>
      <dl className="said n">
        {conflict.fields.map(f => (
          <div key={f.field}>
            <dt>{nameOf(f.field)}</dt>
            <dd>{say('standsAndCame', { present: shown(f.present as Json), side: sides[f.by], sent: shown(f.sent as Json) })}</dd>
          </div>
        ))}
      </dl>
      {trouble ? <Told>{trouble}</Told> : null}
      {isOpen && mayChoose ? (
        <div className="row">
          <Button size="small" disabled={sending} onClick={() => void send(() => onChoose('present'))}>
            {say('leaveIt')}
          </Button>
          <Button size="small" disabled={sending} onClick={() => void send(() => onChoose('sent'))}>
            {say('takeTheOther')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
