import type { ReactNode } from 'react'
import type { Column } from '@/ui/List'
import { ListScreen } from '@/ui/ListScreen'
import { Empty } from '@/ui/notices'
import { Avatar, State } from '@/ui/pieces'
import { behind, type Device, heard, stateOf, storage, unsent } from './devices'
import { say } from './words'

const columns = (now: number): Column<Device>[] => [
  {
    key: 'person',
    title: say('person'),
    width: 'minmax(140px, 1.2fr)',
    narrow: true,
    cell: d => (
      <span className="row">
        <Avatar name={d.personName ?? say('somebody')} />
        <span className="thing cut">{d.personName ?? say('noLongerKnown')}</span>
      </span>
    ),
  },
  {
    key: 'name',
    title: say('device'),
    width: 'minmax(104px, 1fr)',
    cell: d => <span className="soft cut">{d.name || say('unknown')}</span>,
  },
  { key: 'heard', title: say('lastHeardOf'), width: '96px', cell: d => <span className="n">{heard(d, now)}</span> },
  { key: 'behind', title: say('atThatTime'), width: '104px', cell: d => <span className="soft n">{behind(d)}</span> },
  {
    key: 'unsent',
    title: say('unsent'),
    width: '112px',
    narrow: true,
    cell: d => <span className="n">{unsent(d) || <span className="soft">{say('nothing')}</span>}</span>,
  },
  { key: 'storage', title: say('storage'), width: '116px', cell: d => <span className="soft n">{storage(d)}</span> },
  { key: 'version', title: say('version'), width: '80px', cell: d => <span className="soft n cut">{d.version}</span> },
  {
    key: 'state',
    title: say('state'),
    width: '112px',
    narrow: true,
    cell: d => {
      const { name, tone, icon } = stateOf(d, now)
      return (
        <State tone={tone} icon={icon}>
          {name}
        </State>
      )
    },
  },
]

type DevicesProps = {
  devices: readonly Device[] | undefined
  now: number
  selected: string | undefined
  chips: ReactNode
  panel?: ReactNode
  foot?: string
  onSelect: (id: string) => void
  onEnd?: () => void
}

/** Every installation with its person: when it was last heard of, what it has not sent, how it stands. */
export const DevicesScreen = ({ devices, now, ...list }: DevicesProps) => (
  <ListScreen
    label={say('devices')}
    loading={say('theDevices')}
    empty={
      <Empty icon="device" title={say('noDeviceFound')}>
        <p>{say('aPhoneOrBrowserIs')}</p>
      </Empty>
    }
    columns={columns(now)}
    rows={devices}
    idOf={d => d.id}
    rowHeight={36}
    {...list}
  />
)
