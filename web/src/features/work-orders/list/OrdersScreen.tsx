import type { ReactNode } from 'react'
import { type Column, List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
import { say } from '../words'
import type { OrderRow } from './orders'
import './list.css'

type OrdersProps = {
  orders: readonly OrderRow[] | undefined
  columns: readonly Column<OrderRow>[]
  selected: string | undefined
  marked: ReadonlySet<string>
  chips: ReactNode
  /** What can be done with the marked ones. */
  bulk: ReactNode
  panel: ReactNode
  foot: ReactNode
  isFiltered: boolean
  onSelect: (id: string) => void
  onMark: (id: string) => void
  onOpen: (id: string) => void
  onEnd: () => void
}

export const OrdersScreen = ({ orders, columns, chips, bulk, panel, foot, isFiltered, marked, ...list }: OrdersProps) => (
  <>
    <div className="chips">{chips}</div>
    {marked.size > 0 ? <div className="bulk">{bulk}</div> : null}
    <div className="body">
      <div className="grow list-side">
        {orders === undefined ? <Loading of={say('theOrders')} rows={12} /> : null}
        {orders?.length === 0 ? (
          <Empty icon="orders" title={isFiltered ? say('noOrderIsLikeThat') : say('noOrderYet')}>
            <p>{isFiltered ? say('letGoOfAFilter') : say('ordersAreMadeFromRequests')}</p>
          </Empty>
        ) : null}
        {orders && orders.length > 0 ? (
          <List label={say('orders')} columns={columns} rows={orders} idOf={o => o.id} marked={marked} foot={foot} {...list} />
        ) : null}
      </div>
      {panel}
    </div>
  </>
)
