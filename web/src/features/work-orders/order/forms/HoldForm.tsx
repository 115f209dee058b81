import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { say } from '@/features/work-orders/words'
import { type FormProps, MoveForm } from '../MoveDialog'
import { type HoldReason, holdReasons } from '../order'

const longest = 500

export const HoldForm = ({ order, onGive, onBack }: FormProps) => {
  const [reason, setReason] = useState<HoldReason>('waitingParts')
  const [remark, setRemark] = useState('')
  const booked = order.visits.filter(v => v.acts.includes('unschedule')).length
  return (
    <MoveForm verb={say('putOnHold')} canGive onBack={onBack} onGive={() => onGive({ reason, remark: remark.trim() || null })}>
      <Select
        label={say('whatIsItWaitingFor')}
        data={Object.entries(holdReasons).map(([value, label]) => ({ value, label }))}
        value={reason}
        onChange={value => value && setReason(value as HoldReason)}
        allowDeselect={false}
      />
      <Textarea
        label={say('remark')}
        description={say('whatExactlyAndUntilWhen')}
        minRows={2}
        maxLength={longest}
        value={remark}
        onChange={e => setRemark(e.currentTarget.value)}
      />
      {booked > 0 ? <p className="soft">{say('bookedVisitsGo', { n: booked })}</p> : null}
    </MoveForm>
  )
}
