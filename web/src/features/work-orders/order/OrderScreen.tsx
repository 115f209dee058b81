import type { ReactNode } from 'react'
import { Icon } from '@/ui/Icon'
import { Facts, Priority } from '@/ui/pieces'
import { say } from '../words'
import { Clocks } from './Clocks'
import { hasEnded, type Order } from './order'
import { Steps } from './Steps'
import { Timeline } from './Timeline'
import './order.css'

type OrderProps = {
  order: Order
  now: number
  /** What to do next, why, and the buttons for it. */
  next?: { tone: 'risk' | 'plain'; what: string; why?: string | undefined; actions: ReactNode } | undefined
  /** Asset, parts, invoice: whatever is known about the thing. */
  about?: ReactNode
  /** Visits, photos, checklist, signature: whatever was planned and brought back. */
  evidence?: ReactNode
  messages?: ReactNode
}

export const OrderScreen = ({ order, now, next, about, evidence, messages }: OrderProps) => (
  <div className="order">
    <div className="top">
      <div>
        <div className="row">
          <Priority level={order.priority} />
          <h2>{order.title}</h2>
        </div>
        <div className="soft">
          <Facts of={[[order.customer?.name, order.site?.name].filter(Boolean).join(', '), order.site?.address, order.contact]} />
        </div>
        <Steps state={order.state} note={order.holdReason} />
      </div>
      <Clocks clocks={order.clocks} now={now} ended={hasEnded(order.state)} />
    </div>
    {next ? (
      <div className="next" data-tone={next.tone}>
        {next.tone === 'risk' ? (
          <span className="t-risk">
            <Icon name="warn" />
          </span>
        ) : null}
        <span className="words">
          <b>{say('next', { what: next.what })}</b> <span className="soft">{next.why}</span>
        </span>
        <span className="grow" />
        {next.actions}
      </div>
    ) : null}
    <div className="columns">
      <div className="column scroll">{about}</div>
      <div className="column scroll">{evidence}</div>
      <div className="column scroll">
        <Timeline happenings={order.happenings} now={now} zone={order.site?.zone} />
        {messages}
      </div>
    </div>
  </div>
)
