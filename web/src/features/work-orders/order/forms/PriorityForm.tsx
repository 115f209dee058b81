import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { say } from '@/features/work-orders/words'
import { priorities } from '../../documents'
import { PriorityField } from '../../PriorityField'
import { type FormProps, MoveForm } from '../MoveDialog'

export const PriorityForm = ({ order, onGive, onBack }: FormProps) => {
  const [level, setLevel] = useState(order.priority)
  const [reason, setReason] = useState('')
  return (
    <MoveForm
      verb={say('changePriority')}
      canGive={level !== order.priority && reason.trim() !== ''}
      onBack={onBack}
      onGive={() => onGive({ priority: priorities[level - 1] ?? 'normal', reason: reason.trim() })}
    >
      <PriorityField level={level} onChange={setLevel} />
      <TextInput
        label={say('why')}
        required
        withAsterisk={false}
        maxLength={200}
        value={reason}
        onChange={e => setReason(e.currentTarget.value)}
      />
    </MoveForm>
  )
}
