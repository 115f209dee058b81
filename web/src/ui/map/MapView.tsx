import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../pieces'
import { say } from '../words'
import { caption, cluster, type Dot, dot, ground, type Ink, inkOf, names, person, route } from './draw'
import {
  around,
  type Cluster,
  clustered,
  inView,
  type Place,
  type Point,
  project,
  type Size,
  screen,
  type View,
  zoomed,
} from './view'
import './map.css'

export type Pin = Place & Dot & { id: string }
export type Whereabouts = Place & { id: string; name: string; initials: string }
/** Places in the order of the day; the first `gone` legs lie behind. */
export type Route = { stops: readonly Place[]; gone: number }

type MapProps = {
  label: string
  pins: readonly Pin[]
  people?: readonly Whereabouts[]
  /** What the land is called, to find one's way by. */
  names?: readonly (Place & { name: string })[]
  route?: Route | undefined
  selected?: string | undefined
  /** What is said of those that have no place: they are not hidden. */
  missing?: string | undefined
  top?: ReactNode
  onSelect: (id: string) => void
}

const near = 14
const apart = 34

/** A map without anybody's tiles: places, people, a route and a scale, drawn here. It works without any network. */
export const MapView = ({
  label,
  pins,
  people = none,
  names: called = unnamed,
  route: way,
  selected,
  missing,
  top,
  onSelect,
}: MapProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const view = useRef<View>(undefined)
  const size = useRef<Size>({ width: 0, height: 0 })
  const ink = useRef<Ink>(undefined)
  const fitted = useRef(0)
  const drawn = useRef<Cluster[]>([])
  const [counted, setCounted] = useState({ shown: 0, n: 0 })
  const spots = useMemo(() => {
    const [xs, ys] = [new Float64Array(pins.length), new Float64Array(pins.length)]
    pins.forEach((pin, i) => {
      const at = project(pin)
      xs[i] = at.x
      ys[i] = at.y
    })
    return { xs, ys }
  }, [pins])
  const chosen = useMemo(() => pins.findIndex(p => p.id === selected), [pins, selected])
  const land = useMemo(() => called.map(place => ({ name: place.name, at: project(place) })), [called])
  const wayPoints = useMemo(() => way?.stops.map(project) ?? [], [way])

  const draw = useCallback(() => {
    const c = canvas.current?.getContext('2d')
    if (!c || !canvas.current || size.current.width === 0) return
    ink.current ??= inkOf(canvas.current)
    // Until there is something to show, any view is a guess; after that only people move it.
    if (!view.current || fitted.current === 0) view.current = around(points(spots), size.current)
    fitted.current ||= spots.xs.length
    const [v, s, colours] = [view.current, size.current, ink.current]
    const ratio = devicePixelRatio
    c.setTransform(ratio, 0, 0, ratio, 0, 0)
    ground(c, v, s, colours)
    route(
      c,
      wayPoints.map(p => screen(v, s, p)),
      way?.gone ?? 0,
      colours,
    )
    drawn.current = clustered(spots.xs, spots.ys, v, s, apart)
    for (const group of drawn.current) {
      const [first] = group.members
      const only = group.members.length === 1 ? pins[first as number] : undefined
      if (only && only.id !== selected) dot(c, group.x, group.y, only, false, colours)
      else if (!only)
        cluster(
          c,
          group,
          group.members.some(i => pins[i]?.ring),
          colours,
        )
    }
    names(
      c,
      land.map(({ name, at }) => ({ name, ...screen(v, s, at) })),
      drawn.current,
      colours,
    )
    for (const one of people) {
      const at = screen(v, s, project(one))
      person(c, at.x, at.y, one.initials, one.id === selected, colours)
    }
    const pin = pins[chosen]
    if (pin) {
      const at = screen(v, s, { x: spots.xs[chosen] as number, y: spots.ys[chosen] as number })
      dot(c, at.x, at.y, pin, true, colours)
      if (pin.label) caption(c, at.x, at.y + 30, pin.label, colours)
    }
  }, [pins, people, spots, chosen, selected, way, wayPoints, land])

  const pending = useRef(0)
  const later = useCallback(() => {
    cancelAnimationFrame(pending.current)
    pending.current = requestAnimationFrame(draw)
  }, [draw])
  const settled = useRef<ReturnType<typeof setTimeout>>(undefined)
  const count = useCallback(() => {
    clearTimeout(settled.current)
    settled.current = setTimeout(() => {
      if (view.current) setCounted({ shown: inView(spots.xs, spots.ys, view.current, size.current), n: spots.xs.length })
    }, 120)
  }, [spots])
  const to = useCallback(
    (next: View) => {
      view.current = next
      later()
      count()
    },
    [later, count],
  )

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const fit = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      size.current = { width, height }
      element.width = Math.round(width * devicePixelRatio)
      element.height = Math.round(height * devicePixelRatio)
      later()
      count()
    })
    fit.observe(element)
    const theme = new MutationObserver(() => {
      ink.current = undefined
      later()
    })
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    // React's wheel listener is passive, and the page must not scroll along.
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const at = { x: event.offsetX, y: event.offsetY }
      if (view.current) to(zoomed(view.current, size.current, 2 ** (-event.deltaY / 240), at))
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => {
      fit.disconnect()
      theme.disconnect()
      element.removeEventListener('wheel', wheel)
    }
  }, [later, count, to])
  useEffect(() => {
    later()
    count()
  }, [later, count])

  // Whoever is chosen is brought into the picture, and nothing else moves it.
  const followed = useRef<string>(undefined)
  useEffect(() => {
    if (selected === followed.current || !view.current) return
    followed.current = selected
    const all =
      wayPoints.length > 1 ? wayPoints : chosen >= 0 ? [{ x: spots.xs[chosen] as number, y: spots.ys[chosen] as number }] : []
    const seen = all.every(p => {
      const at = screen(view.current as View, size.current, p)
      return at.x > 20 && at.y > 20 && at.x < size.current.width - 20 && at.y < size.current.height - 20
    })
    if (all.length > 0 && !seen) to(around([...all], size.current, 48))
  }, [selected, chosen, spots, wayPoints, to])

  const pressed = useRef<{ at: Point; view: View; moved: boolean }>(undefined)
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!view.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pressed.current = { at: { x: event.clientX, y: event.clientY }, view: view.current, moved: false }
  }
  const move = (event: PointerEvent) => {
    const from = pressed.current
    if (!from) return
    const [dx, dy] = [event.clientX - from.at.x, event.clientY - from.at.y]
    if (!from.moved && Math.hypot(dx, dy) < 4) return
    from.moved = true
    to({ ...from.view, x: from.view.x - dx / from.view.scale, y: from.view.y - dy / from.view.scale })
  }
  const up = (event: PointerEvent<HTMLCanvasElement>) => {
    const from = pressed.current
    pressed.current = undefined
    if (!from || from.moved || !view.current) return
    const box = event.currentTarget.getBoundingClientRect()
    const at = { x: event.clientX - box.left, y: event.clientY - box.top }
    const who = people.find(p => {
      const there = screen(view.current as View, size.current, project(p))
      return Math.hypot(there.x - at.x, there.y - at.y) < near
    })
    if (who) return onSelect(who.id)
    const hit = drawn.current.find(g => Math.hypot(g.x - at.x, g.y - at.y) < (g.members.length > 1 ? 22 : near))
    if (!hit) return
    const [first] = hit.members
    if (hit.members.length === 1) return onSelect(pins[first as number]?.id ?? '')
    const inside = hit.members.map(i => ({ x: spots.xs[i] as number, y: spots.ys[i] as number }))
    const together = inside.every(p => Math.hypot(p.x - (inside[0] as Point).x, p.y - (inside[0] as Point).y) < 1e-7)
    if (together) onSelect(pins[first as number]?.id ?? '')
    else to(around(inside, size.current, 60))
  }
  const by = (factor: number) => {
    const s = size.current
    if (view.current) to(zoomed(view.current, s, factor, { x: s.width / 2, y: s.height / 2 }))
  }
  const all = () => to(around([...points(spots), ...people.map(project)], size.current))
  const key = (event: KeyboardEvent) => {
    const v = view.current
    if (!v) return
    const step = 80 / v.scale
    const acts: Record<string, (() => void) | undefined> = {
      ArrowLeft: () => to({ ...v, x: v.x - step }),
      ArrowRight: () => to({ ...v, x: v.x + step }),
      ArrowUp: () => to({ ...v, y: v.y - step }),
      ArrowDown: () => to({ ...v, y: v.y + step }),
      '+': () => by(1.6),
      '=': () => by(1.6),
      '-': () => by(1 / 1.6),
      '0': all,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <section className="map" aria-label={label}>
      <canvas
        ref={canvas}
        tabIndex={0}
        aria-label={say('ofPlacesInViewArrow', { label, ...counted })}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onKeyDown={key}
      />
      {top ? <div className="map-top">{top}</div> : null}
      <div className="map-zoom">
        <Button size="small" icon="plus" aria-label={say('closer')} onClick={() => by(1.6)} />
        <Button size="small" icon="minus" aria-label={say('wider')} onClick={() => by(1 / 1.6)} />
        <Button size="small" icon="pin" aria-label={say('showAll')} onClick={all} />
      </div>
      <div className="map-foot n">{[say('inView', counted), missing].filter(Boolean).join(', ')}</div>
    </section>
  )
}

const none: readonly Whereabouts[] = []
const unnamed: readonly (Place & { name: string })[] = []
const points = ({ xs, ys }: { xs: Float64Array; ys: Float64Array }): Point[] =>
  Array.from(xs, (x, i) => ({ x, y: ys[i] as number }))
