import { describe, expect, it } from 'vitest'
import { around, clustered, inView, kilometres, project, ruler, screen, unproject, zoomed } from '@/ui/map/view'

const size = { width: 320, height: 400 }
const nairobi = { latitude: -1.2921, longitude: 36.8219 }

describe('The map', () => {
  it('puts a place where it takes it from', () => {
    const back = unproject(project(nairobi))
    expect(back.latitude).toBeCloseTo(nairobi.latitude, 9)
    expect(back.longitude).toBeCloseTo(nairobi.longitude, 9)
  })

  it('keeps what lies under the pointer there while it zooms', () => {
    const view = around([project(nairobi)], size)
    const at = { x: 40, y: 300 }
    const before = { x: (at.x - 160) / view.scale + view.x, y: (at.y - 200) / view.scale + view.y }
    const after = screen(zoomed(view, size, 0.5, at), size, before)
    expect(after.x).toBeCloseTo(at.x, 6)
    expect(after.y).toBeCloseTo(at.y, 6)
  })

  it('hides none of twenty thousand places: each is in exactly one cluster', () => {
    const places = Array.from({ length: 20_000 }, (_, i) =>
      project({ latitude: -1.3 + Math.sin(i) / 5, longitude: 36.8 + Math.cos(i * 7) / 5 }),
    )
    const [xs, ys] = [Float64Array.from(places, p => p.x), Float64Array.from(places, p => p.y)]
    const view = around(places, size)
    const members = clustered(xs, ys, view, size).flatMap(c => c.members)
    expect(new Set(members).size).toBe(20_000)
    expect(members).toHaveLength(20_000)
    expect(inView(xs, ys, view, size)).toBe(20_000)
  })

  it('shows all of what it is fitted around', () => {
    const far = [project(nairobi), project({ latitude: 52.5, longitude: 13.4 })]
    const view = around(far, size)
    for (const p of far.map(p => screen(view, size, p))) {
      expect(p.x).toBeGreaterThanOrEqual(39.9)
      expect(p.x).toBeLessThanOrEqual(280.1)
    }
  })

  it('measures in round lengths', () => {
    expect(ruler(around([project(nairobi)], size), 72).words).toMatch(/^[125]0* k?m$/)
    expect(kilometres(nairobi, { latitude: -4.0435, longitude: 39.6682 })).toBeCloseTo(440, -1)
  })
})
