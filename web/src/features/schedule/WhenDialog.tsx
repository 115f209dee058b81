import { Modal, NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/ui/pieces'
import { instantIn, localIn } from '@/ui/times'
import type { Bar, Person } from './board'
import { say } from './words'

export type Asked = { technician: string; start: number; end: number }

type Props = {
  bar: Bar | undefined
  /** What stands in the form at first; without it, where the visit is now. */
  asked: Asked | undefined
  people: readonly Person[]
  zone: string
  onMove: (technician: string, start: number, end: number) => void
  onClose: () => void
}

const minute = 60_000

/** Another time or person for a visit, by the keyboard alone. */
export const WhenDialog = ({ bar, onClose, ...rest }: Props) => (
  <Modal
    opened={bar !== undefined}
    onClose={onClose}
    title={bar ? say('move', { number: bar.number, summary: bar.summary }) : ''}
    size={480}
  >
    {bar ? <Form bar={bar} onClose={onClose} {...rest} /> : null}
  </Modal>
)

const Form = ({ bar, asked, people, zone, onMove, onClose }: Props & { bar: Bar }) => {
  const first = asked ?? bar
  const [who, setWho] = useState(first.technician)
  const [start, setStart] = useState(localIn(first.start, zone))
  const [minutes, setMinutes] = useState(Math.round((first.end - first.start) / minute))
  const at = instantIn(start, zone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (at === undefined) return
    onMove(who, at, at + minutes * minute)
    onClose()
  }
  return (
    <form className="form" onSubmit={submit}>
      <TextInput
        label={say('start')}
        description={zone}
        type="datetime-local"
        data-autofocus
        value={start}
        onChange={e => setStart(e.currentTarget.value)}
      />
      <div className="pair">
        <Select
          label={say('technician')}
          searchable
          allowDeselect={false}
          nothingFoundMessage={say('nobodyIsCalledThat')}
          data={people.map(p => ({ value: p.id, label: p.name }))}
          value={who}
          onChange={value => value && setWho(value)}
        />
        <NumberInput
          label={say('minutesOfWork')}
          min={5}
          max={44_640}
          step={15}
          value={minutes}
          onChange={v => setMinutes(Number(v) || 0)}
        />
      </div>
      <div className="row">
        <span className="grow" />
        <Button onClick={onClose}>{say('back')}</Button>
        <Button kind="main" submit disabled={at === undefined || minutes < 5}>
          {say('move2')}
        </Button>
      </div>
    </form>
  )
}
