import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { say } from '@/features/work-orders/words'
import { useDocuments } from '@/store/react'
import { homeZone, instantIn, localIn } from '@/ui/times'
import type { TechnicianDocument } from '../../documents'
import { type FormProps, MoveForm } from '../MoveDialog'

const minute = 60_000
const quarter = 15 * minute

/** Who, when and how long; on the site's clock. */
export const PlanForm = ({ order, onGive, onBack }: FormProps) => {
  const technicians = useDocuments<TechnicianDocument>('technician')
    .filter(t => t.active)
    .sort((a, b) => Number(b.branch === order.branch) - Number(a.branch === order.branch) || a.name.localeCompare(b.name))
  const zone = order.site?.zone ?? homeZone()
  const [lead, setLead] = useState('')
  const [start, setStart] = useState(() => localIn(Math.ceil((Date.now() + 30 * minute) / quarter) * quarter, zone))
  const [minutes, setMinutes] = useState(order.workType?.minutes ?? 60)
  const [travel, setTravel] = useState(20)
  const [although, setAlthough] = useState('')
  const at = instantIn(start, zone)
  return (
    <MoveForm
      verb={say('planVisit')}
      canGive={lead !== '' && at !== undefined && minutes > 0}
      onBack={onBack}
      onGive={() =>
        onGive({
          lead,
          start: at ?? 0,
          end: (at ?? 0) + minutes * minute,
          zone,
          travelMinutes: travel,
          although: although.trim(),
        })
      }
    >
      <Select
        label={say('technician')}
        placeholder={say('whoGoes')}
        searchable
        data-autofocus
        nothingFoundMessage={say('nobodyIsCalledThat')}
        data={technicians.map(t => ({ value: t.id, label: t.name }))}
        value={lead || null}
        onChange={value => setLead(value ?? '')}
      />
      <TextInput
        label={say('start')}
        description={say('onTheSitesClock', { zone })}
        type="datetime-local"
        required
        withAsterisk={false}
        value={start}
        onChange={e => setStart(e.currentTarget.value)}
      />
      <div className="pair">
        <NumberInput
          label={say('minutesOfWork')}
          min={5}
          max={1440}
          step={15}
          value={minutes}
          onChange={v => setMinutes(Number(v) || 0)}
        />
        <NumberInput
          label={say('minutesOfTravelBefore')}
          min={0}
          max={1440}
          step={5}
          value={travel}
          onChange={v => setTravel(Number(v) || 0)}
        />
      </div>
      <TextInput
        label={say('whyIfItIsOutside')}
        description={say('whatSomebodyLacksOnlyA')}
        maxLength={500}
        value={although}
        onChange={e => setAlthough(e.currentTarget.value)}
      />
    </MoveForm>
  )
}
