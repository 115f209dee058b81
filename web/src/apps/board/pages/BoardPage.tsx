import { Menu } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  type Bar,
  barsOf,
  isOpen,
  levels,
  type OrderOnBoard,
  type Person,
  rowsOf,
  type TechnicianOnBoard,
  type VisitOnBoard,
} from '@/features/schedule/board'
import { cancelVisit, dispatchVisit, moveVisit, planVisit, undo, unscheduleVisit } from '@/features/schedule/commands'
import { Details } from '@/features/schedule/Details'
import { dayOf, dayStart, type Scale, scales, spanOf, step } from '@/features/schedule/days'
import { Pane, type Tab, type Waiting } from '@/features/schedule/Pane'
import { checkQuery, dayQuery } from '@/features/schedule/queries'
import { type Drag, type Drop, Timeline } from '@/features/schedule/Timeline'
import { type Check, verdict } from '@/features/schedule/verdict'
import { useDocuments, useStore } from '@/store/react'
import { Empty } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { SearchField } from '@/ui/SearchField'
import { Chips, FilterChip, Title } from '@/ui/Shell'
import { date, millis, weekday } from '@/ui/times'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import '@/features/schedule/board.css'

const route = getRouteApi('/office/board')
const reasons = ['Customer rang off', 'Not needed any more', 'Customer asks for another day'] as const
const quarter = 15 * 60_000

