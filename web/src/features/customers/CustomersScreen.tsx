import type { ReactNode } from 'react'
import { Icon } from '@/ui/Icon'
import { type Column, List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
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
  filters: ReactNode
  panel?: ReactNode
  foot?: ReactNode
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onEnd?: () => void
}

export const CustomersScreen = ({ accounts, selected, filters, panel, foot, onSelect, onOpen, onEnd }: CustomersProps) => (
  <>
    <div className="chips">{filters}</div>
    <div className="body">
      <div className="grow list-side">
        {accounts === undefined ? <Loading of={say('theCustomers')} /> : null}
        {accounts?.length === 0 ? (
          <Empty icon="customers" title={say('noCustomerFound')}>
            <p>{say('partOfANameA')}</p>
          </Empty>
        ) : null}
        {accounts && accounts.length > 0 ? (
          <List
            label={say('customers')}
            columns={columns}
            rows={accounts}
            idOf={a => a.id}
            selected={selected}
            onSelect={onSelect}
            onOpen={onOpen}
            onEnd={onEnd}
            foot={foot}
          />
        ) : null}
      </div>
      {panel}
    </div>
  </>
)
