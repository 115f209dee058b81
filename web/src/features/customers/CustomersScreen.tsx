import type { ReactNode } from 'react'
import { Icon } from '@/ui/Icon'
import type { Column } from '@/ui/List'
import { ListScreen } from '@/ui/ListScreen'
import { Empty } from '@/ui/notices'
import type { AccountLine } from './customer'
import { say } from './words'

const columns: Column<AccountLine>[] = [
  {
    key: 'name',
    title: say('customer'),
    width: 'minmax(180px, 1.4fr)',
    narrow: true,
    cell: a => (
      <span className="row">
        <span className="soft">
          <Icon
            name={a.kind === 'company' ? 'customers' : 'people'}
            label={a.kind === 'company' ? say('company') : say('person')}
          />
        </span>
        <span className="thing cut">{a.name}</span>
      </span>
    ),
  },
  { key: 'address', title: say('address'), width: 'minmax(0, 1.4fr)', cell: a => <span className="soft">{a.address}</span> },
  {
    key: 'because',
    title: say('foundBy'),
    width: 'minmax(0, 1.4fr)',
    cell: a => <span className="soft n">{a.because.join(', ')}</span>,
  },
  { key: 'branch', title: say('branch'), width: '140px', cell: a => <span className="soft">{a.branch}</span> },
]

type CustomersProps = {
  accounts: readonly AccountLine[] | undefined
  selected: string | undefined
  chips: ReactNode
  panel?: ReactNode
  foot?: ReactNode
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onEnd?: () => void
}

export const CustomersScreen = ({ accounts, ...list }: CustomersProps) => (
  <ListScreen
    label={say('customers')}
    loading={say('theCustomers')}
    empty={
      <Empty icon="customers" title={say('noCustomerFound')}>
        <p>{say('partOfANameA')}</p>
      </Empty>
    }
    columns={columns}
    rows={accounts}
    idOf={a => a.id}
    {...list}
  />
)
