import type { components } from '@/api/schema'
import type { VisitState } from '@/features/work-orders/order/order'
import type { Seen } from '@/store/documents'
import type { Level } from '@/ui/pieces'
import { millis } from '@/ui/times'
import { say } from './words'

export type Day = components['schemas']['ScheduleDay']

/** Documents of the feed, as the board reads them. */
export type VisitOnBoard = {
  workOrder: string
  state: VisitState
  lead?: string | null
  crew?: string[]
  start?: string | null
  end?: string | null
  travelMinutes?: number
  /** What was said with the last that happened to it. */
  remark?: string | null
  job?: { number: number; summary: string; priority: string; site?: string | null; due?: string | null }
  steps?: { state: VisitState; at: string }[]
  /** When the time to accept it ran out. */
  unansweredSince?: string | null
}
export type OrderOnBoard = {
  number: number
  branch: string
  state: string
  summary: string
  priority: string
  site?: string | null
  account?: string | null
  due?: string | null
  holdReason?: string | null
  workType?: string | null
  /** A visit of it that waits for a time. */
  wanted?: string | null
  clocks?: { kind: string; state: string; due: string }[]
}
export type WorkTypeOnBoard = { name: string; template: { minutes: number; skills: { skill: string }[] } }
export type TechnicianOnBoard = { branch: string; name: string; active: boolean; skills: { skill: string; level: number }[] }

export const levels: Record<string, Level> = { emergency: 1, high: 2, normal: 3, low: 4 }

/** A visit as it lies in somebody's row. */
export type Bar = {
  id: string
  version: number
  order: string
  technician: string
  crew: readonly string[]
  leaves: number
  start: number
  end: number
  state: VisitState
  number: number
  summary: string
  priority: Level
  site?: string
  /** Whose it is, or what is the matter when that is not known. */
  label: string
  due?: number
  arrived?: number
  ended?: number
  /** Sent out, and nobody has said that they come in the time they have for it. */
  unanswered?: number
  unsent: boolean
}

export type Person = { id: string; name: string; skills: readonly string[] }
export type Row = { group: string; count: number; load: number; folded: boolean } | { person: Person; load: number }

const at = (text: string | null | undefined) => (text ? millis(text) : undefined)
const over: readonly VisitState[] = ['completed', 'incomplete', 'noAccess']
const gone: readonly VisitState[] = ['tentative', 'cancelled', 'expired']

export const isOver = (state: VisitState) => over.includes(state)
/** The technician, or the customer through them, has been told. */
export const isTold = (state: VisitState) => state !== 'scheduled' && state !== 'tentative'
export const unansweredOf = (visit: VisitOnBoard) => (visit.state === 'dispatched' ? at(visit.unansweredSince) : undefined)
/** Who was to come cannot; it waits for somebody else, at the time that it had. */
export const isDeclined = (visit: Pick<VisitOnBoard, 'state' | 'lead'>) => visit.state === 'scheduled' && !visit.lead
/** Nobody has begun it, so the office may still move it. */
export const isOpen = (state: VisitState) => state === 'scheduled' || state === 'dispatched' || state === 'accepted'

const known = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined && v !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

const fromStop = (s: Day['stops'][number]): Bar => ({
  id: s.visit,
  version: Number(s.version),
  order: s.workOrder,
  technician: s.technician,
  crew: [],
  leaves: millis(s.leaves),
  start: millis(s.start),
  end: millis(s.end),
  state: s.state as VisitState,
  number: Number(s.number),
  summary: s.summary,
  label: s.summary,
  priority: levels[s.priority ?? 'normal'] ?? 3,
  unsent: false,
  ...known({ site: s.site ?? undefined, due: at(s.due), arrived: at(s.arrived), ended: at(s.ended) }),
})

