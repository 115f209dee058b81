import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { orderStates, visitStates } from '@/features/work-orders/order/order'
import { useOrder } from '@/features/work-orders/order/orderQuery'
import { Icon } from '@/ui/Icon'
import { Avatar, Button, Priority, SectionTitle, State } from '@/ui/pieces'
import { clock, left, moment, range } from '@/ui/times'
import type { Bar } from './board'
import { candidatesQuery } from './queries'

type Props = {
  order: string
  bar: Bar | undefined
  now: number
  zone: string | undefined
  onAssign: (technician: string, start: number, end: number, travel: number) => void
  onClose: () => void
  children?: ReactNode
}

/** The order behind a visit: what it is, what happened, and who else could take it. */
export const Details = ({ order: id, bar, now, zone, onAssign, onClose, children }: Props) => {
  const { order } = useOrder(id, now)
  const { data: found, isPending } = useQuery(candidatesQuery(id, bar?.id))
  const due = order?.clocks.find(c => c.state === 'running' && c.due !== undefined)?.due
  const state = bar ? visitStates[bar.state] : order ? orderStates[order.state] : undefined
  return (
    <aside className="panel board-details" aria-label="Details">
      <div className="details-top">
        <div className="row">
          {order ? <Priority level={order.priority} /> : null}
          <span className="soft n">{order?.number}</span>
          {state ? (
            <State tone={state.tone} icon={state.icon}>
              {state.name}
            </State>
          ) : null}
          <span className="grow" />
          <Button kind="plain" size="small" icon="close" aria-label="Close the details" onClick={onClose} />
        </div>
        <h2>{order?.title ?? 'Loading the order'}</h2>
      </div>
      <div className="details-in scroll">
        <dl className="facts">
          {order?.customer ? (
            <>
              <dt>Customer</dt>
              <dd>{order.customer.name}</dd>
            </>
          ) : null}
          {order?.site ? (
            <>
              <dt>Site</dt>
              <dd>{order.site.name}</dd>
            </>
          ) : null}
          {bar ? (
            <>
              <dt>Planned</dt>
              <dd className="n">{range(bar.start, bar.end, now, zone)}</dd>
            </>
          ) : null}
          {due !== undefined ? (
            <>
              <dt>Due</dt>
              <dd className={due < now ? 'n t-breached' : 'n'}>
                {moment(due, now, zone)} <span className="soft">{left(due, now, zone)}</span>
              </dd>
            </>
          ) : null}
        </dl>
        {order && order.happenings.length > 0 ? (
          <>
            <SectionTitle>Timeline</SectionTitle>
            <ol className="told-list">
              {order.happenings.slice(-5).map(h => (
                <li key={h.id}>
                  <span className="soft n">{moment(h.at, now, zone)}</span>
                  <span className="cut">{h.what}</span>
                </li>
              ))}
            </ol>
          </>
        ) : null}
        <SectionTitle aside={found ? `${found.items.filter(c => c.start).length} of ${found.items.length}` : undefined}>
          Who could take it
        </SectionTitle>
        {isPending ? <p className="soft">Looking for gaps…</p> : null}
        <ul className="candidates">
          {found?.items.slice(0, 12).map((c, i) => (
            <li key={c.technician}>
              <Avatar name={c.name} />
              <div className="grow">
                <div className="cut">{c.name}</div>
                {c.start ? (
                  <div className="soft small n cut" title={c.after ? `After ${c.after}` : undefined}>
                    {moment(Date.parse(c.start), now, zone)}, {c.travelMinutes} min drive, {c.load} % load
                  </div>
                ) : (
                  <div className="small t-breached">{c.whyNot.join(' ')}</div>
                )}
              </div>
              {c.start && c.end ? (
                <Button
                  size="small"
                  kind={i === 0 ? 'second' : undefined}
                  aria-label={`Assign ${c.name} at ${clock(Date.parse(c.start), zone)}`}
                  onClick={() =>
                    onAssign(c.technician, Date.parse(c.start ?? ''), Date.parse(c.end ?? ''), Number(c.travelMinutes ?? 0))
                  }
                >
                  Assign
                </Button>
              ) : (
                <Icon name="cannot" label="Cannot take it" />
              )}
            </li>
          ))}
        </ul>
        {found && found.items.length > 12 ? (
          <p className="soft small">The best 12 of {found.items.length} people are shown.</p>
        ) : null}
      </div>
      {children ? <div className="details-foot">{children}</div> : null}
    </aside>
  )
}
