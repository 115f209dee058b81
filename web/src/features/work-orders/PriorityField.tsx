import { useId } from 'react'
import { type Level, Priority } from '@/ui/pieces'
import { say } from './words'

const names: Record<Level, string> = { 1: say('emergency'), 2: say('high'), 3: say('normal'), 4: say('low') }

export const PriorityField = ({ level, onChange }: { level: Level | undefined; onChange: (level: Level) => void }) => {
  const name = useId()
  return (
    <fieldset className="levels">
      <legend className="label">{say('priority')}</legend>
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
