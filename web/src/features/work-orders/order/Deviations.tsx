import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSending } from '@/features/identity/useSending'
import { Icon } from '@/ui/Icon'
import { Told } from '@/ui/notices'
import { Button, SectionTitle } from '@/ui/pieces'
import { moment } from '@/ui/times'
import { say } from '../words'
import { type Deviation, deviations, type Order } from './order'

type Settle = (deviation: Deviation, remark: string) => Promise<void>

/** Where field and plan differ: kept as it happened, and settled by somebody in the office. */
export const Deviations = ({ order, now, onSettle }: { order: Order; now: number; onSettle?: Settle | undefined }) => {
  if (order.deviations.length === 0) return null
  const open = order.deviations.filter(d => !d.settledBy).length
  return (
    <section>
      <SectionTitle note={open > 0 ? <b className="t-risk">{say('toSettle', { n: open })}</b> : say('allSettled')}>
        {say('differsFromThePlan')}
      </SectionTitle>
      {order.deviations.map(deviation => (
        <Line key={deviation.id} deviation={deviation} now={now} zone={order.site?.zone} onSettle={onSettle} />
      ))}
    </section>
  )
}

type LineProps = { deviation: Deviation; now: number; zone: string | undefined; onSettle: Settle | undefined }

const Line = ({ deviation, now, zone, onSettle }: LineProps) => {
  const [remark, setRemark] = useState('')
  const { sending, trouble, send } = useSending()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (onSettle) void send(() => onSettle(deviation, remark.trim()))
  }
  return (
    <div className="deviation">
      <span className={deviation.settledBy ? 't-good' : 't-risk'}>
        <Icon name={deviation.settledBy ? 'check' : 'warn'} />
      </span>
      <div className="grow">
        <div className="thing">{deviations[deviation.kind]}</div>
        <div className="small soft n">
          {[deviation.visit, moment(deviation.at, now, zone)].filter(Boolean).join(', ')}
          {deviation.settledBy ? `. ${say('settledBy', { who: deviation.settledBy, remark: deviation.remark ?? '' })}` : ''}
        </div>
        {onSettle && !deviation.settledBy ? (
          <form className="row" onSubmit={submit}>
            <TextInput
              className="grow"
              aria-label={say('remarkOn', { what: deviations[deviation.kind] })}
              placeholder={say('whatIsTheMatterWith')}
              maxLength={500}
              value={remark}
              onChange={e => setRemark(e.currentTarget.value)}
            />
            <Button size="small" submit disabled={sending || remark.trim() === ''}>
              {say('settle')}
            </Button>
          </form>
        ) : null}
        {trouble ? <Told>{trouble}</Told> : null}
      </div>
    </div>
  )
}
