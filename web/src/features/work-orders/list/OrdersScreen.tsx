import type { ReactNode } from 'react'
import type { Column } from '@/ui/List'
import { ListScreen } from '@/ui/ListScreen'
import { Empty } from '@/ui/notices'
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

export const OrdersScreen = ({ orders, bulk, isFiltered, marked, ...list }: OrdersProps) => (
  <ListScreen
    label={say('orders')}
    loading={say('theOrders')}
    empty={
      <Empty icon="orders" title={isFiltered ? say('noOrderIsLikeThat') : say('noOrderYet')}>
        <p>{isFiltered ? say('letGoOfAFilter') : say('ordersAreMadeFromRequests')}</p>
      </Empty>
    }
    rows={orders}
    idOf={o => o.id}
    marked={marked}
    bulk={marked.size > 0 ? bulk : null}
    {...list}
  />
)
