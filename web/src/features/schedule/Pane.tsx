import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { type Column, List } from '@/ui/List'
import { Empty } from '@/ui/notices'
import { type Level, Priority } from '@/ui/pieces'
import { clock, left, moment } from '@/ui/times'
import { candidatesQuery } from './queries'

export type Waiting = {
  id: string
  number: number
  summary: string
  priority: Level
  site?: string
  due?: number
  held: boolean
  reason?: string
}

export const tabs = ['urgent', 'atRisk', 'unscheduled', 'onHold'] as const
export type Tab = (typeof tabs)[number]
export const tabNames: Record<Tab, string> = {
  urgent: 'Urgent',
  atRisk: 'At risk',
  unscheduled: 'Unscheduled',
  onHold: 'On hold',
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
}

/** Orders that wait for a time; each can be dragged into somebody's row. */
export const Pane = ({ orders, tab, now, zone, selected, search, onTab, onSelect, onGrab }: PaneProps) => {
  const shown = useMemo(
    () =>
      orders
        .filter(o => inTab(o, tab, now))
        .sort((a, b) => a.priority - b.priority || (a.due ?? Infinity) - (b.due ?? Infinity) || a.number - b.number),
    [orders, tab, now],
  )
  return (
    <section className="pane" aria-label="Work without a time">
      <div className="pane-tabs">
        {tabs.map(name => (
          <button type="button" key={name} className="pane-tab" aria-pressed={name === tab} onClick={() => onTab(name)}>
            {tabNames[name]} <b className="n">{orders.filter(o => inTab(o, name, now)).length}</b>
          </button>
        ))}
        <span className="grow" />
        {search}
      </div>
      {shown.length === 0 ? (
        <Empty icon="check" title="Nothing waits here">
          <p>{tab === 'onHold' ? 'No order is on hold.' : 'Every order that is ready has its time.'}</p>
        </Empty>
      ) : (
        <div
          className="pane-list"
          onPointerDown={e => {
            const id = (e.target as HTMLElement).closest('[role=option]')?.querySelector<HTMLElement>('[data-order]')
              ?.dataset.order
            if (id && e.button === 0) onGrab(id, e)
          }}
        >
          <List
            label="Work without a time"
            columns={columns(now, zone)}
            rows={shown}
            idOf={o => o.id}
            selected={selected}
            onSelect={onSelect}
            rowHeight={24}
          />
        </div>
      )}
    </section>
  )
}

const columns = (now: number, zone: string | undefined): Column<Waiting>[] => [
  { key: 'priority', title: '', width: '24px', cell: o => <Priority level={o.priority} />, narrow: true },
  {
    key: 'number',
    title: 'Order',
    width: '64px',
    cell: o => (
      <span className="soft n" data-order={o.id}>
        {o.number}
      </span>
    ),
    narrow: true,
  },
  { key: 'summary', title: 'Job', width: 'minmax(0, 2fr)', cell: o => <b className="job cut">{o.summary}</b>, narrow: true },
  { key: 'site', title: 'Site', width: 'minmax(0, 1.4fr)', cell: o => <span className="soft cut">{o.site}</span> },
  {
    key: 'due',
    title: 'Due',
    width: '104px',
    cell: o =>
      o.due === undefined ? null : (
        <span className={o.due < now ? 'n one-line t-breached' : o.due - now < soon ? 'n one-line t-risk' : 'n one-line soft'}>
          {left(o.due, now, zone)}
        </span>
      ),
  },
  {
    key: 'fit',
    title: 'Best fit',
    width: 'minmax(0, 1.3fr)',
    cell: o => (o.held ? <span className="soft cut">{o.reason}</span> : <BestFit order={o.id} now={now} zone={zone} />),
  },
]

const BestFit = ({ order, now, zone }: { order: string; now: number; zone: string | undefined }) => {
  const { data } = useQuery(candidatesQuery(order))
  const best = data?.items[0]
  if (!data) return null
  if (!best?.start) return <span className="soft cut">{best?.whyNot[0] ?? 'Nobody works here yet'}</span>
  const at = Date.parse(best.start)
  return (
    <span className="soft cut n">
      {best.name.split(' ')[0]} {at - now < 8 * 3_600_000 ? clock(at, zone) : moment(at, now, zone)}, {best.travelMinutes} min
      drive
    </span>
  )
}
