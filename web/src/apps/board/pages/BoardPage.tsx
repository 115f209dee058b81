import { useHotkeys } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { BranchChip } from '@/features/identity/BranchChip'
import { AwayDialog } from '@/features/schedule/AwayDialog'
import { BoardMap } from '@/features/schedule/BoardMap'
import { BoardViews } from '@/features/schedule/BoardViews'
import { type Bar, isOpen, type OrderOnBoard } from '@/features/schedule/board'
import { type Desk, dispatchVisit, moveVisit, planVisit, slotOf, unscheduleVisit } from '@/features/schedule/commands'
import { Details } from '@/features/schedule/Details'
import { dayOf, dayStart, type Scale, scales, spanOf, step } from '@/features/schedule/days'
import { KeysDialog } from '@/features/schedule/KeysDialog'
import { BoardMenu, type MenuAt, OrderActs, PersonActs, VisitActs } from '@/features/schedule/Menus'
import { Pane, type Tab } from '@/features/schedule/Pane'
import { candidatesQuery, checkQuery } from '@/features/schedule/queries'
import { type Drag, type Drop, Timeline } from '@/features/schedule/Timeline'
import { asOne, undo } from '@/features/schedule/undo'
import { useBoard } from '@/features/schedule/useBoard'
import { type Check, verdict } from '@/features/schedule/verdict'
import { type Asked, WhenDialog } from '@/features/schedule/WhenDialog'
import { type Why, WhyDialog } from '@/features/schedule/WhyDialog'
import { useStatus, useStore } from '@/store/react'
import { Empty, Loading } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { SearchField } from '@/ui/SearchField'
import { FilterChip, Segments, Title } from '@/ui/Shell'
import { date, weekday } from '@/ui/times'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'
import '@/features/schedule/board.css'

const route = getRouteApi('/office/board')
const quarter = 15 * 60_000
const managers: readonly string[] = ['superAdmin', 'operationsManager', 'branchManager']
const everyScale = (['hour', 'day', 'week', 'month'] as const).map(value => ({
  value,
  name: say(value),
}))

