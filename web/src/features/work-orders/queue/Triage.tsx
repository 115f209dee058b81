import { Select } from '@mantine/core'
import { type Level, Priority, Tag } from '@/ui/pieces'
import { span } from '@/ui/times'

export type WorkType = { id: string; name: string; minutes?: number; needs: readonly string[] }

export type TriageAnswers = { workType: string | undefined; priority: Level }

const levels: Record<Level, string> = { 1: 'Emergency', 2: 'High', 3: 'Normal', 4: 'Low' }

type TriageProps = { answers: TriageAnswers; workTypes: readonly WorkType[]; onChange: (answers: TriageAnswers) => void }

/** What must be known before a request becomes an order. What follows from the work type is shown, not asked. */
export const Triage = ({ answers, workTypes, onChange }: TriageProps) => {
  const type = workTypes.find(t => t.id === answers.workType)
  return (
    <>
      <b className="triage-title">Triage</b>
      <Select
        label="Work type"
        placeholder="What kind of work is it"
        searchable
        data={workTypes.map(t => ({ value: t.id, label: t.name }))}
        value={answers.workType ?? null}
        onChange={workType => onChange({ ...answers, workType: workType ?? undefined })}
      />
      <fieldset className="levels">
        <legend className="label">Priority</legend>
        {([1, 2, 3, 4] as const).map(level => (
          <label key={level} className="level">
            <input
              type="radio"
              name="priority"
              checked={answers.priority === level}
              onChange={() => onChange({ ...answers, priority: level })}
            />
            <Priority level={level} />
            {levels[level]}
          </label>
        ))}
      </fieldset>
      {type ? (
        <dl className="facts">
          <dt>Length</dt>
          <dd className="n">{type.minutes === undefined ? 'Not known' : span(type.minutes * 60_000)}</dd>
          <dt>Needs</dt>
          <dd className="tags">
            {type.needs.length === 0 ? 'Nothing special' : type.needs.map(need => <Tag key={need}>{need}</Tag>)}
          </dd>
        </dl>
      ) : null}
    </>
  )
}
