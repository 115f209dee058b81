import { Menu, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useKept } from '@/features/work-orders/list/kept'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { tell } from '@/ui/toasts'

/** What of the address a view keeps: never the day, which is always today's. */
export type BoardFilter = {
  branch?: string | undefined
  scale?: 'hour' | 'week' | 'month' | 'day' | undefined
  skill?: string | undefined
  tab?: 'urgent' | 'atRisk' | 'unscheduled' | 'onHold' | undefined
  q?: string | undefined
  map?: false | undefined
}
type View = { name: string; filter: BoardFilter }

const same = (a: BoardFilter, b: BoardFilter) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (filter: BoardFilter) =>
  Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => a.localeCompare(b))

/** This person's boards under their names; the address itself is what is shared with others. */
export const BoardViews = ({ filter, onChoose }: { filter: BoardFilter; onChoose: (filter: BoardFilter) => void }) => {
  const [views, keep] = useKept<readonly View[]>('board.views', [])
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const chosen = views.find(v => same(v.filter, filter))
  const save = (event: FormEvent) => {
    event.preventDefault()
    keep([...views.filter(v => v.name !== name.trim()), { name: name.trim(), filter }])
    setNaming(false)
    setName('')
  }
  const share = () =>
    navigator.clipboard.writeText(location.href).then(
      () => tell('The link to this board is copied; whoever may see this branch sees the same.'),
      () => tell(`Copy this link: ${location.href}`, { kind: 'trouble' }),
    )
  return (
    <>
      <button type="button" className="chip" aria-pressed={same(filter, {})} onClick={() => onChoose({})}>
        Whole board
      </button>
      {views.map(view => (
        <button
          type="button"
          key={view.name}
          className="chip"
          aria-pressed={view === chosen}
          onClick={() => onChoose(view.filter)}
        >
          {view.name}
        </button>
      ))}
      <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <button type="button" className="chip" aria-label="Save or share this view">
            <Icon name="more" size={14} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="plus" />} onClick={() => setNaming(true)}>
            Save this view
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="link" />} onClick={() => void share()}>
            Copy the link to it
          </Menu.Item>
          {chosen ? (
            <Menu.Item leftSection={<Icon name="close" />} onClick={() => keep(views.filter(v => v !== chosen))}>
              Forget “{chosen.name}”
            </Menu.Item>
          ) : null}
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
