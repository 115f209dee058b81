import type { ReactNode } from 'react'
import { orderStates, visitStates } from '@/features/work-orders/order/order'
import { useOrder } from '@/features/work-orders/order/orderQuery'
import { Button, Priority, SectionTitle, State } from '@/ui/pieces'
import { isCounted, left, moment, range } from '@/ui/times'
import type { SiteOnMap } from './BoardMap'
import { type Bar, isOver } from './board'
import { Candidates } from './Candidates'
import { say } from './words'

type Props = {
  order: string
  bar: Bar | undefined
  now: number
  zone: string | undefined
  sites: ReadonlyMap<string, SiteOnMap>
  onAssign: (technician: string, start: number, end: number, travel: number) => void
  onClose: () => void
  children?: ReactNode
}

/** The order behind a visit: what it is, what happened, and who else could take it. */
export const Details = ({ order: id, bar, now, zone, sites, onAssign, onClose, children }: Props) => {
  const { order } = useOrder(id, now)
  const site = order?.site?.id ? sites.get(order.site.id) : undefined
  const unplaced = site !== undefined && !site.position
  const due = order?.clocks.find(c => c.state === 'running' && c.due !== undefined)?.due
  const state = bar ? visitStates[bar.state] : order ? orderStates[order.state] : undefined
  return (
    <aside className="panel board-details" aria-label={say('details')}>
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
          <Button kind="plain" size="small" icon="close" aria-label={say('closeTheDetails')} onClick={onClose} />
        </div>
        <h2>{order?.title ?? say('loadingTheOrder')}</h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and not everyone scrolls with a mouse */}
      <div className="details-in scroll" tabIndex={0}>
        <dl className="facts">
          {order?.customer ? (
            <>
              <dt>{say('customer')}</dt>
              <dd>{order.customer.name}</dd>
            </>
          ) : null}
          {order?.site ? (
            <>
              <dt>{say('site')}</dt>
              <dd>
                {order.site.name}
                {unplaced ? <div className="soft small">{say('notOnTheMap')}</div> : null}
              </dd>
            </>
          ) : null}
          {bar ? (
            <>
              <dt>{say('planned')}</dt>
              <dd className="n">{range(bar.start, bar.end, now, zone)}</dd>
            </>
          ) : null}
          {bar?.unanswered === undefined ? null : (
            <>
              <dt>{say('notAccepted')}</dt>
              <dd className="n t-breached">{say('shouldHaveAnsweredBy', { time: moment(bar.unanswered, now, zone) })}</dd>
            </>
          )}
          {due !== undefined ? (
            <>
              <dt>{say('due')}</dt>
              <dd className={due < now ? 'n t-breached' : 'n'}>
                {moment(due, now, zone)} {isCounted(due, now) ? <span className="soft">{left(due, now, zone)}</span> : null}
              </dd>
            </>
          ) : null}
        </dl>
        {order && order.happenings.length > 0 ? (
          <>
            <SectionTitle>{say('timeline')}</SectionTitle>
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
        {bar && isOver(bar.state) ? null : <Candidates order={id} bar={bar} now={now} zone={zone} onAssign={onAssign} />}
      </div>
      {children ? <div className="details-foot">{children}</div> : null}
    </aside>
  )
}
