import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Level } from '@/ui/pieces'
import { levels } from '../documents'
import { PriorityField } from '../PriorityField'
import { TemplateFacts } from '../TemplateFacts'
import { say } from '../words'
import { failureCodesQuery, workTypeQuery, workTypesQuery } from '../workTypes'

export type TriageAnswers = {
  symptom?: string | undefined
  workType?: string | undefined
  level?: Level | undefined
  reason: string
}

/** The priority that the work type gives, and whether the dispatcher wants another. */
export const useUsual = ({ workType = '', level }: TriageAnswers) => {
  const { data: type } = useQuery({ ...workTypeQuery(workType), enabled: workType !== '' })
  const usual = type ? levels[type.template.priority ?? 'normal'] : undefined
  return { template: type?.template, usual, differs: level !== undefined && usual !== undefined && level !== usual }
}

/** What must be known before a request becomes an order. The code fills in the rest; another priority wants a reason. */
export const Triage = ({ answers, onChange }: { answers: TriageAnswers; onChange: (answers: TriageAnswers) => void }) => {
  const { data: types } = useQuery(workTypesQuery)
  const { data: codes } = useQuery(failureCodesQuery)
  const { template, usual, differs } = useUsual(answers)
  const symptoms = (codes ?? []).filter(c => c.kind === 'symptom')
  return (
    <>
      <b className="triage-title">{say('triage')}</b>
      <Select
        label={say('problemCode')}
        placeholder={say('whatIsWrong')}
        searchable
        data={symptoms.map(c => ({ value: c.code, label: c.name }))}
        value={answers.symptom ?? null}
        onChange={symptom =>
          onChange({
            ...answers,
            symptom: symptom ?? undefined,
            workType: symptoms.find(c => c.code === symptom)?.opens ?? answers.workType,
          })
        }
      />
      <Select
        label={say('workType')}
        placeholder={say('whatKindOfWorkIs')}
        searchable
        data={(types ?? []).map(t => ({ value: t.id, label: t.name }))}
        value={answers.workType ?? null}
        onChange={workType => onChange({ ...answers, workType: workType ?? undefined })}
      />
      <PriorityField level={answers.level ?? usual} onChange={level => onChange({ ...answers, level })} />
      {differs ? (
        <TextInput
          label={say('whyAnotherPriorityThanThe')}
          required
          withAsterisk={false}
          maxLength={200}
          value={answers.reason}
          onChange={e => onChange({ ...answers, reason: e.currentTarget.value })}
        />
      ) : null}
      {template ? <TemplateFacts template={template} /> : null}
    </>
  )
}
