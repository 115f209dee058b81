import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '@/features/work-orders/words'
import { failureCodesQuery } from '../../workTypes'
import { type FormProps, MoveForm } from '../MoveDialog'

const kinds = { symptom: say('symptom2'), problem: say('problem2'), cause: say('cause2'), action: say('whatWasDone') } as const
type Kind = keyof typeof kinds

/** What was seen, what was wrong, why, and what was done: in the words of the reports. */
export const CodeForm = ({ order, onGive, onBack }: FormProps) => {
  const { data: codes } = useQuery(failureCodesQuery)
  const [found, setFound] = useState<Partial<Record<Kind, string>>>(order.codes)
  const kept = Object.fromEntries(Object.entries(found).filter(([, code]) => code))
  return (
    <MoveForm verb={say('writeFindings')} canGive={Object.keys(kept).length > 0} onBack={onBack} onGive={() => onGive(kept)}>
      {(Object.keys(kinds) as Kind[]).map(kind => (
        <Select
          key={kind}
          label={kinds[kind]}
          searchable
          placeholder={say('notKnown')}
          nothingFoundMessage={say('thereIsNoSuchCode')}
          data={(codes ?? []).filter(c => c.kind === kind).map(c => ({ value: c.code, label: c.name }))}
          value={found[kind] ?? null}
          onChange={code => setFound({ ...found, [kind]: code ?? undefined })}
        />
      ))}
    </MoveForm>
  )
}