export const BoardPage = () => {
  const { session, find } = useOffice()
  const store = useStore()
  const queries = useQueryClient()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/board' })
  const now = useNow()
  const zone = session.organisation?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const branch = search.branch ?? session.branches[0]?.id
  const today = dayOf(now, zone)
  const day = search.day ?? today
  const scale: Scale = search.scale ?? 'day'
  const [firstDay, lastDay] = spanOf(day, scale)
  const [from, until] = [dayStart(firstDay, zone), dayStart(lastDay, zone)]
  const set = useCallback(
    (change: Partial<typeof search>) => void navigate({ search: known => ({ ...known, ...change }), replace: true }),
    [navigate],
  )

  const visits = useDocuments<VisitOnBoard>('visit')
  const orders = useDocuments<OrderOnBoard>('work-order')
  const technicians = useDocuments<TechnicianOnBoard>('technician')
  const skills = useDocuments<{ name: string }>('skill')
  const sites = useDocuments<{ name: string }>('site')
  const { data: told } = useQuery({ ...dayQuery(branch ?? '', from, until), enabled: branch !== undefined })
  // What changed anywhere may reach beyond the documents that this device follows: the day is asked again once it is quiet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the documents are what tells of a change
  useEffect(() => {
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['schedule'] }), 400)
    return () => clearTimeout(timer)
  }, [visits, queries])

  const bars = useMemo(() => barsOf(told, visits, from, until), [told, visits, from, until])
  const byPerson = useMemo(() => {
    const map = new Map<string, Bar[]>()
    for (const bar of bars) {
      const list = map.get(bar.technician)
      if (list) list.push(bar)
      else map.set(bar.technician, [bar])
    }
    return map
  }, [bars])
  const people = useMemo(() => {
    const names = new Map(skills.map(s => [s.id, s.name]))
    return technicians
      .filter(t => t.branch === branch && t.active)
      .map((t): Person => ({ id: t.id, name: t.name, skills: t.skills.map(s => names.get(s.skill) ?? '').filter(Boolean) }))
  }, [technicians, skills, branch])
  const rows = useMemo(() => rowsOf(people, byPerson, told), [people, byPerson, told])
  const nameOf = (id: string) => people.find(p => p.id === id)?.name ?? 'a technician'

  const siteNames = useMemo(() => new Map(sites.map(s => [s.id, s.name])), [sites])
  const waiting = useMemo(() => {
    const planned = new Set(visits.filter(v => v.unsent && v.lead).map(v => v.workOrder))
    const words = (search.q ?? '').toLowerCase()
    return orders
      .filter(o => o.branch === branch && (o.state === 'ready' || o.state === 'onHold') && !planned.has(o.id))
      .map(
        (o): Waiting => ({
          id: o.id,
          number: Number(o.number),
          summary: o.summary,
          priority: levels[o.priority] ?? 3,
          held: o.state === 'onHold',
          site: o.site ? siteNames.get(o.site) : undefined,
          due: o.due ? millis(o.due) : undefined,
          reason: o.holdReason ?? undefined,
        }),
      )
      .filter(o => words === '' || `${o.number} ${o.summary} ${o.site ?? ''}`.toLowerCase().includes(words))
  }, [orders, visits, branch, search.q, siteNames])

  const bar = bars.find(b => b.id === search.selected)
  const order = bar?.order ?? (orders.some(o => o.id === search.selected) ? search.selected : undefined)
  const checks = useRef<{ key: string; check?: Check }>({ key: '' })
  const begin = useRef<((drag: Drag, event: { clientX: number; clientY: number }) => void) | undefined>(undefined)

  const ask = useCallback(
    (drag: Drag) => {
      const key = `${drag.order}/${drag.bar?.id}/${from}`
      checks.current = { key }
      const end = Math.min(until, from + 14 * 86_400_000)
      void queries.fetchQuery(checkQuery(drag.order, drag.bar?.id, from, end)).then(
        check => {
          if (checks.current.key === key) checks.current = { key, check }
        },
        (problem: Error) => tell(problem.message, { kind: 'trouble' }),
      )
    },
    [queries, from, until],
  )
  const judge = useCallback((drag: Drag, technician: string, start: number, minutes: number) => {
    const { check } = checks.current
    if (!check) return undefined
    if (drag.what === 'new') drag.minutes = Number(check.minutes)
    return verdict(check, technician, start, drag.what === 'new' ? Number(check.minutes) : minutes)
  }, [])
  const drop = useCallback(
    (drag: Drag, { technician, start, end, travel }: Drop) => {
      const slot = { technician, start, end, travel, zone: checks.current.check?.zone ?? zone }
      const who = people.find(p => p.id === technician)?.name ?? 'a technician'
      const document = store.documents.get<OrderOnBoard>('work-order', drag.order)
      if (drag.bar) void moveVisit(store, drag.bar, slot, who)
      else if (document) void planVisit(store, document, slot, who)
    },
    [store, people, zone],
  )

  const grab = (id: string, event: React.PointerEvent) => {
    const found = waiting.find(o => o.id === id)
    if (!found || found.held) return
    const drag: Drag = { what: 'new', order: id, minutes: 60, label: found.summary, grip: 12 }
    begin.current?.(drag, event)
  }
  const assign = (technician: string, start: number, end: number, travel: number) => {
    const slot = { technician, start, end, travel, zone }
    const document = order ? store.documents.get<OrderOnBoard>('work-order', order) : undefined
    if (bar) void moveVisit(store, bar, slot, nameOf(technician))
    else if (document) void planVisit(store, document, slot, nameOf(technician))
  }
  const freeDay = (person: string) => {
    const open = (byPerson.get(person) ?? []).filter(b => isOpen(b.state) && b.end > now)
    for (const each of open) void unscheduleVisit(store, each, zone)
    tell(
      open.length === 0
        ? `${nameOf(person)} has no visit left to free.`
        : `${open.length} visits of ${nameOf(person)} wait for a time again.`,
    )
  }

  const key = (event: KeyboardEvent) => {
    if (!bar) return
    const list = byPerson.get(bar.technician) ?? []
    const at = list.findIndex(b => b.id === bar.id)
    const beside = (by: 1 | -1) => {
      const order = rows.flatMap(r => ('person' in r ? [r.person.id] : []))
      for (let i = order.indexOf(bar.technician) + by; i >= 0 && i < order.length; i += by) {
        const other = byPerson.get(order[i] ?? '')
        if (other?.[0]) return other.reduce((a, b) => (Math.abs(b.start - bar.start) < Math.abs(a.start - bar.start) ? b : a))
      }
      return undefined
    }
    const shift = (by: number) =>
      isOpen(bar.state)
        ? void moveVisit(
            store,
            bar,
            {
              technician: bar.technician,
              start: bar.start + by,
              end: bar.end + by,
              travel: (bar.start - bar.leaves) / 60_000,
              zone,
            },
            nameOf(bar.technician),
          )
        : tell('This visit has begun; it stays where it is.')
    const acts: Record<string, (() => void) | undefined> = {
      ArrowLeft: () => (event.shiftKey ? shift(-quarter) : choose(list[at - 1])),
      ArrowRight: () => (event.shiftKey ? shift(quarter) : choose(list[at + 1])),
      ArrowUp: () => choose(beside(-1)),
      ArrowDown: () => choose(beside(1)),
      d: () => void dispatchVisit(store, bar),
      u: () => void unscheduleVisit(store, bar, zone),
    }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const choose = (to: Bar | undefined) => {
    if (!to) return
    set({ selected: to.id })
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-visit="${to.id}"]`)?.focus())
  }
  useHotkeys([
    ['mod+Z', () => void undo(store)],
    ['Escape', () => set({ selected: undefined })],
    ['t', () => set({ day: undefined })],
  ])

  const [menu, setMenu] = useState<{ x: number; y: number; bar?: Bar; person?: string }>()
  const openMenu = useCallback((event: MouseEvent, of: { bar?: Bar; person?: string }) => {
    event.preventDefault()
    setMenu({ x: event.clientX, y: event.clientY, ...of })
  }, [])
  const open = (id: string) => void navigate({ to: '/orders/$order', params: { order: id } })
  const branchName = session.branches.find(b => b.id === branch)?.name ?? 'Board'
  const onTime = bars.filter(b => b.due === undefined || (b.ended ?? b.end) <= b.due).length
  const stands =
    scale === 'month'
      ? date(from, now, zone).replace(/^\d+ /, '')
      : scale === 'week'
        ? `Week of ${date(from, now, zone)}`
        : `${weekday(from, zone)} ${date(from, now, zone)}`

  return (
    <>
      <Title name={branchName} onFind={find}>
        <div className="row">
          <Button icon="left" aria-label="Earlier" onClick={() => set({ day: step(day, scale, -1) })} />
          <b className="n one-line" aria-live="polite">
            {stands}
          </b>
          <Button icon="right" aria-label="Later" onClick={() => set({ day: step(day, scale, 1) })} />
          <Button shortcut="T" onClick={() => set({ day: undefined })}>
            Today
          </Button>
        </div>
      </Title>
      <div className="chips">
        <Chips
          chips={(['hour', 'day', 'week', 'month'] as const).map(value => ({
            value,
            name: value[0]?.toUpperCase() + value.slice(1),
          }))}
          chosen={scale}
          onChoose={to => set({ scale: to === 'day' ? undefined : to })}
        />
        {session.branches.length > 1 ? (
          <>
            <span className="rule" />
            <FilterChip
              name="Branch"
              value={branch}
              options={session.branches.map(b => ({ value: b.id, name: b.name }))}
              onChange={to => set({ branch: to, selected: undefined })}
            />
          </>
        ) : null}
        <span className="grow" />
        <span className="soft n one-line">
          <b>{bars.length}</b> visits
          {bars.length > 0 ? `, ${Math.round((100 * onTime) / bars.length)} % within their promise` : ''}
        </span>
        <Button size="small" kind="plain" onClick={() => print()}>
          Print
        </Button>
      </div>
      <div className="body board">
        <div className="left">
          {people.length === 0 ? (
            <Empty icon="people" title="Nobody to plan yet">
              <p>Technicians of this branch stand here as soon as they are added, with their hours and skills.</p>
            </Empty>
          ) : (
            <Timeline
              rows={rows}
              bars={byPerson}
              day={told}
              from={from}
              until={until}
              firstDay={firstDay}
              zone={zone}
              pxPerHour={scales[scale]}
              now={now}
              selected={search.selected}
              begin={begin}
              judge={judge}
              onBegin={ask}
              onDrop={drop}
              onSelect={chosen => set({ selected: chosen.id })}
              onMenu={openMenu}
              onKey={key}
            />
          )}
          <Pane
            orders={waiting}
            tab={search.tab ?? 'unscheduled'}
            now={now}
            zone={zone}
            selected={search.selected}
            search={<SearchField label="Find in list" value={search.q ?? ''} onSearch={q => set({ q: q || undefined })} />}
            onTab={(tab: Tab) => set({ tab: tab === 'unscheduled' ? undefined : tab })}
            onSelect={id => set({ selected: id })}
            onGrab={grab}
          />
        </div>
        {order ? (
          <Details order={order} bar={bar} now={now} zone={zone} onAssign={assign} onClose={() => set({ selected: undefined })}>
            {bar?.state === 'scheduled' ? (
              <Button kind="main" size="small" icon="send" onClick={() => void dispatchVisit(store, bar)}>
                Dispatch
              </Button>
            ) : null}
            {bar && isOpen(bar.state) ? (
              <Button size="small" onClick={() => void unscheduleVisit(store, bar, zone)}>
                Unschedule
              </Button>
            ) : null}
            <Button size="small" onClick={() => open(order)}>
              Open order
            </Button>
          </Details>
        ) : null}
      </div>
      <Menu
        opened={menu !== undefined}
        onClose={() => setMenu(undefined)}
        transitionProps={{ duration: 0 }}
        position="bottom-start"
      >
        <Menu.Target>
          <button
            type="button"
            className="menu-anchor"
            tabIndex={-1}
            aria-label="What may be done here"
            style={{ left: menu?.x ?? 0, top: menu?.y ?? 0 }}
          />
        </Menu.Target>
        <Menu.Dropdown>
          {menu?.bar ? <VisitActs bar={menu.bar} zone={zone} onOpen={open} /> : null}
          {menu?.person ? (
            <Menu.Item onClick={() => freeDay(menu.person ?? '')}>
              Away: free the rest of {nameOf(menu.person)}’s visits here
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

const VisitActs = ({ bar, zone, onOpen }: { bar: Bar; zone: string; onOpen: (order: string) => void }) => {
  const store = useStore()
  return (
    <>
      <Menu.Label>
        {bar.number} {bar.summary}
      </Menu.Label>
      <Menu.Item onClick={() => onOpen(bar.order)}>Open order</Menu.Item>
      {bar.state === 'scheduled' ? <Menu.Item onClick={() => void dispatchVisit(store, bar)}>Dispatch</Menu.Item> : null}
      {isOpen(bar.state) ? (
        <>
          <Menu.Item onClick={() => void unscheduleVisit(store, bar, zone)}>Unschedule</Menu.Item>
          <Menu.Divider />
          <Menu.Label>Cancel the visit</Menu.Label>
          {reasons.map(reason => (
            <Menu.Item key={reason} onClick={() => void cancelVisit(store, bar, reason)}>
              {reason}
            </Menu.Item>
          ))}
        </>
      ) : null}
    </>
  )
}
