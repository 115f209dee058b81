/** The world as a square of side 1, as web maps draw it (spherical Mercator). */

export type Place = { latitude: number; longitude: number }
export type Point = { x: number; y: number }
/** What a map shows: the middle, and how many pixels the whole world would be wide. */
export type View = { x: number; y: number; scale: number }
export type Size = { width: number; height: number }

const rad = Math.PI / 180
const edge = 85.051129

export const project = ({ latitude, longitude }: Place): Point => {
  const sin = Math.sin(Math.max(-edge, Math.min(edge, latitude)) * rad)
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) }
}

export const unproject = ({ x, y }: Point): Place => ({
  latitude: Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / rad,
  longitude: (x - 0.5) * 360,
})

export const widest = 256
export const closest = 256 * 2 ** 19

export const screen = (view: View, size: Size, at: Point): Point => ({
  x: (at.x - view.x) * view.scale + size.width / 2,
  y: (at.y - view.y) * view.scale + size.height / 2,
})

export const world = (view: View, size: Size, at: Point): Point => ({
  x: (at.x - size.width / 2) / view.scale + view.x,
  y: (at.y - size.height / 2) / view.scale + view.y,
})

/** Closer or wider, with whatever lies under the pointer staying there. */
export const zoomed = (view: View, size: Size, by: number, at: Point): View => {
  const scale = Math.max(widest, Math.min(closest, view.scale * by))
  const held = world(view, size, at)
  return { scale, x: held.x - (at.x - size.width / 2) / scale, y: held.y - (at.y - size.height / 2) / scale }
}

/** All of them in sight, with some room around; a single one not closer than a street. */
export const around = (points: readonly Point[], size: Size, room = 40): View => {
  if (points.length === 0) return { x: 0.5, y: 0.5, scale: widest * 2 }
  let [left, right, top, bottom] = [1, 0, 1, 0]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const across = Math.max(1, size.width - 2 * room) / Math.max(1e-9, right - left)
  const down = Math.max(1, size.height - 2 * room) / Math.max(1e-9, bottom - top)
  const scale = Math.max(widest, Math.min(256 * 2 ** 15, across, down))
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale }
}

/** Points that would lie over each other, as one; each point is in exactly one of them, so that nothing is hidden. */
export type Cluster = Point & { members: number[] }

export const clustered = (xs: Float64Array, ys: Float64Array, view: View, size: Size, cell = 36): Cluster[] => {
  const found = new Map<number, Cluster>()
  const margin = cell
  for (let i = 0; i < xs.length; i++) {
    const x = ((xs[i] as number) - view.x) * view.scale + size.width / 2
    const y = ((ys[i] as number) - view.y) * view.scale + size.height / 2
    if (x < -margin || y < -margin || x > size.width + margin || y > size.height + margin) continue
    // The cells lie still on the earth, so that moving the map does not shuffle its clusters.
    const column = Math.floor(((xs[i] as number) * view.scale) / cell)
    const row = Math.floor(((ys[i] as number) * view.scale) / cell)
    const key = row * 67_108_859 + column
    const known = found.get(key)
    if (!known) {
      found.set(key, { x, y, members: [i] })
      continue
    }
    const n = known.members.push(i)
    known.x += (x - known.x) / n
    known.y += (y - known.y) / n
  }
  return [...found.values()]
}

/** How many of them lie within the picture. */
export const inView = (xs: Float64Array, ys: Float64Array, view: View, size: Size): number => {
  let count = 0
  for (let i = 0; i < xs.length; i++) {
    const { x, y } = screen(view, size, { x: xs[i] as number, y: ys[i] as number })
    if (x >= 0 && y >= 0 && x <= size.width && y <= size.height) count++
  }
  return count
}

const earth = 6371.0088

/** Kilometres over the ground, as the crow flies. */
export const kilometres = (a: Place, b: Place): number => {
  const h =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** A round length near the one asked for, and how many pixels it takes here: "5 km". */
export const ruler = (view: View, pixels: number): { words: string; width: number } => {
  const { latitude } = unproject({ x: view.x, y: view.y })
  const metresPerPixel = (40_075_016.7 * Math.cos(latitude * rad)) / view.scale
  const wanted = metresPerPixel * pixels
  const ten = 10 ** Math.floor(Math.log10(wanted))
  const round = [5, 2, 1].map(n => n * ten).find(n => n <= wanted) ?? ten
  return { words: round >= 1000 ? `${round / 1000} km` : `${round} m`, width: round / metresPerPixel }
}
