import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answerOf, api } from '@/api/client'
import { visitStates } from '@/features/work-orders/order/order'
import { MapView, type Pin, type Route, type Whereabouts } from '@/ui/map/MapView'
import { kilometres, type Place } from '@/ui/map/view'
import { initials } from '@/ui/pieces'
import { clock } from '@/ui/times'
import { type Bar, isOver } from './board'
import type { Waiting } from './Pane'
import { say } from './words'

export type SiteOnMap = { name: string; position?: { latitude: number; longitude: number } | null }

type Props = {
  branch: string
  bars: readonly Bar[]
  waiting: readonly Waiting[]
  sites: ReadonlyMap<string, SiteOnMap>
  /** The sites are still on their way to this device. */
  coming: boolean
  now: number
  zone: string
  selected: string | undefined
  /** Whose day is drawn as a route. */
  person: { id: string; name: string } | undefined
  onSelect: (id: string) => void
}

const fresh = 2 * 3_600_000

/** Where the day's visits and the waiting orders are, and where people were last seen. */
export const BoardMap = ({ branch, bars, waiting, sites, coming, now, zone, selected, person, onSelect }: Props) => {
  const { data: seen } = useQuery({
    queryKey: ['positions', branch],
    queryFn: ({ signal }) => answerOf(api.GET('/api/positions', { params: { query: { branch } }, signal })),
    refetchInterval: 30_000,
  })
  const { pins, lost } = useMemo(() => {
    const pins: Pin[] = []
    let lost = 0
    const put = (pin: Omit<Pin, 'latitude' | 'longitude'>, site: string | undefined) => {
      const at = site ? sites.get(site)?.position : undefined
      if (at) pins.push({ ...pin, latitude: at.latitude, longitude: at.longitude })
      else lost++
    }
    for (const bar of bars) {
      const late = !isOver(bar.state) && bar.due !== undefined && bar.end > bar.due
      put({ id: bar.id, tone: visitStates[bar.state].tone, label: bar.summary, ring: late ? 'risk' : undefined }, bar.site)
    }
    for (const order of waiting) {
      const late = order.due !== undefined && order.due < now
      put({ id: order.id, tone: 'tentative', hollow: true, label: order.summary, ring: late ? 'breached' : undefined }, order.at)
    }
    return { pins, lost }
  }, [bars, waiting, sites, now])
  const names = useMemo(() => called(sites), [sites])
  const people = useMemo(
    (): Whereabouts[] =>
      (seen ?? [])
        .filter(p => now - Date.parse(p.at) < fresh)
        .map(p => ({ id: p.technician, name: p.name, initials: initials(p.name), latitude: p.latitude, longitude: p.longitude })),
    [seen, now],
  )
  const way = useMemo((): (Route & { km: number }) | undefined => {
    if (!person) return undefined
    const mine = bars.filter(b => b.technician === person.id).toSorted((a, b) => a.start - b.start)
    const stops = mine.flatMap((b): Place[] => {
      const at = b.site ? sites.get(b.site)?.position : undefined
      return at ? [at] : []
    })
    const begun = mine.filter(b => b.arrived !== undefined || isOver(b.state)).length
    const km = stops.reduce((sum, at, i) => sum + (i > 0 ? kilometres(stops[i - 1] as Place, at) : 0), 0)
    return { stops, gone: Math.max(0, Math.min(begun, stops.length) - 1), km }
  }, [person, bars, sites])
  const last = person ? seen?.find(p => p.technician === person.id) : undefined
  return (
    <MapView
      label={say('mapOfTheDay')}
      pins={pins}
      people={people}
      names={names}
      route={way}
      selected={selected}
      missing={lost === 0 ? undefined : coming ? say('stillComing', { n: lost }) : say('withoutAPlace', { n: lost })}
      top={
        person && way ? (
          <>
            <b>{person.name}</b>{' '}
            <span className="soft n">
              {say('stops', { n: way.stops.length, km: Math.round(way.km) })}
              {last ? `, ${say('seenAt', { time: clock(Date.parse(last.at), zone) })}` : ''}
            </span>
          </>
        ) : undefined
      }
      onSelect={onSelect}
    />
  )
}

const namesAtMost = 60

/** Sites that share a name, such as a part of the town, name the land between them; those with most sites first. */
const called = (sites: ReadonlyMap<string, SiteOnMap>) => {
  const places = new Map<string, { name: string; n: number; latitude: number; longitude: number }>()
  for (const { name, position } of sites.values()) {
    if (!position) continue
    const known = places.get(name) ?? { name, n: 0, latitude: 0, longitude: 0 }
    const n = known.n + 1
    places.set(name, {
      name,
      n,
      latitude: known.latitude + (position.latitude - known.latitude) / n,
      longitude: known.longitude + (position.longitude - known.longitude) / n,
    })
  }
  return [...places.values()].toSorted((a, b) => b.n - a.n).slice(0, namesAtMost)
}