const fromDocument = (v: Seen<VisitOnBoard>): Bar | undefined => {
  const [start, end] = [at(v.start), at(v.end)]
  if (!v.lead || start === undefined || end === undefined || gone.includes(v.state)) return undefined
  const step = (states: readonly VisitState[]) => at(v.steps?.find(s => states.includes(s.state))?.at)
  return {
    id: v.id,
    version: v.version,
    order: v.workOrder,
    technician: v.lead,
    crew: v.crew ?? [],
    leaves: start - (v.travelMinutes ?? 0) * 60_000,
    start,
    end,
    state: v.state,
    number: Number(v.job?.number ?? 0),
    summary: v.job?.summary ?? '',
    label: v.job?.summary ?? '',
    priority: levels[v.job?.priority ?? 'normal'] ?? 3,
    unsent: v.unsent,
    ...known({
      site: v.job?.site ?? undefined,
      due: at(v.job?.due),
      arrived: step(['onSite', 'working']),
      ended: isOver(v.state) ? step(over) : undefined,
      unanswered: unansweredOf(v),
    }),
  }
}

/** What the server told of these days, with everything newer that the store knows laid over it. */
export const barsOf = (
  day: Day | undefined,
  documents: readonly Seen<VisitOnBoard>[],
  from: number,
  until: number,
  customerOf: (order: string) => string | undefined = () => undefined,
): Bar[] => {
  const seen = new Map(documents.map(d => [d.id, d]))
  const listed = new Set<string>()
  const bars: Bar[] = []
  for (const stop of day?.stops ?? []) {
    const document = seen.get(stop.visit)
    const newer = document && (document.unsent || document.version >= Number(stop.version))
    if (!newer) {
      bars.push(fromStop(stop))
      listed.add(stop.visit)
    }
  }
  for (const document of documents) {
    const bar = listed.has(document.id) ? undefined : fromDocument(document)
    if (!bar || bar.end <= from || bar.leaves >= until) continue
    bars.push(bar, ...bar.crew.map(technician => ({ ...bar, technician })))
  }
  for (const bar of bars) bar.label = customerOf(bar.order) ?? bar.summary
  return bars.sort((a, b) => a.leaves - b.leaves)
}

const hoursWithin = (of: readonly [number, number][]) => of.reduce((sum, [a, b]) => sum + Math.max(0, b - a), 0)

/** People under the skill that most of them share, with how much of their hours is taken; of a folded group only its head. */
export const rowsOf = (
  people: readonly Person[],
  bars: ReadonlyMap<string, readonly Bar[]>,
  day: Day | undefined,
  folded: ReadonlySet<string> = new Set(),
): Row[] => {
  const counts = new Map<string, number>()
  for (const person of people) for (const skill of person.skills) counts.set(skill, (counts.get(skill) ?? 0) + 1)
  const groupOf = (person: Person) =>
    [...person.skills].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b))[0] ??
    say('noSkillsNoted')
  const hours = new Map<string, number>()
  for (const h of day?.hours ?? [])
    hours.set(h.technician, (hours.get(h.technician) ?? 0) + hoursWithin([[millis(h.start), millis(h.end)]]))
  const load = (id: string) => {
    const all = hours.get(id) ?? 0
    const taken = hoursWithin((bars.get(id) ?? []).map(b => [b.leaves, b.end]))
    return all > 0 ? Math.round((100 * taken) / all) : taken > 0 ? 100 : 0
  }
  const groups = new Map<string, Person[]>()
  for (const person of people) groups.set(groupOf(person), [...(groups.get(groupOf(person)) ?? []), person])
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([group, members]): Row[] => {
      const rows = members.toSorted((a, b) => a.name.localeCompare(b.name)).map(person => ({ person, load: load(person.id) }))
      const mean = Math.round(rows.reduce((sum, r) => sum + r.load, 0) / rows.length)
      return [{ group, count: rows.length, load: mean, folded: folded.has(group) }, ...(folded.has(group) ? [] : rows)]
    })
}
