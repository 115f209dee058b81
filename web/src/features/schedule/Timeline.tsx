import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { visitStates } from '@/features/work-orders/order/order'
import { Icon } from '@/ui/Icon'
import { Avatar } from '@/ui/pieces'
import { clock, date, millis, weekday } from '@/ui/times'
import { type Bar, type Day, isOpen, isOver, type Row } from './board'
import { dayStart, plusDays } from './days'
import { fitted } from './fitted'
import type { Verdict } from './verdict'
import { say } from './words'

export const columnWidth = 256
const hour = 3_600_000
const headHeight = 32
/** So near to the edge the board begins to move along with what is dragged. */
const rim = 36
const heightOf = (row: Row | undefined) => (row && 'group' in row ? 24 : 32)

/** What is being dragged: a visit, its end, or an order that has no time yet. */
export type Drag = { what: 'move' | 'end' | 'new'; bar?: Bar; order: string; minutes: number; label: string; grip: number }
export type Drop = { technician: string; start: number; end: number; travel: number }

type Props = {
  rows: readonly Row[]
  bars: ReadonlyMap<string, readonly Bar[]>
  day: Day | undefined
  from: number
  until: number
  firstDay: string
  zone: string | undefined
  pxPerHour: number
  now: number
  selected: string | undefined
  /** Filled by the timeline: begins a drag from elsewhere on the page. */
  begin: RefObject<((drag: Drag, event: { clientX: number; clientY: number }) => void) | undefined>
  judge: (drag: Drag, technician: string, start: number, minutes: number) => Verdict | undefined
  /** `again` judges anew where the pointer rests, once more is known. */
  onBegin: (drag: Drag, again: () => void) => void
  /** Let go of, whatever came of it. */
  onEnd?: () => void
  onDrop: (drag: Drag, drop: Drop) => void
  onSelect: (bar: Bar) => void
  onMenu: (event: MouseEvent, of: { bar?: Bar; person?: string }) => void
  onFold: (group: string) => void
  /** Somebody else has this visit or row in hand. */
  heldBy?: ReadonlyMap<string, string>
  onKey: (event: KeyboardEvent) => void
}

