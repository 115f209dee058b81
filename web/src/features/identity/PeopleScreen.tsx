import type { ReactNode } from 'react'
import { type Column, List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
import { Avatar, State, Tag } from '@/ui/pieces'
import { ago } from '@/ui/times'
import { type Role, roles } from './roles'

export type Person = {
  id: string
  name: string
  email: string
  roles: readonly Role[]
  headOffice: boolean
  branchIds: readonly string[]
  branches: readonly string[]
  state: 'invited' | 'active' | 'disabled'
  hasSecondStep: boolean
  lastSeen?: number
}

export const personStates = {
  invited: { name: 'Invited', tone: 'tentative', icon: 'send' },
  active: { name: 'Active', tone: 'good', icon: 'check' },
  disabled: { name: 'Disabled', tone: 'done', icon: 'lock' },
} as const

const columns = (now: number): Column<Person>[] => [
  {
    key: 'name',
    title: 'Name',
    width: 'minmax(160px, 1.2fr)',
    narrow: true,
    cell: p => (
      <span className="row">
        <Avatar name={p.name} />
        <span className="thing cut">{p.name}</span>
      </span>
    ),
  },
  { key: 'email', title: 'E-mail', width: 'minmax(0, 1.2fr)', cell: p => <span className="soft">{p.email}</span> },
  {
    key: 'roles',
    title: 'Roles',
    width: 'minmax(0, 1.2fr)',
    cell: p => (
      <span className="row">
        {p.roles.map(role => (
          <Tag key={role}>{roles[role].name}</Tag>
        ))}
      </span>
    ),
  },
  {
    key: 'branches',
    title: 'Branches',
    width: 'minmax(0, 1fr)',
    cell: p => (p.headOffice ? <span className="soft">Every branch</span> : p.branches.join(', ')),
  },
  {
    key: 'second',
    title: 'Second step',
    width: '92px',
    cell: p => (p.hasSecondStep ? 'On' : <span className="t-risk">Not set up</span>),
  },
  {
    key: 'seen',
    title: 'Last seen',
    width: '96px',
    cell: p => <span className="soft n">{p.lastSeen === undefined ? 'Never' : ago(p.lastSeen, now)}</span>,
  },
  {
    key: 'state',
    title: 'State',
    width: '96px',
    narrow: true,
    cell: p => (
      <State tone={personStates[p.state].tone} icon={personStates[p.state].icon}>
        {personStates[p.state].name}
      </State>
    ),
  },
]

type PeopleProps = {
  people: readonly Person[] | undefined
  now: number
  selected: string | undefined
  chips: ReactNode
  panel?: ReactNode
  foot?: string
  onSelect: (id: string) => void
  onEnd?: () => void
}

export const PeopleScreen = ({ people, now, selected, chips, panel, foot, onSelect, onEnd }: PeopleProps) => (
  <>
    <div className="chips">{chips}</div>
    <div className="body">
      <div className="grow list-side">
        {people === undefined ? <Loading of="people" /> : null}
        {people?.length === 0 ? (
          <Empty icon="people" title="Nobody found">
            <p>Part of a name or of an e-mail address is enough.</p>
          </Empty>
        ) : null}
        {people && people.length > 0 ? (
          <List
            label="People"
            columns={columns(now)}
            rows={people}
            idOf={p => p.id}
            selected={selected}
            onSelect={onSelect}
            onEnd={onEnd}
            foot={foot}
            rowHeight={36}
          />
        ) : null}
      </div>
      {panel}
    </div>
  </>
)
