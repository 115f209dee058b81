import { useId } from 'react'
import { type Level, Priority } from '@/ui/pieces'

const names: Record<Level, string> = { 1: 'Emergency', 2: 'High', 3: 'Normal', 4: 'Low' }

export const PriorityField = ({ level, onChange }: { level: Level | undefined; onChange: (level: Level) => void }) => {
  const name = useId()
  return (
    <fieldset className="levels">
      <legend className="label">Priority</legend>
      {([1, 2, 3, 4] as const).map(one => (
        <label key={one} className="level">
          <input type="radio" name={name} checked={level === one} onChange={() => onChange(one)} />
          <Priority level={one} />
          {names[one]}
        </label>
      ))}
    </fieldset>
  )
}