export const Timeline = (props: Props) => {
  const {
    rows,
    bars,
    day,
    from,
    until,
    firstDay,
    zone,
    pxPerHour,
    now,
    selected,
    begin,
    judge,
    onBegin,
    onEnd,
    onDrop,
    onSelect,
  } = props
  const scroller = useRef<HTMLElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const width = ((until - from) / hour) * pxPerHour
  const x = useCallback((at: number) => ((at - from) / hour) * pxPerHour, [from, pxPerHour])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: i => heightOf(rows[i]),
    overscan: 6,
  })
  const [view, setView] = useState<[number, number]>([0, 2000])
  // A page of the timeline wide: scrolling within it draws nothing anew.
  const look = useCallback(() => {
    const left = Math.floor((scroller.current?.scrollLeft ?? 0) / 600) * 600
    const next: [number, number] = [left - 600, left + (scroller.current?.clientWidth ?? 1200) + 1200]
    setView(known => (known[0] === next[0] && known[1] === next[1] ? known : next))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another span moves the view; the present stands a little right of its left edge
  useEffect(() => {
    const inside = now >= from && now < until
    scroller.current?.scrollTo({ left: Math.max(0, x(inside ? now - 4 * hour : from + 6.5 * hour)) })
    look()
  }, [from, until, pxPerHour])

  const tops = useMemo(() => {
    let top = 0
    return rows.map(row => {
      top += heightOf(row)
      return top
    })
  }, [rows])

  const start = useCallback(
    (drag: Drag, down: { clientX: number; clientY: number }) => {
      const box = scroller.current
      const shown = ghost.current
      if (!box || !shown) return
      let moved = false
      let last: Drop | undefined
      let pointer: globalThis.PointerEvent | undefined
      let rolling = 0
      // Held near an edge, the board goes along, also while the hand is still.
      const roll = () => {
        rolling = 0
        if (!pointer) return
        const frame = box.getBoundingClientRect()
        const [left, top] = [frame.left + columnWidth, frame.top + headHeight]
        const pull = (at: number, low: number, high: number) =>
          at < low || at > high ? 0 : at < low + rim ? at - low - rim : at > high - rim ? at - high + rim : 0
        const [dx, dy] = [pull(pointer.clientX, left, frame.right), pull(pointer.clientY, top, frame.bottom)]
        if (dx === 0 && dy === 0) return
        box.scrollBy(dx / 3, dy / 3)
        place(pointer)
      }
      const place = (event: globalThis.PointerEvent) => {
        if (!moved && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 4) return
        if (!moved) onBegin(drag, () => (pointer ? place(pointer) : undefined))
        moved = true
        pointer = event
        rolling ||= requestAnimationFrame(roll)
        const frame = box.getBoundingClientRect()
        const left = event.clientX - frame.left - columnWidth + box.scrollLeft
        const y = event.clientY - frame.top - headHeight + box.scrollTop
        const index = tops.findIndex(bottom => y < bottom)
        const row = rows[index]
        const outside = event.clientX < frame.left + columnWidth || event.clientX > frame.right || event.clientY > frame.bottom
        last = undefined
        shown.hidden = outside || !row || 'group' in row
        if (shown.hidden || !row || 'group' in row) return
        const five = 5 * 60_000
        const at = from + ((left - drag.grip) / pxPerHour) * hour
        const snapped = Math.round((drag.what === 'end' ? (drag.bar?.start ?? at) : at) / five) * five
        const stretched = Math.max(15, Math.round((from + (left / pxPerHour) * hour - (drag.bar?.start ?? 0)) / five) * 5)
        const minutes = drag.what === 'end' ? stretched : drag.minutes
        const technician = drag.what === 'end' ? (drag.bar?.technician ?? row.person.id) : row.person.id
        const found = judge(drag, technician, snapped, minutes)
        const begins = drag.what === 'end' ? (drag.bar?.start ?? snapped) : (found?.start ?? snapped)
        const onRow = drag.what === 'end' ? rows.findIndex(r => 'person' in r && r.person.id === technician) : index
        const top = (tops[onRow] ?? 0) - 32 + headHeight
        shown.style.transform = `translate(${columnWidth + x(begins)}px, ${top}px)`
        shown.style.width = `${Math.max(8, (minutes / 60) * pxPerHour)}px`
        shown.dataset.tone = found?.tone ?? 'asking'
        if (shown.lastChild) shown.lastChild.textContent = found?.words ?? say('looking')
        if (found?.tone !== 'cannot')
          last = { technician, start: begins, end: begins + minutes * 60_000, travel: found?.travel ?? 0 }
      }
      const stop = (commit: boolean) => {
        removeEventListener('pointermove', place)
        removeEventListener('pointerup', release)
        removeEventListener('pointercancel', cancel)
        removeEventListener('keydown', letGo)
        cancelAnimationFrame(rolling)
        pointer = undefined
        shown.hidden = true
        if (moved) onEnd?.()
        if (commit && moved && last) onDrop(drag, last)
      }
      const release = () => stop(true)
      const cancel = () => stop(false)
      const letGo = (event: globalThis.KeyboardEvent) => {
        if (event.key === 'Escape') stop(false)
      }
      addEventListener('pointermove', place)
      addEventListener('pointerup', release)
      addEventListener('pointercancel', cancel)
      addEventListener('keydown', letGo)
    },
    [rows, tops, from, pxPerHour, x, judge, onBegin, onDrop, onEnd],
  )
  begin.current = start

  const press = useCallback(
    (event: PointerEvent, bar: Bar) => {
      if (event.button !== 0 || !isOpen(bar.state)) return
      const edge = event.currentTarget.getBoundingClientRect()
      const atEnd = edge.right - event.clientX < 7 && edge.width > 20
      const drag: Drag = {
        what: atEnd ? 'end' : 'move',
        bar,
        order: bar.order,
        minutes: Math.round((bar.end - bar.start) / 60_000),
        label: bar.summary,
        grip: event.clientX - edge.left,
      }
      event.preventDefault()
      ;(event.currentTarget as HTMLElement).focus()
      start(drag, event)
    },
    [start],
  )

  const marks = useMemo(() => marksOf(from, until, firstDay, zone, pxPerHour), [from, until, firstDay, zone, pxPerHour])
  const hours = useMemo(() => {
    const of = new Map<string, Day['hours']>()
    for (const h of day?.hours ?? []) of.set(h.technician, [...(of.get(h.technician) ?? []), h])
    return of
  }, [day])
  const nowShown = now >= from && now < until

  return (
    <section
      className="timeline scroll"
      ref={scroller}
      onScroll={look}
      aria-label={say('schedule')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
      tabIndex={0}
      onKeyDown={props.onKey}
      style={{ '--hour': `${pxPerHour}px`, '--day': `${24 * pxPerHour}px` } as React.CSSProperties}
      data-fine={pxPerHour >= 72 ? '' : undefined}
    >
      <div className="timeline-in" style={{ width: columnWidth + width, height: virtual.getTotalSize() + headHeight }}>
        <div className="timeline-head">
          <div className="corner soft n">{say('people', { n: rows.filter(r => 'person' in r).length })}</div>
          {marks.map(mark => (
            <span key={mark.at} className="n" style={{ left: columnWidth + x(mark.at) }}>
              {mark.words}
            </span>
          ))}
          {nowShown ? (
            <b className="now-pill n" style={{ left: columnWidth + x(now) }}>
              {clock(now, zone)}
            </b>
          ) : null}
        </div>
        {nowShown ? <i className="now-line" style={{ left: columnWidth + x(now) }} /> : null}
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index]
          if (!row) return null
          const top = item.start + headHeight
          if ('group' in row)
            return (
              <div className="group-row" key={`g${row.group}`} style={{ transform: `translateY(${top}px)` }}>
                <button type="button" className="resource" aria-expanded={!row.folded} onClick={() => props.onFold(row.group)}>
                  <Icon name={row.folded ? 'right' : 'down'} size={12} /> {row.group}
                </button>
                <span className="group-load n soft">{say('groupLoad', { n: row.count, load: row.load })}</span>
              </div>
            )
          return (
            <PersonRow
              key={row.person.id}
              row={row}
              top={top}
              bars={bars.get(row.person.id) ?? none}
              hours={hours.get(row.person.id) ?? none}
              from={from}
              until={until}
              pxPerHour={pxPerHour}
              left={view[0]}
              right={view[1]}
              selected={selected}
              now={now}
              zone={zone}
              press={press}
              onSelect={onSelect}
              onMenu={props.onMenu}
              heldBy={props.heldBy}
            />
          )
        })}
        <div className="drag-ghost" ref={ghost} hidden>
          <i />
          <span />
        </div>
      </div>
    </section>
  )
}

