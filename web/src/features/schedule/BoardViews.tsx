import { Menu } from '@mantine/core'
import { useState } from 'react'
import { SaveView, useViews } from '@/features/work-orders/list/SaveView'
import { Icon } from '@/ui/Icon'
import { tell } from '@/ui/toasts'
import { say } from './words'

/** What of the address a view keeps: never the day, which is always today's. */
export type BoardFilter = {
  branch?: string | undefined
  scale?: 'hour' | 'week' | 'month' | 'day' | undefined
  skill?: string | undefined
  tab?: 'urgent' | 'atRisk' | 'unscheduled' | 'onHold' | undefined
  q?: string | undefined
  map?: false | undefined
}

const same = (a: BoardFilter, b: BoardFilter) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (filter: BoardFilter) =>
  Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => a.localeCompare(b))

/** This person's boards under their names; the address itself is what is shared with others. */
export const BoardViews = ({ filter, onChoose }: { filter: BoardFilter; onChoose: (filter: BoardFilter) => void }) => {
  const { views, save, forget } = useViews('board.views', filter)
  const [naming, setNaming] = useState(false)
  const chosen = views.find(v => same(v.filter, filter))
  const share = () =>
    navigator.clipboard.writeText(location.href).then(
      () => tell(say('theLinkToThisBoard')),
      () => tell(say('copyThisLink', { href: location.href }), { kind: 'trouble' }),
    )
  return (
    <>
      <button type="button" className="chip" aria-pressed={same(filter, {})} onClick={() => onChoose({})}>
        {say('wholeBoard')}
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
          <button type="button" className="chip" aria-label={say('saveOrShareThisView')}>
            <Icon name="more" size={14} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="plus" />} onClick={() => setNaming(true)}>
            {say('saveThisView')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="link" />} onClick={() => void share()}>
            {say('copyTheLinkToIt')}
          </Menu.Item>
          {chosen ? (
            <Menu.Item leftSection={<Icon name="close" />} onClick={() => forget(chosen)}>
              {say('forget', { name: chosen.name })}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <SaveView opened={naming} onClose={() => setNaming(false)} onSave={save} />
    </>
  )
}
