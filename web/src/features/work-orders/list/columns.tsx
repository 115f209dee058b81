import { Icon } from '@/ui/Icon'
import type { Column } from '@/ui/List'
import { Priority, State } from '@/ui/pieces'
import { exact, left, moment, span } from '@/ui/times'
import { type HoldReason, hasEnded, holdReasons, orderStates } from '../order/order'
import { say } from '../words'
import type { OrderRow } from './orders'

export const choosable = {
  customer: say('customerAndSite'),
  asset: say('asset'),
  technician: say('technician'),
  due: say('due'),
  state: say('state'),
  age: say('age'),
  branch: say('branch'),
} as const

export type Choosable = keyof typeof choosable

export const usual: readonly Choosable[] = ['customer', 'technician', 'due', 'state', 'age']

const hour = 3_600_000

const Due = ({ order, now }: { order: OrderRow; now: number }) => {
  if (order.due === undefined || hasEnded(order.state)) return null
  const tone = order.due < now ? 't-breached' : order.due - now < hour ? 't-risk' : 'soft'
  return (
    <span className={`n small ${tone}`} title={exact(order.due)}>
      {tone === 'soft' ? null : <Icon name="sla" size={12} />} {left(order.due, now)}
    </span>
  )
}

const StateOf = ({ order }: { order: OrderRow }) => {
  const { name, tone, icon } = orderStates[order.state]
  const reason = order.state === 'onHold' && order.holdReason ? holdReasons[order.holdReason as HoldReason] : undefined
  return (
    <span title={reason}>
      <State tone={tone} icon={icon}>
        {order.state === 'completed' ? say('toReview') : name}
      </State>
    </span>
  )
}

export const orderColumns = (
  now: number,
  marked: ReadonlySet<string>,
  shown: readonly Choosable[],
  branches: ReadonlyMap<string, string>,
): Column<OrderRow>[] => {
  const columns: Column<OrderRow>[] = [
    {
      key: 'mark',
      title: '',
      width: '16px',
      cell: o => (
        <span className="mark" data-mark="" data-on={marked.has(o.id) ? '' : undefined} title={say('markSpace')}>
          {marked.has(o.id) ? <Icon name="check" size={12} /> : null}
        </span>
      ),
    },
    { key: 'priority', title: '', width: '16px', narrow: true, cell: o => <Priority level={o.priority} /> },
    { key: 'number', title: say('order'), width: '76px', cell: o => <span className="n soft">{o.number}</span> },
    {
      key: 'title',
      title: say('what'),
      width: 'minmax(0, 1.4fr)',
      narrow: true,
      cell: o => <span className="thing">{o.title}</span>,
    },
    {
      key: 'customer',
      title: choosable.customer,
      width: 'minmax(0, 1.2fr)',
      cell: o => <span className="soft">{[o.customer, o.site].filter(Boolean).join(', ')}</span>,
    },
    { key: 'asset', title: choosable.asset, width: 'minmax(0, 1fr)', cell: o => <span className="soft">{o.asset}</span> },
    {
      key: 'technician',
      title: choosable.technician,
      width: '190px',
      cell: o =>
        o.technician ? (
          <span>
            {o.technician} <span className="soft small n">{o.next === undefined ? '' : moment(o.next, now)}</span>
          </span>
        ) : null,
    },
    { key: 'due', title: choosable.due, width: '104px', cell: o => <Due order={o} now={now} /> },
    { key: 'state', title: choosable.state, width: '132px', narrow: true, cell: o => <StateOf order={o} /> },
    {
      key: 'age',
      title: choosable.age,
      width: '56px',
      align: 'right',
      cell: o => (
        <span className="n small soft" title={exact(o.asked)}>
          {span(now - o.asked)}
        </span>
      ),
    },
    { key: 'branch', title: choosable.branch, width: '120px', cell: o => <span className="soft">{branches.get(o.branch)}</span> },
  ]
  return columns.filter(c => !(c.key in choosable) || shown.includes(c.key as Choosable))
}