const none: never[] = []

const marksOf = (from: number, until: number, firstDay: string, zone: string | undefined, pxPerHour: number) => {
  if (pxPerHour >= 72) {
    const count = Math.round((until - from) / hour)
    return Array.from({ length: count }, (_, i) => ({ at: from + i * hour, words: clock(from + i * hour, zone) }))
  }
  const days = Math.round((until - from) / (24 * hour))
  return Array.from({ length: days }, (_, i) => {
    const at = dayStart(plusDays(firstDay, i), zone)
    return { at, words: pxPerHour > 6 ? `${weekday(at, zone)} ${date(at, at, zone)}` : (date(at, at, zone).split(' ')[0] ?? '') }
  })
}

type PersonRowProps = {
  row: Extract<Row, { person: unknown }>
  top: number
  bars: readonly Bar[]
  hours: Day['hours']
  from: number
  until: number
  pxPerHour: number
  left: number
  right: number
  selected: string | undefined
  now: number
  zone: string | undefined
  press: (event: PointerEvent, bar: Bar) => void
  onSelect: (bar: Bar) => void
  onMenu: Props['onMenu']
  heldBy: Props['heldBy']
}

const presence = (bars: readonly Bar[]) => {
  if (bars.some(b => b.state === 'working' || b.state === 'onSite')) return 'atWork'
  if (bars.some(b => b.state === 'enRoute')) return 'travelling'
  return bars.some(b => b.state === 'paused') ? 'onABreak' : 'free'
}

const PersonRow = memo((p: PersonRowProps) => {
  const { row, bars, hours, from, until, pxPerHour, left, right } = p
  const x = (at: number) => ((at - from) / hour) * pxPerHour
  const within = (a: number, b: number) => x(b) >= left && x(a) <= right
  const off = useMemo(() => gaps(hours, from, until), [hours, from, until])
  const { person, load } = row
  const is = presence(bars)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the panel offers
    <div
      className="person-row"
      style={{ transform: `translateY(${p.top}px)` }}
      onContextMenu={e => p.onMenu(e, { person: person.id })}
    >
      <div className="resource">
        <span className="present" data-is={is} title={say(is)}>
          <Avatar name={person.name} />
        </span>
        <div className="who">
          <div className="cut" title={person.name}>
            {person.name}
          </div>
          <div className="load" data-high={load > 92 ? '' : undefined} title={say('ofTheHoursAreTaken', { load })}>
            <u style={{ width: `${Math.min(100, load)}%` }} />
          </div>
        </div>
        <div className="skills" title={person.skills.join(', ')}>
          {person.skills.slice(0, 2).map(skill => (
            <span className="tag" key={skill}>
              <span className="cut">{skill}</span>
            </span>
          ))}
        </div>
      </div>
      {off
        .filter(([a, b]) => within(a, b))
        .map(([a, b]) => (
          <i key={a} className="off" style={{ left: columnWidth + x(a), width: x(b) - x(a) }} />
        ))}
      {pxPerHour >= 72
        ? hours.flatMap(h =>
            h.breaks
              .filter(b => within(millis(b.start), millis(b.end)))
              .map(b => (
                <i
                  key={b.start}
                  className="rest"
                  title={say('break')}
                  style={{ left: columnWidth + x(millis(b.start)), width: x(millis(b.end)) - x(millis(b.start)) }}
                />
              )),
          )
        : null}
      {bars
        .filter(b => within(b.leaves, b.end))
        .map(bar => (
          <Visit key={bar.id} bar={bar} x={x} row={p} />
        ))}
    </div>
  )
})

