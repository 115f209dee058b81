import type { ReactNode } from 'react'
import type { Column } from '@/ui/List'
import { ListScreen } from '@/ui/ListScreen'
import { Empty } from '@/ui/notices'
import { Avatar, State, Tag } from '@/ui/pieces'
import { ago } from '@/ui/times'
import { type Role, roles } from './roles'
import { say } from './words'

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
  invited: { name: say('invited'), tone: 'tentative', icon: 'send' },
  active: { name: say('active'), tone: 'good', icon: 'check' },
  disabled: { name: say('disabled'), tone: 'done', icon: 'lock' },
} as const

const columns = (now: number): Column<Person>[] => [
  {
    key: 'name',
    title: say('name'),
    width: 'minmax(160px, 1.2fr)',
    narrow: true,
    cell: p => (
      <span className="row">
        <Avatar name={p.name} />
        <span className="thing cut">{p.name}</span>
      </span>
    ),
  },
  { key: 'email', title: say('eMail'), width: 'minmax(0, 1.2fr)', cell: p => <span className="soft">{p.email}</span> },
  {
    key: 'roles',
    title: say('roles'),
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
    title: say('branches'),
    width: 'minmax(0, 1fr)',
    cell: p => (p.headOffice ? <span className="soft">{say('everyBranch')}</span> : p.branches.join(', ')),
  },
  {
    key: 'second',
    title: say('secondStep'),
    width: '92px',
    cell: p => (p.hasSecondStep ? say('on') : <span className="t-risk">{say('notSetUp')}</span>),
  },
  {
    key: 'seen',
    title: say('lastSeen'),
    width: '96px',
    cell: p => <span className="soft n">{p.lastSeen === undefined ? say('never') : ago(p.lastSeen, now)}</span>,
  },
  {
    key: 'state',
    title: say('state'),
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

export const PeopleScreen = ({ people, now, ...list }: PeopleProps) => (
  <ListScreen
    label={say('people')}
    loading={say('thePeople')}
    empty={
      <Empty icon="people" title={say('nobodyFound')}>
        <p>{say('partOfANameOr')}</p>
      </Empty>
    }
    columns={columns(now)}
    rows={people}
    idOf={p => p.id}
    rowHeight={36}
    {...list}
  />
)