export const BoardPage = () => {
  const { session, presence, find } = useOffice()
  const heldBy = useSyncExternalStore(presence.subscribe, presence.held)
  const store = useStore()
  const { caughtUpAt, behind } = useStatus()
  const queries = useQueryClient()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/board' })
  const now = useNow()
  const zone = session.organisation?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const branch = search.branch ?? session.branches[0]?.id
  const day = search.day ?? dayOf(now, zone)
  const scale: Scale = search.scale ?? 'day'
  const [firstDay, lastDay] = spanOf(day, scale)
  const [from, until] = useMemo(() => [dayStart(firstDay, zone), dayStart(lastDay, zone)], [firstDay, lastDay, zone])
  const set = useCallback(
    (change: Partial<typeof search>) => void navigate({ search: known => ({ ...known, ...change }), replace: true }),
    [navigate],
  )
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const toggled = (known: ReadonlySet<string>, one: string) => {
    const next = new Set(known)
    if (!next.delete(one)) next.add(one)
    return next
  }
  const board = useBoard({ branch, from, until, skill: search.skill, words: search.q ?? '', folded })
  const { told, people, bars, byPerson, rows, waiting, sites } = board
  const nameOf = useCallback((id: string) => people.find(p => p.id === id)?.name ?? 'a technician', [people])

  const [why, setWhy] = useState<Why>()
  const mayOverrule = session.roles.some(role => managers.includes(role))
  const desk = useMemo<Desk>(
    () => ({ store, mayOverrule, askWhy: (question, go) => setWhy({ ...question, go }) }),
    [store, mayOverrule],
  )

  const bar = bars.find(b => b.id === search.selected)
  const person = people.find(p => p.id === (bar?.technician ?? search.selected))
  const order = bar?.order ?? (search.selected && board.isOrder(search.selected) ? search.selected : undefined)
  const checks = useRef<{ key: string; check?: Check }>({ key: '' })
  const begin = useRef<((drag: Drag, event: { clientX: number; clientY: number }) => void) | undefined>(undefined)

  const ask = useCallback(
    (drag: Drag, again: () => void) => {
      if (branch) presence.hold(branch, drag.bar?.id ?? drag.order)
      const key = `${drag.order}/${drag.bar?.id}/${from}`
      checks.current = { key }
      const end = Math.min(until, from + 14 * 86_400_000)
      void queries.fetchQuery(checkQuery(drag.order, drag.bar?.id, from, end)).then(
        check => {
          if (checks.current.key !== key) return
          checks.current = { key, check }
          again()
        },
        (problem: Error) => tell(problem.message, { kind: 'trouble' }),
      )
    },
    [queries, presence, branch, from, until],
  )
  const letGo = useCallback(() => (branch ? presence.hold(branch, undefined) : undefined), [presence, branch])
  const judge = useCallback((drag: Drag, technician: string, start: number, minutes: number) => {
    const { check } = checks.current
    if (!check) return undefined
    if (drag.what === 'new') drag.minutes = Number(check.minutes)
    return verdict(check, technician, start, drag.what === 'new' ? Number(check.minutes) : minutes)
  }, [])
  const drop = useCallback(
    (drag: Drag, { technician, start, end, travel }: Drop) => {
      const slot = { technician, start, end, travel, zone: checks.current.check?.zone ?? zone }
      const document = store.documents.get<OrderOnBoard>('work-order', drag.order)
      if (drag.bar) void moveVisit(desk, drag.bar, slot, nameOf(technician))
      else if (document) void planVisit(desk, document, slot, nameOf(technician))
    },
    [desk, store, nameOf, zone],
  )

  const grab = (id: string, event: React.PointerEvent) => {
    const found = waiting.find(o => o.id === id)
    if (!found || found.held) return
    begin.current?.({ what: 'new', order: id, minutes: found.minutes ?? 60, label: found.summary, grip: 12 }, event)
  }
  const assign = (technician: string, start: number, end: number, travel: number) => {
    const slot = { technician, start, end, travel, zone }
    const document = order ? store.documents.get<OrderOnBoard>('work-order', order) : undefined
    if (bar) void moveVisit(desk, bar, slot, nameOf(technician))
    else if (document) void planVisit(desk, document, slot, nameOf(technician))
  }
  /** Each with whoever fits best, one after the other, so that what was planned before counts as taken. */
  const planBest = async (ids: readonly string[]) => {
    let planned = 0
    await asOne(ids.length === 1 ? say('planWithTheBestFit') : say('planOrders', { n: ids.length }), async () => {
      for (const id of ids) {
        const document = store.documents.get<OrderOnBoard>('work-order', id)
        const found = await queries.fetchQuery({ ...candidatesQuery(id), staleTime: 0 })
        const best = found.items.find(c => c.start && c.end)
        if (!best || !document) continue
        const slot = {
          technician: best.technician,
          start: Date.parse(best.start ?? ''),
          end: Date.parse(best.end ?? ''),
          travel: Number(best.travelMinutes ?? 0),
          zone,
        }
        if (await planVisit(desk, document, slot, best.name)) planned++
      }
    })
    setMarked(new Set())
    const rest = ids.length - planned
    tell(
      rest > 0 ? say('plannedAndRest', { planned, n: rest }) : say('allPlanned', { n: planned }),
      planned > 0 ? { act: { verb: say('undo'), run: () => void undo(store) } } : { kind: 'trouble' },
    )
  }
  const best = (ids: readonly string[]) =>
    void planBest(ids).catch((problem: Error) => tell(problem.message, { kind: 'trouble' }))

  const [menu, setMenu] = useState<MenuAt>()
  const [away, setAway] = useState<{ id: string; name: string }>()
  const [moving, setMoving] = useState<Bar>()
  /** What was asked for when somebody else took the time first; it need not be typed again. */
  const [asked, setAsked] = useState<Asked>()
  const startMoving = (bar: Bar | undefined) => {
    setAsked(undefined)
    setMoving(bar)
  }
  const [keys, setKeys] = useState(false)
  useEffect(() => {
    if (!branch || !moving) return
    presence.hold(branch, moving.id)
    return () => presence.hold(branch, undefined)
  }, [presence, branch, moving])
  const openMenu = useCallback((event: MouseEvent, of: Pick<MenuAt, 'bar' | 'person' | 'order'>) => {
    event.preventDefault()
    // The menu key has no place of its own: the menu then opens where the focus is.
    const box = event.currentTarget.getBoundingClientRect()
    const byKey = event.clientX === 0 && event.clientY === 0
    setMenu({ x: byKey ? box.left + 24 : event.clientX, y: byKey ? box.bottom : event.clientY, ...of })
  }, [])
  const open = (id: string) => void navigate({ to: '/orders/$order', params: { order: id } })
  const openOf = (id: string) => (byPerson.get(id) ?? []).filter(b => isOpen(b.state) && b.end > now)

  const choose = useCallback(
    (to: Bar | undefined) => {
      if (!to) return
      set({ selected: to.id })
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-visit="${to.id}"]`)?.focus())
    },
    [set],
  )
  const key = (event: KeyboardEvent) => {
    if (!bar) return
    const list = byPerson.get(bar.technician) ?? []
    const at = list.findIndex(b => b.id === bar.id)
    const shown = rows.flatMap(r => ('person' in r ? [r.person] : []))
    const row = shown.findIndex(p => p.id === bar.technician)
    const beside = (by: 1 | -1) => {
      for (let i = row + by; i >= 0 && i < shown.length; i += by) {
        const other = byPerson.get(shown[i]?.id ?? '')
        if (other?.[0]) return other.reduce((a, b) => (Math.abs(b.start - bar.start) < Math.abs(a.start - bar.start) ? b : a))
      }
      return undefined
    }
    const change = (to: Partial<ReturnType<typeof slotOf>>) => {
      if (!isOpen(bar.state)) return tell(say('thisVisitHasBegunIt'))
      const slot = { ...slotOf(bar, zone), ...to }
      if (slot.end - slot.start >= quarter) void moveVisit(desk, bar, slot, nameOf(slot.technician))
    }
    const shift = (by: number) => change({ start: bar.start + by, end: bar.end + by })
    const give = (to: { id: string } | undefined) => (to ? change({ technician: to.id }) : undefined)
    const acts: Record<string, (() => void) | undefined> = {
      ArrowLeft: () => (event.shiftKey ? shift(-quarter) : choose(list[at - 1])),
      ArrowRight: () => (event.shiftKey ? shift(quarter) : choose(list[at + 1])),
      ArrowUp: () => (event.shiftKey ? give(shown[row - 1]) : choose(beside(-1))),
      ArrowDown: () => (event.shiftKey ? give(shown[row + 1]) : choose(beside(1))),
      ']': () => change({ end: bar.end + quarter }),
      '[': () => change({ end: bar.end - quarter }),
      m: () => (isOpen(bar.state) ? startMoving(bar) : undefined),
      d: () => void dispatchVisit(desk, bar),
      u: () => void unscheduleVisit(desk, bar, zone),
    }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const paneKey = (event: KeyboardEvent) => {
    if (event.key !== 'p' || event.ctrlKey || event.metaKey || event.altKey) return
    const ids = marked.size > 0 ? [...marked] : search.selected && !bar ? [search.selected] : []
    const plannable = ids.filter(id => waiting.some(o => o.id === id && !o.held))
    if (plannable.length > 0) best(plannable)
  }
  useHotkeys([
    ['mod+Z', () => void undo(store)],
    ['Escape', () => set({ selected: undefined })],
    ['t', () => set({ day: undefined })],
    ['shift+?', () => setKeys(true)],
  ])

  const branchName = session.branches.find(b => b.id === branch)?.name ?? say('board')
  const onTime = bars.filter(b => b.due === undefined || (b.ended ?? b.end) <= b.due).length
  const loads = rows.flatMap(r => ('group' in r ? [r] : []))
  const crew = loads.reduce((sum, g) => sum + g.count, 0)
  const load = crew > 0 ? Math.round(loads.reduce((sum, g) => sum + g.load * g.count, 0) / crew) : 0
  const stands =
    scale === 'month'
      ? date(from, now, zone).replace(/^\d+\.? /, '')
      : scale === 'week'
        ? say('weekOf', { date: date(from, now, zone) })
        : `${weekday(from, zone)} ${date(from, now, zone)}`
  const isComing = caughtUpAt === undefined || behind > 0
  const isLoading = people.length === 0 && isComing
  const withMap = search.map !== false
  const { branch: b, scale: s, skill, tab, q, map } = search
  const plannable = [...marked].filter(id => waiting.some(o => o.id === id && !o.held))

  return (
    <>
      <Title name={branchName} onFind={find}>
        <div className="row">
          <Button icon="left" aria-label={say('earlier')} onClick={() => set({ day: step(day, scale, -1) })} />
          <b className="n one-line stands" aria-live="polite">
            {stands}
          </b>
          <Button icon="right" aria-label={say('later')} onClick={() => set({ day: step(day, scale, 1) })} />
          <Button shortcut="T" onClick={() => set({ day: undefined })}>
            {say('today')}
          </Button>
          <Segments
            label={say('scale')}
            options={everyScale}
            chosen={scale}
            onChoose={to => set({ scale: to === 'day' ? undefined : to })}
          />
        </div>
      </Title>
      <div className="chips">
        <BoardViews
          filter={{ branch: b, scale: s, skill, tab, q, map }}
          onChoose={to =>
            set({ branch: undefined, scale: undefined, skill: undefined, tab: undefined, q: undefined, map: undefined, ...to })
          }
        />
        <span className="rule" />
        <BranchChip
          session={session}
          branch={branch}
          onChange={to => set({ branch: to, selected: undefined, skill: undefined })}
        />
        <FilterChip
          name={say('skill')}
          value={search.skill}
          options={board.held.map(name => ({ value: name, name }))}
          onChange={to => set({ skill: to })}
        />
        <button type="button" className="chip" aria-pressed={withMap} onClick={() => set({ map: withMap ? false : undefined })}>
          {say('map')}
        </button>
        <span className="grow" />
        <span className="soft n one-line">
          <b>{bars.length}</b> {say('visits', { n: bars.length })}{' '}
          {bars.length > 0 ? (
            <>
              <b>{Math.round((100 * onTime) / bars.length)} %</b> {say('inTime')} <b>{load} %</b> {say('load')}
            </>
          ) : null}
        </span>
        <Button size="small" kind="plain" aria-label={say('keysOfTheBoard')} onClick={() => setKeys(true)}>
          ?
        </Button>
        <Button size="small" kind="plain" onClick={() => print()}>
          {say('print')}
        </Button>
      </div>
      <div className="body board">
        <div className="left">
          {isLoading ? <Loading of={say('theBoard')} /> : null}
          {!isLoading && people.length === 0 ? (
            <Empty icon="people" title={search.skill ? say('nobodyHereHolds', { skill: search.skill }) : say('nobodyToPlanYet')}>
              <p>{search.skill ? say('takeTheFilterOffOr') : say('techniciansOfThisBranchStand')}</p>
            </Empty>
          ) : null}
          {people.length > 0 ? (
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
              onEnd={letGo}
              heldBy={heldBy}
              onDrop={drop}
              onSelect={chosen => set({ selected: chosen.id })}
              onMenu={openMenu}
              onFold={group => setFolded(known => toggled(known, group))}
              onKey={key}
            />
          ) : null}
          <Pane
            orders={waiting}
            tab={search.tab ?? 'unscheduled'}
            now={now}
            zone={zone}
            selected={search.selected}
            search={<SearchField label={say('findInList')} value={search.q ?? ''} onSearch={q => set({ q: q || undefined })} />}
            onTab={(tab: Tab) => set({ tab: tab === 'unscheduled' ? undefined : tab })}
            onSelect={id => set({ selected: id })}
            onGrab={grab}
            onMenu={(id, event) => openMenu(event, { order: waiting.find(o => o.id === id) })}
            onKey={paneKey}
            isLoading={waiting.length === 0 && isComing}
            marked={marked}
            heldBy={heldBy}
            onMark={id => setMarked(known => toggled(known, id))}
            bulk={
              <Button size="small" shortcut="P" disabled={plannable.length === 0} onClick={() => best(plannable)}>
                {plannable.length > 1 ? say('plan', { n: plannable.length }) : say('planBestFit')}
              </Button>
            }
          />
        </div>
        {withMap || order ? (
          <div className="board-side" data-both={withMap && order ? '' : undefined}>
            {withMap && branch ? (
              <BoardMap
                branch={branch}
                bars={bars}
                waiting={waiting}
                sites={sites}
                coming={isComing}
                now={now}
                zone={zone}
                selected={search.selected}
                person={person}
                onSelect={id => set({ selected: id })}
              />
            ) : null}
            {order ? (
              <Details
                order={order}
                bar={bar}
                now={now}
                zone={zone}
                sites={sites}
                onAssign={assign}
                onClose={() => set({ selected: undefined })}
              >
                {bar?.state === 'scheduled' ? (
                  <Button kind="main" size="small" icon="send" onClick={() => void dispatchVisit(desk, bar)}>
                    {say('dispatch')}
                  </Button>
                ) : null}
                {bar && isOpen(bar.state) ? (
                  <Button size="small" onClick={() => void unscheduleVisit(desk, bar, zone)}>
                    {say('unschedule')}
                  </Button>
                ) : null}
                <Button size="small" onClick={() => open(order)}>
                  {say('openOrder')}
                </Button>
              </Details>
            ) : null}
          </div>
        ) : null}
      </div>
      <BoardMenu at={menu} onClose={() => setMenu(undefined)}>
        {menu?.bar ? (
          <VisitActs
            desk={desk}
            bar={menu.bar}
            zone={zone}
            people={people}
            onSlot={() => choose(menu.bar)}
            onWhen={() => startMoving(menu.bar)}
            onOpen={open}
          />
        ) : null}
        {menu?.person ? (
          <PersonActs
            name={nameOf(menu.person)}
            open={openOf(menu.person).length}
            unsent={openOf(menu.person).filter(v => v.state === 'scheduled').length}
            onRoute={() => set({ selected: menu.person, map: undefined })}
            onDispatch={() => {
              for (const each of openOf(menu.person ?? '').filter(v => v.state === 'scheduled')) void dispatchVisit(desk, each)
            }}
            onAway={() => setAway({ id: menu.person ?? '', name: nameOf(menu.person ?? '') })}
          />
        ) : null}
        {menu?.order ? (
          <OrderActs
            order={menu.order}
            onSlot={() => set({ selected: menu.order?.id })}
            onBest={() => best([menu.order?.id ?? ''])}
            onOpen={open}
          />
        ) : null}
      </BoardMenu>
      <AwayDialog
        who={away}
        visits={away ? openOf(away.id) : []}
        desk={desk}
        zone={zone}
        now={now}
        onClose={() => setAway(undefined)}
      />
      <WhenDialog
        bar={moving}
        people={people}
        zone={zone}
        asked={asked}
        onMove={(technician, start, end) => {
          if (!moving) return
          const again = () => {
            setAsked({ technician, start, end })
            setMoving(moving)
          }
          void moveVisit(desk, moving, { ...slotOf(moving, zone), technician, start, end }, nameOf(technician), again)
        }}
        onClose={() => setMoving(undefined)}
      />
      <WhyDialog why={why} onClose={() => setWhy(undefined)} />
      <KeysDialog opened={keys} onClose={() => setKeys(false)} />
    </>
  )
}
