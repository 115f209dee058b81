import type { ReactNode } from 'react'
import { Icon } from '@/ui/Icon'
import { Avatar, Facts, Priority, SectionTitle, State } from '@/ui/pieces'
import { range } from '@/ui/times'
import { Clocks } from './Clocks'
import { type Order, type OrderState, visitStates } from './order'
import { Steps } from './Steps'
import { Timeline } from './Timeline'
import './order.css'

type OrderProps = {
  order: Order
  /** The last step of the main way that it reached. */
  reached: OrderState
  now: number
  /** What to do next, why, and the buttons for it. */
  next?: { tone: 'risk' | 'plain'; what: string; why?: string; actions: ReactNode }
  /** Asset, parts, invoice: whatever is known about the thing. */
  about?: ReactNode
  /** Photos, checklist, signature: whatever was brought back. */
  evidence?: ReactNode
  messages?: ReactNode
}

export const OrderScreen = ({ order, reached, now, next, about, evidence, messages }: OrderProps) => (
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
        <Steps state={order.state} reached={reached} note={order.holdReason} />
      </div>
      <Clocks clocks={order.clocks} now={now} />
    </div>
    {next ? (
      <div className="next" data-tone={next.tone}>
        {next.tone === 'risk' ? (
          <span className="t-risk">
            <Icon name="warn" />
          </span>
        ) : null}
        <span>
          <b>Next: {next.what}</b> <span className="soft">{next.why}</span>
        </span>
        <span className="grow" />
        {next.actions}
      </div>
    ) : null}
    <div className="columns">
      <div className="column scroll">{about}</div>
      <div className="column scroll">
        <Visits order={order} now={now} />
        {evidence}
      </div>
      <div className="column scroll">
        <Timeline happenings={order.happenings} now={now} />
        {messages}
      </div>
    </div>
  </div>
)

const Visits = ({ order, now }: { order: Order; now: number }) => (
  <section>
    <SectionTitle note={order.visits.length}>Visits</SectionTitle>
    {order.visits.length === 0 ? <p className="soft">None planned yet.</p> : null}
    {order.visits.map(visit => {
      const { name, tone, icon } = visitStates[visit.state]
      return (
        <div className="visit" key={visit.id}>
          {visit.who ? <Avatar name={visit.who} /> : <span className="avatar" data-tone="none" />}
          <span className="cut">
            {visit.what}
            {visit.who ? <span className="soft">, {visit.who}</span> : null}
          </span>
          <span className="soft n cut">{visit.from === undefined ? 'Not booked' : range(visit.from, visit.to, now)}</span>
          <span className="right">
            <State tone={tone} icon={icon}>
              {name}
            </State>
          </span>
        </div>
      )
    })}
  </section>
)
