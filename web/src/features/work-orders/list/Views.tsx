import { Menu, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { type Choosable, choosable } from './columns'
import { useKept } from './kept'
import type { OrderFilter } from './orders'

type View = { name: string; filter: OrderFilter }

/** Filters under a name, kept in this browser. */
export const Views = ({ filter, onChoose }: { filter: OrderFilter; onChoose: (filter: OrderFilter) => void }) => {
  const [views, keep] = useKept<readonly View[]>('orders.views', [])
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    keep([...views.filter(v => v.name !== name.trim()), { name: name.trim(), filter }])
    setNaming(false)
    setName('')
  }
  return (
    <>
      <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <button type="button" className="chip">
            Views {views.length > 0 ? <b className="n">{views.length}</b> : null}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map(view => (
            <Menu.Item key={view.name} onClick={() => onChoose(view.filter)}>
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item leftSection={<Icon name="plus" />} onClick={() => setNaming(true)}>
            Save this view
          </Menu.Item>
          {views.map(view => (
            <Menu.Item
              key={`forget ${view.name}`}
              leftSection={<Icon name="close" />}
              onClick={() => keep(views.filter(v => v !== view))}
            >
              Forget “{view.name}”
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming} onClose={() => setNaming(false)} title="Save this view" size={400}>
        <form className="form" onSubmit={save}>
          <TextInput label="Name" data-autofocus maxLength={40} value={name} onChange={e => setName(e.currentTarget.value)} />
          <div className="row">
            <span className="grow" />
            <Button kind="main" submit disabled={name.trim() === ''}>
              Save
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}

export const ColumnChoice = ({
  shown,
  onChange,
}: {
  shown: readonly Choosable[]
  onChange: (shown: readonly Choosable[]) => void
}) => (
  <Menu position="bottom-end" transitionProps={{ duration: 0 }} closeOnItemClick={false}>
    <Menu.Target>
      <Button size="small">Columns</Button>
    </Menu.Target>
    <Menu.Dropdown>
      {(Object.keys(choosable) as Choosable[]).map(column => (
        <Menu.Item
          key={column}
          role="menuitemcheckbox"
          aria-checked={shown.includes(column)}
          leftSection={shown.includes(column) ? <Icon name="check" /> : <span className="no-icon" />}
          onClick={() => onChange(shown.includes(column) ? shown.filter(c => c !== column) : [...shown, column])}
        >
          {choosable[column]}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
