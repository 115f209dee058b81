import { Menu } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { say } from '../words'
import { type Choosable, choosable } from './columns'
import type { OrderFilter } from './orders'
import { SaveView, useViews } from './SaveView'

/** Filters under a name, kept in this browser. */
export const Views = ({ filter, onChoose }: { filter: OrderFilter; onChoose: (filter: OrderFilter) => void }) => {
  const { views, save, forget } = useViews('orders.views', filter)
  const [naming, setNaming] = useState(false)
  return (
    <>
      <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <button type="button" className="chip">
            {say('views')} {views.length > 0 ? <b className="n">{views.length}</b> : null}
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
            {say('saveThisView')}
          </Menu.Item>
          {views.map(view => (
            <Menu.Item key={`forget ${view.name}`} leftSection={<Icon name="close" />} onClick={() => forget(view)}>
              {say('forget', { name: view.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SaveView opened={naming} onClose={() => setNaming(false)} onSave={save} />
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
      <Button size="small">{say('columns')}</Button>
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
