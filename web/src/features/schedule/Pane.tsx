import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { Icon } from '@/ui/Icon'
import { type Column, List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
import { type Level, Priority, Tag } from '@/ui/pieces'
import { clock, left, moment, span } from '@/ui/times'
import { candidatesQuery } from './queries'
import { say } from './words'

export type Waiting = {
  id: string
  number: number
  summary: string
  priority: Level
  site?: string
  /** Where it is, by the id of its site. */
  at?: string
  customer?: string
  needs: readonly string[]
  minutes?: number
  due?: number
  held: boolean
  reason?: string
  /** What the technician said who declined it. */
  declined?: string
}

export const tabs = ['urgent', 'atRisk', 'unscheduled', 'onHold'] as const
export type Tab = (typeof tabs)[number]
export const tabNames: Record<Tab, string> = {
  urgent: say('urgent'),
  atRisk: say('atRisk'),
  unscheduled: say('unscheduled'),
  onHold: say('onHold'),
}

const soon = 4 * 3_600_000

export const inTab = (order: Waiting, tab: Tab, now: number) => {
  if (tab === 'onHold') return order.held
  if (order.held) return false
  if (tab === 'urgent') return order.priority <= 2
  return tab === 'unscheduled' || (order.due !== undefined && order.due - now < soon)
}

type PaneProps = {
  orders: readonly Waiting[]
  tab: Tab
  now: number
  zone: string | undefined
  selected: string | undefined
  search: ReactNode
  onTab: (tab: Tab) => void
  onSelect: (id: string) => void
  onGrab: (order: string, event: React.PointerEvent) => void
  onMenu: (order: string, event: React.MouseEvent) => void
  onKey: (event: React.KeyboardEvent) => void
  isLoading: boolean
  marked: ReadonlySet<string>
  heldBy: ReadonlyMap<string, string>
  onMark: (id: string) => void
  /** What can be done with all that are marked. */
  bulk: ReactNode
}

/** Orders that wait for a time; each can be dragged into somebody's row. */
export const Pane = ({ orders, tab, now, zone, selected, search, onTab, onSelect, onGrab, ...more }: PaneProps) => {
  const shown = useMemo(
    () =>
      orders
        .filter(o => inTab(o, tab, now))
        .sort((a, b) => a.priority - b.priority || (a.due ?? Infinity) - (b.due ?? Infinity) || a.number - b.number),
    [orders, tab, now],
  )
  return (
    <section className="pane" aria-label={say('workWithoutATime')}>
      <div className="pane-tabs">
        {tabs.map(name => (
          <button type="button" key={name} className="pane-tab" aria-pressed={name === tab} onClick={() => onTab(name)}>
            {tabNames[name]} <b className="n">{orders.filter(o => inTab(o, name, now)).length}</b>
          </button>
        ))}
        <span className="grow" />
        {search}
        {more.bulk}
      </div>
      {more.isLoading ? <Loading of={say('theOrders')} /> : null}
      {shown.length === 0 && !more.isLoading ? (
        <Empty icon="check" title={say('nothingWaitsHere')}>
          <p>{tab === 'onHold' ? say('noOrderIsOnHold') : say('everyOrderThatIsReady')}</p>
        </Empty>
      ) : null}
      {shown.length > 0 ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list inside takes the focus; here its events are heard
        <div
          className="pane-list"
          onPointerDown={e => {
            const id = (e.target as HTMLElement).closest('[role=option]')?.querySelector<HTMLElement>('[data-order]')
              ?.dataset.order
            if (id && e.button === 0 && !(e.target as HTMLElement).closest('[data-mark]')) onGrab(id, e)
          }}
          onContextMenu={e => {
            const row = (e.target as HTMLElement).closest('[role=option]')
            const id = row?.querySelector<HTMLElement>('[data-order]')?.dataset.order ?? selected
            if (id) more.onMenu(id, e)
          }}
          onKeyDown={more.onKey}
        >
          <List
            label={say('workWithoutATime')}
            columns={columns(now, zone, more.marked, more.heldBy)}
            rows={shown}
            idOf={o => o.id}
            selected={selected}
            onSelect={onSelect}
            marked={more.marked}
            onMark={more.onMark}
            rowHeight={24}
          />
        </div>
      ) : null}
    </section>
  )
}

const columns = (
  now: number,
  zone: string | undefined,
  marked: ReadonlySet<string>,
  heldBy: ReadonlyMap<string, string>,
): Column<Waiting>[] => [
  {
    key: 'mark',
    title: '',
    width: '20px',
    cell: o => (
      <span className="mark" data-mark="" data-on={marked.has(o.id) ? '' : undefined} title={say('markSpace')}>
        {marked.has(o.id) ? <Icon name="check" size={12} /> : null}
      </span>
    ),
  },
  { key: 'priority', title: '', width: '24px', cell: o => <Priority level={o.priority} />, narrow: true },
  {
    key: 'number',
    title: say('order'),
    width: '64px',
    cell: o => (
      <span className="soft n" data-order={o.id}>
        {o.number}
      </span>
    ),
    narrow: true,
  },
  {
    key: 'summary',
    title: say('job'),
    width: 'minmax(0, 2fr)',
    cell: o => <Job order={o} by={heldBy.get(o.id)} />,
    narrow: true,
  },
  {
    key: 'site',
    title: say('customerAndSite'),
    width: 'minmax(0, 1.5fr)',
    cell: o => <span className="soft cut">{[o.customer, o.site].filter(Boolean).join(', ')}</span>,
  },
  {
    key: 'needs',
    title: say('needs'),
    width: 'minmax(0, 0.8fr)',
    cell: o => <span className="soft cut">{o.needs.join(', ')}</span>,
  },
  {
    key: 'length',
    title: say('length'),
    width: '76px',
    align: 'right',
    cell: o => (o.minutes ? <span className="soft n one-line">{span(o.minutes * 60_000)}</span> : null),
  },
  {
    key: 'due',
    title: say('due'),
    width: '112px',
    cell: o =>
      o.due === undefined ? null : (
        <span className={o.due < now ? 'n one-line t-breached' : o.due - now < soon ? 'n one-line t-risk' : 'n one-line soft'}>
          {left(o.due, now, zone)}
        </span>
      ),
  },
  {
    key: 'fit',
    title: say('bestFit'),
    width: 'minmax(0, 1.3fr)',
    cell: o => (o.held ? <span className="soft cut">{o.reason}</span> : <BestFit order={o.id} now={now} zone={zone} />),
  },
]

const Job = ({ order, by }: { order: Waiting; by: string | undefined }) => (
  <span className="row">
    <b className="job cut">{order.summary}</b>
    {order.declined === undefined ? null : (
      <span title={order.declined}>
        <Tag icon="warn">{say('declined')}</Tag>
      </span>
    )}
    {by ? <Tag icon="people">{say('plansIt', { name: by.split(' ')[0] ?? '' })}</Tag> : null}
  </span>
)

const BestFit = ({ order, now, zone }: { order: string; now: number; zone: string | undefined }) => {
  const { data } = useQuery(candidatesQuery(order))
  const best = data?.items[0]
  if (!data) return null
  if (!best?.start) return <span className="soft cut">{best?.whyNot[0] ?? say('nobodyWorksHereYet')}</span>
  const at = Date.parse(best.start)
  return (
    <span className="soft cut n">
      {say('bestFitOf', {
        name: best.name.split(' ')[0] ?? '',
        time: at - now < 8 * 3_600_000 ? clock(at, zone) : moment(at, now, zone),
        minutes: best.travelMinutes ?? 0,
      })}
    </span>
  )
}