/** The hours in which somebody does not work, between two moments. */
const gaps = (hours: Day['hours'], from: number, until: number): [number, number][] => {
  const off: [number, number][] = []
  let at = from
  for (const h of [...hours].sort((a, b) => millis(a.start) - millis(b.start))) {
    if (millis(h.start) > at) off.push([at, millis(h.start)])
    at = Math.max(at, millis(h.end))
  }
  if (at < until) off.push([at, until])
  return off
}

/** Travel a line, work a block, what really happened a line beneath. */
const Visit = ({ bar, x, row }: { bar: Bar; x: (at: number) => number; row: PersonRowProps }) => {
  const { tone, icon, name } = visitStates[bar.state]
  const left = columnWidth + x(bar.start)
  const width = Math.max(4, x(bar.end) - x(bar.start) - 1)
  const late = !isOver(bar.state) && bar.due !== undefined && bar.end > bar.due
  const went =
    bar.arrived === undefined ? undefined : (bar.ended ?? (isOver(bar.state) ? bar.end : Math.max(row.now, bar.arrived)))
  const held = row.heldBy?.get(bar.id)
  const marks = (late ? 1 : 0) + (bar.unanswered === undefined ? 0 : 1)
  const label = fitted(bar.label, width - 30 - (width > 60 ? 15 * marks : 0))
  const words = [
    `${bar.number} ${bar.summary}`,
    bar.label === bar.summary ? undefined : bar.label,
    name,
    say('fromTo', { from: clock(bar.start, row.zone), to: clock(bar.end, row.zone) }),
    late ? say('endsAfterThePromise') : undefined,
    bar.unanswered === undefined ? undefined : say('notAcceptedInTime'),
    bar.unsent ? say('unsent') : undefined,
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      {bar.leaves < bar.start ? (
        <i className="travel" style={{ left: columnWidth + x(bar.leaves), width: x(bar.start) - x(bar.leaves) }} />
      ) : null}
      <button
        type="button"
        className="bar"
        data-visit={bar.id}
        data-tone={tone}
        data-priority={bar.priority}
        data-late={late ? '' : undefined}
        data-unsent={bar.unsent ? '' : undefined}
        data-held={held ? '' : undefined}
        data-open={isOpen(bar.state) ? '' : undefined}
        aria-pressed={row.selected === bar.id}
        aria-label={words}
        title={words}
        style={{ left, width }}
        onPointerDown={e => row.press(e, bar)}
        onClick={() => row.onSelect(bar)}
        onContextMenu={e => {
          e.stopPropagation()
          row.onMenu(e, { bar })
        }}
      >
        {width > 22 ? <Icon name={icon} size={12} /> : null}
        {label ? <span>{label}</span> : null}
        {late && width > 60 ? <Icon name="sla" size={12} /> : null}
        {bar.unanswered !== undefined && width > 60 ? <Icon name="warn" size={12} /> : null}
        {held ? <b className="held">{say('movesIt', { name: held.split(' ')[0] ?? '' })}</b> : null}
      </button>
      {bar.state === 'paused' && row.now > bar.end ? (
        <i className="wait" style={{ left: left + width, width: x(row.now) - x(bar.end) }} />
      ) : null}
      {bar.arrived !== undefined && went !== undefined ? (
        <>
          <i
            className="actual"
            style={{
              left: columnWidth + x(bar.arrived),
              width: Math.max(2, x(Math.min(went, Math.max(bar.end, bar.arrived))) - x(bar.arrived)),
            }}
          />
          {went > bar.end ? (
            <i className="actual over" style={{ left: columnWidth + x(bar.end), width: x(went) - x(bar.end) }} />
          ) : null}
        </>
      ) : null}
    </>
  )
}
