import type { Tone } from '../pieces'
import { type Cluster, ruler, type Size, screen, type View, world } from './view'

/** The colours of the page as a canvas wants them; asked for again when the theme changes. */
export type Ink = Record<string, string>

const tokens = [
  'bg',
  'surface',
  'hairline',
  'line-soft',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'accent-ink',
  'at-risk',
  'breached',
  'travel-leg',
  ...(['scheduled', 'confirmed', 'dispatched', 'travelling', 'working', 'paused', 'done', 'cannot'] as const).flatMap(tone => [
    tone,
    `${tone}-ink`,
  ]),
]

export const inkOf = (element: Element): Ink => {
  const style = getComputedStyle(element)
  return { ...Object.fromEntries(tokens.map(name => [name, style.getPropertyValue(`--${name}`)])), font: style.fontFamily }
}

/** The same signs as on the board, so that no meaning hangs on hue. */
const signs: Partial<Record<Tone, string>> = {
  scheduled: 'M-3 -2h6v5h-6zM-3 0h6M-1.5 -3.5v2M1.5 -3.5v2',
  confirmed: 'M-3 0l2 2.4 4 -4.6',
  dispatched: 'M-3.4 -0.2l6.8 -3 -2.6 6.6 -1.2 -2.6z',
  travelling: 'M-3.5 0h6M0 -2.6l2.8 2.6 -2.8 2.6',
  working: 'M-2 -3l5 3 -5 3z',
  paused: 'M-1.8 -3v6M1.8 -3v6',
  done: 'M-3 0l2 2.4 4 -4.6',
  cannot: 'M-2.6 -2.6l5.2 5.2M2.6 -2.6l-5.2 5.2',
}
const paths = new Map<Tone, Path2D>()
const signOf = (tone: Tone) => {
  const known = paths.get(tone)
  if (known) return known
  const path = new Path2D(signs[tone] ?? '')
  paths.set(tone, path)
  return path
}

export const ground = (c: CanvasRenderingContext2D, view: View, size: Size, ink: Ink) => {
  c.fillStyle = ink.bg ?? ''
  c.fillRect(0, 0, size.width, size.height)
  // Lines a round distance apart, so that the eye has something to measure by.
  const step = 2 ** -Math.floor(Math.log2(view.scale / 90))
  const first = world(view, size, { x: 0, y: 0 })
  const last = world(view, size, { x: size.width, y: size.height })
  c.strokeStyle = ink['line-soft'] ?? ''
  c.lineWidth = 1
  c.beginPath()
  for (let x = Math.floor(first.x / step) * step; x < last.x; x += step) {
    const at = Math.round(screen(view, size, { x, y: 0 }).x) + 0.5
    c.moveTo(at, 0)
    c.lineTo(at, size.height)
  }
  for (let y = Math.floor(first.y / step) * step; y < last.y; y += step) {
    const at = Math.round(screen(view, size, { x: 0, y }).y) + 0.5
    c.moveTo(0, at)
    c.lineTo(size.width, at)
  }
  c.stroke()
  const { words, width } = ruler(view, 72)
  c.fillStyle = ink['ink-3'] ?? ''
  c.font = `12px ${ink.font}`
  c.textAlign = 'right'
  c.fillText(words, size.width - 12, size.height - 16)
  c.fillRect(size.width - 12 - width, size.height - 10, width, 2)
}

export const route = (c: CanvasRenderingContext2D, points: readonly { x: number; y: number }[], gone: number, ink: Ink) => {
  if (points.length < 2) return
  c.lineWidth = 3
  c.lineJoin = 'round'
  const leg = (from: number, to: number, colour: string | undefined, dash: number[]) => {
    c.strokeStyle = colour ?? ''
    c.setLineDash(dash)
    c.beginPath()
    for (let i = from; i <= to; i++) c.lineTo((points[i] as { x: number }).x, (points[i] as { y: number }).y)
    c.stroke()
    c.setLineDash([])
  }
  if (gone > 0) leg(0, gone, ink['travel-leg'], [2, 6])
  if (gone < points.length - 1) leg(gone, points.length - 1, ink.accent, [])
}

export type Dot = { tone: Tone; ring?: 'risk' | 'breached' | undefined; label?: string | undefined; hollow?: boolean | undefined }

const round = (c: CanvasRenderingContext2D, x: number, y: number, r: number) => {
  c.beginPath()
  c.arc(x, y, r, 0, 2 * Math.PI)
}

