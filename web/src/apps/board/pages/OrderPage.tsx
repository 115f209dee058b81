import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { OrderMoney } from '@/features/billing/OrderMoney'
import { may } from '@/features/identity/session'
import { OrderMessages } from '@/features/messaging/OrderMessages'
import { actOnVisit, addNote, attach, type Booking, move, planVisit, settle } from '@/features/work-orders/order/commands'
import { Deviations } from '@/features/work-orders/order/Deviations'
import { Checklist, Signature } from '@/features/work-orders/order/Evidence'
import { moves, nextOf, type OrderMove } from '@/features/work-orders/order/moves'
import { Notes, Papers } from '@/features/work-orders/order/Notes'
import { OrderAbout } from '@/features/work-orders/order/OrderAbout'
import { OrderActions } from '@/features/work-orders/order/OrderActions'
import { OrderScreen } from '@/features/work-orders/order/OrderScreen'
import type { Order } from '@/features/work-orders/order/order'
import { useOrder } from '@/features/work-orders/order/orderQuery'
import { Photos } from '@/features/work-orders/order/Photos'
import { ReportLink } from '@/features/work-orders/order/ReportLink'
import { Used } from '@/features/work-orders/order/Used'
import { Visits } from '@/features/work-orders/order/Visits'
import { useStore } from '@/store/react'
import type { Body } from '@/store/wire'
import { Loading, Trouble } from '@/ui/notices'
import { Title } from '@/ui/Shell'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/orders/$order')

export const OrderPage = () => {
  const { order: id } = route.useParams()
  const { find } = useOffice()
  const now = useNow()
  const { order, allowed, error, refetch } = useOrder(id, now)
  return (
    <>
      <Title name={order?.number ?? say('order')} under={{ name: say('orders'), to: '/orders' }} onFind={find} />
      {order ? <Live key={order.id} order={order} allowed={allowed} now={now} /> : null}
      {error && !order ? (
        <Trouble title={say('thisOrderCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : null}
      {!order && !error ? <Loading of={say('theOrder')} /> : null}
    </>
  )
}

const Live = ({ order, allowed, now }: { order: Order; allowed: readonly OrderMove[]; now: number }) => {
  const { session } = useOffice()
  const store = useStore()
  const queries = useQueryClient()
  const mayDo = (act: string) => may(session, act)
  const next = nextOf(order, allowed, mayDo)

  /** Sends, then shows what came of it; without a connection it says that it is kept. */
  const doing = async (work: Promise<'applied' | 'kept'>, done: string) => {
    const answer = await work
    await queries.invalidateQueries({ queryKey: ['order', order.id] })
    tell(answer === 'applied' ? say('whatDone', { what: order.number, done }) : say('keptHere', { what: order.number }))
  }
  const onMove = (what: OrderMove, answer: Body) =>
    doing(
      what === 'plan' ? planVisit(store, order, answer as unknown as Booking) : move(store, order, what, answer),
      moves[what].done,
    )

  return (
    <OrderScreen
      order={order}
      now={now}
      next={next ? { ...next, actions: <OrderActions order={order} {...next} onMove={onMove} /> } : undefined}
      about={<OrderAbout order={order} now={now} />}
      messages={mayDo('messages') ? <OrderMessages order={order.id} now={now} zone={order.site?.zone} /> : null}
      evidence={
        <>
          <Visits
            order={order}
            now={now}
            onAct={
              mayDo('visits/dispatch')
                ? (visit, act, answer) => doing(actOnVisit(store, order, visit, act, answer), say('changed'))
                : undefined
            }
          />
          <Deviations
            order={order}
            now={now}
            onSettle={
              mayDo('deviations/settle')
                ? (d, remark) => doing(settle(store, order, d.id, remark), say('differenceSettled'))
                : undefined
            }
          />
          <ReportLink order={order} />
          {mayDo('billing') ? (
            <OrderMoney order={order.id} ended={order.state === 'completed' || order.state === 'closed'} />
          ) : null}
          <Used order={order} />
          <Photos order={order} now={now} />
          <Checklist order={order} />
          <Signature order={order} now={now} />
          <Notes
            order={order}
            now={now}
            onAdd={
              mayDo('work-orders/note')
                ? (text, shared) => doing(addNote(store, order, text, shared), say('noteAdded'))
                : undefined
            }
          />
          <Papers
            order={order}
            now={now}
            onAttach={
              mayDo('work-orders/attach') ? (file, tag) => doing(attach(store, order, file, tag), say('fileAttached')) : undefined
            }
          />
        </>
      }
    />
  )
}
