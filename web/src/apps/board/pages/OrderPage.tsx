import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { OrderAbout } from '@/features/work-orders/order/OrderAbout'
import { OrderScreen } from '@/features/work-orders/order/OrderScreen'
import { orderQuery, useOrderLive } from '@/features/work-orders/order/orderQuery'
import { Loading, Trouble } from '@/ui/notices'
import { Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'

const route = getRouteApi('/office/orders/$order')

export const OrderPage = () => {
  const { order: id } = route.useParams()
  const { find } = useOffice()
  const now = useNow()
  const { data: order, error, refetch } = useQuery(orderQuery(id))
  useOrderLive(id)
  return (
    <>
      <Title name={order?.number ?? 'Order'} under={{ name: 'Queue', to: '/queue' }} onFind={find} />
      {order ? <OrderScreen order={order} reached={order.state} now={now} about={<OrderAbout order={order} />} /> : null}
      {error ? (
        <Trouble title="This order cannot be shown" again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : null}
      {!order && !error ? <Loading of="the order" /> : null}
    </>
  )
}