export const dot = (c: CanvasRenderingContext2D, x: number, y: number, of: Dot, chosen: boolean, ink: Ink) => {
  if (chosen || of.ring) {
    round(c, x, y, chosen ? 15 : 13)
    c.fillStyle = ink.surface ?? ''
    c.fill()
    c.lineWidth = 2.5
    c.strokeStyle = (chosen ? ink.accent : of.ring === 'risk' ? ink['at-risk'] : ink.breached) ?? ''
    c.stroke()
  }
  round(c, x, y, 10)
  c.fillStyle = (of.hollow ? ink.surface : ink[of.tone]) ?? ''
  c.fill()
  c.lineWidth = 1.5
  c.setLineDash(of.hollow ? [3, 2] : [])
  c.strokeStyle = (of.hollow ? ink['ink-2'] : ink.surface) ?? ''
  c.stroke()
  c.setLineDash([])
  c.save()
  c.translate(x, y)
  c.strokeStyle = (of.hollow ? ink['ink-2'] : ink[`${of.tone}-ink`]) ?? ''
  c.lineWidth = 1.4
  c.stroke(signOf(of.hollow ? 'scheduled' : of.tone))
  c.restore()
}

export const person = (c: CanvasRenderingContext2D, x: number, y: number, initials: string, chosen: boolean, ink: Ink) => {
  c.beginPath()
  c.roundRect(x - 12, y - 9, 24, 18, 9)
  c.fillStyle = (chosen ? ink.accent : ink.ink) ?? ''
  c.fill()
  c.lineWidth = 2
  c.strokeStyle = ink.surface ?? ''
  c.stroke()
  c.fillStyle = (chosen ? ink['accent-ink'] : ink.surface) ?? ''
  c.font = `600 10px ${ink.font}`
  c.textAlign = 'center'
  c.textBaseline = 'middle'
  c.fillText(initials, x, y + 0.5)
  c.textBaseline = 'alphabetic'
}

export const cluster = (c: CanvasRenderingContext2D, of: Cluster, alarm: boolean, ink: Ink) => {
  const n = of.members.length
  const r = Math.min(24, 11 + Math.log2(n) * 1.6)
  round(c, of.x, of.y, r)
  c.fillStyle = ink.surface ?? ''
  c.fill()
  c.lineWidth = 1.5
  c.strokeStyle = ink['ink-2'] ?? ''
  c.stroke()
  c.fillStyle = ink.ink ?? ''
  c.font = `600 12px ${ink.font}`
  c.textAlign = 'center'
  c.textBaseline = 'middle'
  c.fillText(n < 1000 ? `${n}` : `${Math.round(n / 1000)}k`, of.x, of.y + 0.5)
  c.textBaseline = 'alphabetic'
  if (!alarm) return
  // A badge of its own shape, so that a risk inside is seen without its colour.
  c.beginPath()
  c.moveTo(of.x + r * 0.75, of.y - r * 0.75 - 5)
  c.lineTo(of.x + r * 0.75 + 5, of.y - r * 0.75 + 4)
  c.lineTo(of.x + r * 0.75 - 5, of.y - r * 0.75 + 4)
  c.closePath()
  c.fillStyle = ink['at-risk'] ?? ''
  c.fill()
  c.lineWidth = 1.5
  c.strokeStyle = ink.surface ?? ''
  c.stroke()
}

/** Names of places where they find room, the first ones first; they give way to everything that can be pressed. */
export const names = (
  c: CanvasRenderingContext2D,
  places: readonly { name: string; x: number; y: number }[],
  taken: readonly { x: number; y: number }[],
  ink: Ink,
) => {
  c.font = `11px ${ink.font}`
  c.textAlign = 'center'
  c.fillStyle = ink['ink-3'] ?? ''
  const boxes: { left: number; right: number; top: number; bottom: number }[] = []
  for (const { name, x, y } of places) {
    const half = name.length * 3.2
    const box = { left: x - half, right: x + half, top: y + 18, bottom: y + 32 }
    const isFree =
      boxes.every(b => b.left > box.right || b.right < box.left || b.top > box.bottom || b.bottom < box.top) &&
      taken.every(t => t.x + 13 < box.left || t.x - 13 > box.right || t.y + 13 < box.top || t.y - 13 > box.bottom)
    if (!isFree) continue
    boxes.push(box)
    c.fillText(name, x, y + 29)
  }
}

export const caption = (c: CanvasRenderingContext2D, x: number, y: number, words: string, ink: Ink) => {
  c.font = `500 12px ${ink.font}`
  c.textAlign = 'center'
  c.lineWidth = 3
  c.strokeStyle = ink.bg ?? ''
  c.strokeText(words, x, y)
  c.fillStyle = ink['ink-2'] ?? ''
  c.fillText(words, x, y)
}
