import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '@/features/work-orders/words'
import type { Level } from '@/ui/pieces'
import { levels, priorities } from '../../documents'
import { PriorityField } from '../../PriorityField'
import { TemplateFacts } from '../../TemplateFacts'
import { workTypeQuery, workTypesQuery } from '../../workTypes'
import { type FormProps, MoveForm } from '../MoveDialog'

export const TriageForm = ({ order, onGive, onBack }: FormProps) => {
  const { data: types } = useQuery(workTypesQuery)
  const [workType, setWorkType] = useState(order.workType?.id ?? '')
  const [chosen, setChosen] = useState<Level>()
  const [reason, setReason] = useState('')
  const { data: type } = useQuery({ ...workTypeQuery(workType), enabled: workType !== '' })
  const usual = type ? levels[type.template.priority ?? 'normal'] : undefined
  const differs = chosen !== undefined && chosen !== usual
  return (
    <MoveForm
      verb={say('triage')}
      canGive={workType !== '' && (!differs || reason.trim() !== '')}
      onBack={onBack}
      onGive={() =>
        onGive({ workType, ...(differs ? { priority: priorities[chosen - 1] ?? 'normal', reason: reason.trim() } : {}) })
      }
    >
      <Select
        label={say('workType')}
        placeholder={say('whatKindOfWorkIs')}
        searchable
        data-autofocus
        data={(types ?? []).map(t => ({ value: t.id, label: t.name }))}
        value={workType || null}
        onChange={value => setWorkType(value ?? '')}
      />
      <PriorityField level={chosen ?? usual} onChange={setChosen} />
      {differs ? (
        <TextInput
          label={say('whyAnotherPriorityThanThe')}
          required
          withAsterisk={false}
          maxLength={200}
          value={reason}
          onChange={e => setReason(e.currentTarget.value)}
        />
      ) : null}
      {type ? <TemplateFacts template={type.template} /> : null}
    </MoveForm>
  )
}
