import { TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useSending } from '@/features/identity/useSending'
import { Told } from '@/ui/notices'
import { Button, State } from '@/ui/pieces'
import { exact, millis, moment } from '@/ui/times'
import { deed, type Held, saidIn } from './unsettled'
import { say } from './words'

const whys = {
  refused: { name: say('refused'), tone: 'risk', icon: 'cannot' },
  parked: { name: say('theServerFailedOnIt'), tone: 'risk', icon: 'warn' },
  quarantined: { name: say('fromAnEmptiedDevice'), tone: 'tentative', icon: 'device' },
} as const

const ends = { waiting: '', carriedOut: say('carriedOut'), setAside: say('setAside') } as const

type HeldProps = {
  held: Held
  now: number
  order: { id: string; name: string } | undefined
  mayDecide: boolean
  onCarryOut: () => Promise<void>
  onSetAside: (reason: string) => Promise<void>
}

/** One action from the field that was not carried out: who, when, what, why, and the two things that can be done about it. */
export const HeldItem = ({ held, now, order, mayDecide, onCarryOut, onSetAside }: HeldProps) => {
  const [reason, setReason] = useState<string>()
  const { sending, trouble, send } = useSending()
  const why = whys[held.why]
  const said = saidIn(held.body)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason?.trim()) void send(() => onSetAside(reason.trim()))
  }
  const name = held.title ?? deed(held.type)
  return (
    <li className="unsettled-item" aria-label={name}>
      <div className="row">
        <span className="thing grow">
          {order && held.title ? (
            <Link to="/orders/$order" params={{ order: order.id }} className="link">
              {name}
            </Link>
          ) : (
            name
          )}
          {order && !held.title ? (
            <>
              {', '}
              <Link to="/orders/$order" params={{ order: order.id }} className="link">
                {order.name}
              </Link>
            </>
          ) : null}
        </span>
        <State tone={why.tone} icon={why.icon}>
          {why.name}
        </State>
      </div>
      <p className="soft n" title={exact(millis(held.recordedAt))}>
        {say(held.recordedQuality === 'exact' ? 'recordedAndWaits' : 'recordedByItsClockAndWaits', {
          name: held.personName ?? say('somebodyWhoIsNoLonger'),
          time: moment(millis(held.recordedAt), now),
          since: moment(millis(held.heldAt), now),
        })}
      </p>
      {held.detail ? <p>{held.detail}</p> : null}
      {held.why === 'quarantined' && held.state === 'waiting' && !held.detail ? <p>{say('itHadNotBeenSent')}</p> : null}
      {said.length > 0 ? (
        <dl className="said n">
          {said.map(([field, words]) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {held.state !== 'waiting' ? (
        <p className="soft n">
          {say('endedBy', { what: ends[held.state], name: held.settledByName ?? say('somebody') })}
          {held.settledAt ? `, ${moment(millis(held.settledAt), now)}` : ''}
          {held.reason ? `: ${held.reason}` : ''}
        </p>
      ) : null}
      {trouble ? <Told>{trouble}</Told> : null}
      {held.state === 'waiting' && mayDecide ? (
        reason === undefined ? (
          <div className="row">
            <Button size="small" disabled={sending} onClick={() => void send(onCarryOut)}>
              {say('carryOut')}
            </Button>
            <Button size="small" onClick={() => setReason('')}>
              {say('setAside')}
            </Button>
          </div>
        ) : (
          <form className="row" onSubmit={submit}>
            <TextInput
              className="grow"
              aria-label={say('whyIsItSetAside', { name })}
              placeholder={say('whyItIsNotTo')}
              maxLength={500}
              autoFocus
              value={reason}
              onChange={e => setReason(e.currentTarget.value)}
            />
            <Button size="small" submit disabled={sending || reason.trim() === ''}>
              {say('setAside')}
            </Button>
            <Button size="small" kind="plain" onClick={() => setReason(undefined)}>
              {say('keep')}
            </Button>
          </form>
        )
      ) : null}
    </li>
  )
}
