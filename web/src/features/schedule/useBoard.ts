import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useDocuments } from '@/store/react'
import { millis } from '@/ui/times'
import type { SiteOnMap } from './BoardMap'
import {
  type Bar,
  barsOf,
  isDeclined,
  levels,
  type OrderOnBoard,
  type Person,
  rowsOf,
  type TechnicianOnBoard,
  type VisitOnBoard,
  type WorkTypeOnBoard,
} from './board'
import type { Waiting } from './Pane'
import { dayQuery } from './queries'

export type Shown = {
  branch: string | undefined
  from: number
  until: number
  /** Only people with this skill, and what they do. */
  skill: string | undefined
  /** Words that the pane is searched for. */
  words: string
  folded: ReadonlySet<string>
}

const quiet = 400

/** All that stands on the board, put together from the documents that this device follows and the day as the server tells it. */
export const useBoard = ({ branch, from, until, skill, words, folded }: Shown) => {
  const queries = useQueryClient()
  const visits = useDocuments<VisitOnBoard>('visit')
  const orders = useDocuments<OrderOnBoard>('work-order')
  const technicians = useDocuments<TechnicianOnBoard>('technician')
  const skills = useDocuments<{ name: string }>('skill')
  const siteDocuments = useDocuments<SiteOnMap>('site')
  const accounts = useDocuments<{ name: string }>('account')
  const types = useDocuments<WorkTypeOnBoard>('work-type')
  const { data: told } = useQuery({ ...dayQuery(branch ?? '', from, until), enabled: branch !== undefined })
  // What changed anywhere may reach beyond the documents that this device follows: the day is asked again once it is quiet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the documents are what tells of a change
  useEffect(() => {
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['schedule'] }), quiet)
    return () => clearTimeout(timer)
  }, [visits, queries])

  const sites = useMemo(() => new Map(siteDocuments.map(s => [s.id, s])), [siteDocuments])
  const customers = useMemo(() => new Map(accounts.map(a => [a.id, a.name])), [accounts])
  const customerOf = useMemo(() => {
    const of = new Map(orders.map(o => [o.id, o.account ? customers.get(o.account) : undefined]))
    return (order: string) => of.get(order)
  }, [orders, customers])
  const everyone = useMemo(() => {
    const names = new Map(skills.map(s => [s.id, s.name]))
    const known = technicians
      .filter(t => t.branch === branch && t.active)
      .map((t): Person => ({ id: t.id, name: t.name, skills: t.skills.map(s => names.get(s.skill) ?? '').filter(Boolean) }))
    // Whoever the documents have not brought yet is told of with the day, so that nobody waits for a whole catch-up.
    const seen = new Set(technicians.map(t => t.id))
    return [...known, ...(told?.people ?? []).filter(p => !seen.has(p.id))]
  }, [technicians, skills, branch, told])
  const held = useMemo(() => [...new Set(everyone.flatMap(p => p.skills))].sort((a, b) => a.localeCompare(b)), [everyone])
  const people = useMemo(
    () => (skill === undefined ? everyone : everyone.filter(p => p.skills.includes(skill))),
    [everyone, skill],
  )
  const bars = useMemo(() => {
    const all = barsOf(told, visits, from, until, customerOf)
    if (skill === undefined) return all
    const shown = new Set(people.map(p => p.id))
    return all.filter(b => shown.has(b.technician))
  }, [told, visits, from, until, customerOf, skill, people])
  const byPerson = useMemo(() => {
    const map = new Map<string, Bar[]>()
    for (const bar of bars) {
      const list = map.get(bar.technician)
      if (list) list.push(bar)
      else map.set(bar.technician, [bar])
    }
    return map
  }, [bars])
  const rows = useMemo(() => rowsOf(people, byPerson, told, folded), [people, byPerson, told, folded])

  const waiting = useMemo(() => {
    const declined = new Map(visits.filter(isDeclined).map(v => [v.workOrder, v.remark ?? '']))
    const planned = new Set(visits.filter(v => v.unsent && v.lead).map(v => v.workOrder))
    const kinds = new Map(types.map(t => [t.id, t.template]))
    const wanted = words.toLowerCase()
    return orders
      .filter(o => o.branch === branch && (o.state === 'ready' || o.state === 'onHold') && !planned.has(o.id))
      .map((o): Waiting => {
        const kind = o.workType ? kinds.get(o.workType) : undefined
        // A promise that is broken already presses more than one that still runs.
        const due = [...(o.due ? [o.due] : []), ...(o.clocks ?? []).filter(c => c.state === 'breached').map(c => c.due)].sort()[0]
        return {
          id: o.id,
          number: Number(o.number),
          summary: o.summary,
          priority: levels[o.priority] ?? 3,
          held: o.state === 'onHold',
          needs: kind?.skills.map(s => s.skill) ?? [],
          ...(kind ? { minutes: Number(kind.minutes) } : {}),
          customer: o.account ? customers.get(o.account) : undefined,
          site: o.site ? sites.get(o.site)?.name : undefined,
          at: o.site ?? undefined,
          due: due ? millis(due) : undefined,
          reason: o.holdReason ?? undefined,
          declined: declined.get(o.id),
        }
      })
      .filter(
        o =>
          (wanted === '' ||
            `${o.number} ${o.summary} ${o.site ?? ''} ${o.customer ?? ''} ${o.needs.join(' ')}`.toLowerCase().includes(wanted)) &&
          (skill === undefined || o.needs.length === 0 || o.needs.some(n => n.toLowerCase() === skill.toLowerCase())),
      )
  }, [orders, visits, types, branch, words, sites, customers, skill])

  return { told, people, held, bars, byPerson, rows, waiting, sites, isOrder: (id: string) => orders.some(o => o.id === id) }
}
