import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type FormProps, MoveForm } from '../MoveDialog'
import { type HoldReason, holdReasons } from '../order'

const longest = 500

export const HoldForm = ({ order, onGive, onBack }: FormProps) => {
  const [reason, setReason] = useState<HoldReason>('waitingParts')
  const [remark, setRemark] = useState('')
  const booked = order.visits.filter(v => v.acts.includes('unschedule')).length
  return (
    <MoveForm verb="Put on hold" canGive onBack={onBack} onGive={() => onGive({ reason, remark: remark.trim() || null })}>
      <Select
        label="What is it waiting for"
        data={Object.entries(holdReasons).map(([value, label]) => ({ value, label }))}
        value={reason}
        onChange={value => value && setReason(value as HoldReason)}
        allowDeselect={false}
      />
      <Textarea
        label="Remark"
        description="What exactly, and until when"
        minRows={2}
        maxLength={longest}
        value={remark}
        onChange={e => setRemark(e.currentTarget.value)}
      />
      {booked > 0 ? (
        <p className="soft">
          {booked === 1 ? 'Its booked visit is' : `Its ${booked} booked visits are`} taken off the plan, and the technician’s time
          is free again.
        </p>
      ) : null}
    </MoveForm>
  )
}
