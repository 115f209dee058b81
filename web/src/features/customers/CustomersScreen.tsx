import type { ReactNode } from 'react'
import { Icon } from '@/ui/Icon'
import { type Column, List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
import type { AccountLine } from './customer'

const columns: Column<AccountLine>[] = [
  {
    key: 'name',
    title: 'Customer',
    width: 'minmax(180px, 1.4fr)',
    narrow: true,
    cell: a => (
      <span className="row">
        <span className="soft">
          <Icon name={a.kind === 'company' ? 'customers' : 'people'} label={a.kind === 'company' ? 'Company' : 'Person'} />
        </span>
        <span className="thing cut">{a.name}</span>
      </span>
    ),
  },
  { key: 'address', title: 'Address', width: 'minmax(0, 1.4fr)', cell: a => <span className="soft">{a.address}</span> },
  {
    key: 'because',
    title: 'Found by',
    width: 'minmax(0, 1.4fr)',
    cell: a => <span className="soft n">{a.because.join(', ')}</span>,
  },
  { key: 'branch', title: 'Branch', width: '140px', cell: a => <span className="soft">{a.branch}</span> },
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
        {accounts === undefined ? <Loading of="customers" /> : null}
        {accounts?.length === 0 ? (
          <Empty icon="customers" title="No customer found">
            <p>Part of a name, a phone number in any form, a serial or an address is enough.</p>
          </Empty>
        ) : null}
        {accounts && accounts.length > 0 ? (
          <List
            label="Customers"
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
