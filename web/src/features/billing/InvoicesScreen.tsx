import type { ReactNode } from 'react'
import { type Column, List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
import { State } from '@/ui/pieces'
import { date } from '@/ui/times'
import { type Invoice, invoiceStates } from './invoice'
import { money } from './money'
import './billing.css'

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
const dayOf = (day: string | null, now: number) => (day ? date(noon(day), now, 'UTC') : '')

export const InvoiceTag = ({ invoice }: { invoice: Invoice }) => {
  if (invoice.overdue)
    return (
      <State tone="risk" icon="warn">
        Overdue
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
    title: 'Invoice',
    width: '116px',
    narrow: true,
    cell: i => <span className="thing n">{i.called ?? 'Draft'}</span>,
  },
  {
    key: 'customer',
    title: 'Customer',
    width: 'minmax(0, 1.6fr)',
    narrow: true,
    cell: i => <span className="cut">{i.accountName ?? 'Not yours to see'}</span>,
  },
  { key: 'order', title: 'Order', width: '100px', cell: i => <span className="soft n">WO-{i.orderNumber}</span> },
  { key: 'state', title: 'State', width: '130px', cell: i => <InvoiceTag invoice={i} /> },
  { key: 'issued', title: 'Issued', width: '92px', cell: i => <span className="soft n">{dayOf(i.issuedOn, now)}</span> },
  { key: 'due', title: 'Due', width: '92px', cell: i => <span className="soft n">{dayOf(i.dueOn, now)}</span> },
  {
    key: 'total',
    title: 'Total',
    width: '136px',
    align: 'right',
    narrow: true,
    cell: i => <span className="n">{money(i.total)}</span>,
  },
  {
    key: 'open',
    title: 'Still open',
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

export const InvoicesScreen = ({ invoices, chips, foot, isFiltered, now, ...list }: InvoicesProps) => (
  <>
    <div className="chips">{chips}</div>
    <div className="body">
      <div className="grow list-side">
        {invoices === undefined ? <Loading of="invoices" rows={12} /> : null}
        {invoices?.length === 0 ? (
          <Empty icon="money" title={isFiltered ? 'No invoice is like that' : 'No invoice yet'}>
            <p>
              {isFiltered
                ? 'Let go of a filter, or look at all of them.'
                : 'An invoice is drafted by itself as soon as an order is completed.'}
            </p>
          </Empty>
        ) : null}
        {invoices && invoices.length > 0 ? (
          <List label="Invoices" columns={columnsAt(now)} rows={invoices} idOf={i => i.id} foot={foot} {...list} />
        ) : null}
      </div>
    </div>
  </>
)
