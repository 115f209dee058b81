import type { ReactNode } from 'react'
import { Facts, Priority } from '@/ui/pieces'
import { SideSheet } from '@/ui/SideSheet'
import { Clocks } from '../order/Clocks'
import { OrderAbout } from '../order/OrderAbout'
import { hasEnded } from '../order/order'
import { useOrder } from '../order/orderQuery'
import { Steps } from '../order/Steps'
import { Visits } from '../order/Visits'
import type { OrderRow } from './orders'
import '../order/order.css'
import '../queue/queue.css'

/** An order's gist beside the list. */
export const OrderPeek = ({ row, now, foot, onClose }: { row: OrderRow; now: number; foot: ReactNode; onClose: () => void }) => {
  const { order } = useOrder(row.id, now)
  return (
    <SideSheet
      name={row.title}
      about={
        <>
          <Priority level={row.priority} />{' '}
          <Facts of={[row.number, [row.customer, row.site].filter(Boolean).join(', '), row.address]} />
        </>
      }
      onClose={onClose}
      foot={foot}
    >
      <div className="order peek">
        {order ? (
          <>
            <Clocks clocks={order.clocks} now={now} ended={hasEnded(order.state)} />
            <Steps state={order.state} note={order.holdReason} />
            <Visits order={order} now={now} />
            <OrderAbout order={order} now={now} />
          </>
        ) : null}
      </div>
    </SideSheet>
  )
}
