import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { type FormProps, MoveForm } from '../MoveDialog'

const longest = 500

export const ReasonForm = ({
  why,
  verb,
  onGive,
  onBack,
}: Pick<FormProps, 'onGive' | 'onBack'> & { why: string; verb: string }) => {
  const [reason, setReason] = useState('')
  return (
    <MoveForm verb={verb} canGive={reason.trim() !== ''} onBack={onBack} onGive={() => onGive({ remark: reason.trim() })}>
      <Textarea
        label={why}
        data-autofocus
        required
        withAsterisk={false}
        minRows={3}
        maxLength={longest}
        value={reason}
        onChange={e => setReason(e.currentTarget.value)}
      />
    </MoveForm>
  )
}
