import type { ReactNode } from 'react'
import type { Column } from '@/ui/List'
import { ListScreen } from '@/ui/ListScreen'
import { Empty } from '@/ui/notices'
import { State } from '@/ui/pieces'
import { date } from '@/ui/times'
import { type Invoice, invoiceStates } from './invoice'
import { money } from './money'
import { say } from './words'
import './billing.css'

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
const dayOf = (day: string | null, now: number) => (day ? date(noon(day), now, 'UTC') : '')

export const InvoiceTag = ({ invoice }: { invoice: Invoice }) => {
  if (invoice.overdue)
    return (
      <State tone="risk" icon="warn">
        {say('overdue')}
      </State>
    )
  const { name, tone, icon } = invoiceStates[invoice.state ?? 'draft']
  return (
    <State tone={tone} icon={icon}>
      {name}
    </State>
  )
}

const columnsAt = (now: number): Column<Invoice>[] => [
  {
    key: 'number',
    title: say('invoice'),
    width: '116px',
    narrow: true,
    cell: i => <span className="thing n">{i.called ?? say('draft')}</span>,
  },
  {
    key: 'customer',
    title: say('customer'),
    width: 'minmax(0, 1.6fr)',
    narrow: true,
    cell: i => <span className="cut">{i.accountName ?? say('notYoursToSee')}</span>,
  },
  { key: 'order', title: say('order'), width: '100px', cell: i => <span className="soft n">WO-{i.orderNumber}</span> },
  { key: 'state', title: say('state'), width: '130px', cell: i => <InvoiceTag invoice={i} /> },
  { key: 'issued', title: say('issued'), width: '92px', cell: i => <span className="soft n">{dayOf(i.issuedOn, now)}</span> },
  { key: 'due', title: say('due'), width: '92px', cell: i => <span className="soft n">{dayOf(i.dueOn, now)}</span> },
  {
    key: 'total',
    title: say('total'),
    width: '136px',
    align: 'right',
    narrow: true,
    cell: i => <span className="n">{money(i.total)}</span>,
  },
  {
    key: 'open',
    title: say('stillOpen'),
    width: '136px',
    align: 'right',
    cell: i => <span className={Number(i.open.minor) > 0 ? 'n thing' : 'n soft'}>{money(i.open)}</span>,
  },
]

type InvoicesProps = {
  invoices: readonly Invoice[] | undefined
  selected: string | undefined
  chips: ReactNode
  foot: ReactNode
  isFiltered: boolean
  now: number
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onEnd: () => void
}

export const InvoicesScreen = ({ invoices, isFiltered, now, ...list }: InvoicesProps) => (
  <ListScreen
    label={say('invoices')}
    loading={say('theInvoices')}
    empty={
      <Empty icon="money" title={isFiltered ? say('noInvoiceIsLikeThat') : say('noInvoiceYet')}>
        <p>{isFiltered ? say('letGoOfAFilter') : say('anInvoiceIsDraftedBy')}</p>
      </Empty>
    }
    columns={columnsAt(now)}
    rows={invoices}
    idOf={i => i.id}
    {...list}
  />
)
