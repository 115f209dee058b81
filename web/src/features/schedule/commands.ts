import { newId } from '@/api/client'
import type { Store } from '@/store/sync'
import type { Body } from '@/store/wire'
import { tell } from '@/ui/toasts'
import type { Bar, OrderOnBoard, VisitOnBoard } from './board'
import { isTold } from './board'

export type Slot = { technician: string; start: number; end: number; travel: number; zone: string }

const iso = (at: number) => new Date(at).toISOString()
type Step = { visit: string; words: string; back?: () => void }
const undone: Step[] = []

/** Records a command and says what became of it; what the server refused stands as it was before. */
const send = async (
  store: Store,
  type: string,
  title: string,
  visit: string,
  version: number,
  body: Body,
  set: Body,
  undo?: () => void,
) => {
  const { id, outcome } = await store.add({
    type,
    title,
    entity: visit,
    baseVersion: version,
    body,
    patches: [{ type: 'visit', id: visit, set }],
  })
  undone.push({ visit, words: title, ...(undo ? { back: undo } : {}) })
  const answer = await outcome
  if (answer.outcome === 'applied') return true
  undone.splice(
    undone.findIndex(u => u.visit === visit && u.words === title),
    1,
  )
  const first = answer.code === 'visit.overlaps' ? 'Somebody took this time first; yours stands where it was. ' : ''
  tell(`${first}${answer.detail ?? `${title} could not be done.`}`, { kind: 'trouble' })
  await store.dismiss(id)
  return false
}

const seen = (bar: Bar): Body => (bar.unsent ? {} : { seen: bar.version })

const slotBody = ({ technician, start, end, travel, zone }: Slot) => ({
  lead: technician,
  start: iso(start),
  end: iso(end),
  zone,
  travelMinutes: travel,
})
const slotPatch = ({ technician, start, end, travel }: Slot) => ({
  state: 'scheduled',
  lead: technician,
  start: iso(start),
  end: iso(end),
  travelMinutes: travel,
})

export const planVisit = (store: Store, order: OrderOnBoard & { id: string }, slot: Slot, who: string) => {
  const visit = newId()
  const job = { number: order.number, summary: order.summary, priority: order.priority, site: order.site ?? null }
  return send(
    store,
    'visits/plan',
    `Plan ${order.number} for ${who}`,
    visit,
    0,
    { visit, workOrder: order.id, ...slotBody(slot) },
    { workOrder: order.id, crew: [], steps: [], job, ...slotPatch(slot) },
    () => void takeBack(store, visit),
  )
}

export const moveVisit = (store: Store, bar: Bar, slot: Slot, who: string) => {
  const before: Slot = {
    technician: bar.technician,
    start: bar.start,
    end: bar.end,
    travel: Math.round((bar.start - bar.leaves) / 60_000),
    zone: slot.zone,
  }
  return send(
    store,
    'visits/reschedule',
    `Move ${bar.number} to ${who}`,
    bar.id,
    bar.version,
    { visit: bar.id, ...slotBody(slot), crew: bar.crew.filter(c => c !== slot.technician), ...seen(bar) },
    slotPatch(slot),
    isTold(bar.state) ? undefined : () => void giveBack(store, bar, before),
  )
}

export const unscheduleVisit = (store: Store, bar: Bar, zone: string) => {
  const before: Slot = {
    technician: bar.technician,
    start: bar.start,
    end: bar.end,
    travel: Math.round((bar.start - bar.leaves) / 60_000),
    zone,
  }
  return send(
    store,
    'visits/unschedule',
    `Unschedule ${bar.number}`,
    bar.id,
    bar.version,
    { visit: bar.id, ...seen(bar) },
    { state: 'tentative', lead: null, start: null, end: null },
    isTold(bar.state) ? undefined : () => void giveBack(store, bar, before),
  )
}

export const dispatchVisit = (store: Store, bar: Bar) =>
  send(
    store,
    'visits/dispatch',
    `Dispatch ${bar.number}`,
    bar.id,
    bar.version,
    { visit: bar.id, ...seen(bar) },
    { state: 'dispatched' },
  )

export const cancelVisit = (store: Store, bar: Bar, remark: string) =>
  send(
    store,
    'visits/cancel',
    `Cancel visit of ${bar.number}`,
    bar.id,
    bar.version,
    { visit: bar.id, remark, ...seen(bar) },
    { state: 'cancelled' },
  )

const takeBack = (store: Store, visit: string) => {
  const now = store.documents.get<VisitOnBoard>('visit', visit)
  return store.add({
    type: 'visits/unschedule',
    title: 'Undo the plan',
    entity: visit,
    baseVersion: now?.version ?? 0,
    body: { visit },
    patches: [{ type: 'visit', id: visit, set: { state: 'tentative', lead: null, start: null, end: null } }],
  })
}

const giveBack = (store: Store, bar: Bar, before: Slot) =>
  store.add({
    type: 'visits/reschedule',
    title: `Undo the move of ${bar.number}`,
    entity: bar.id,
    baseVersion: bar.version,
    body: { visit: bar.id, ...slotBody(before), crew: [...bar.crew] },
    patches: [{ type: 'visit', id: bar.id, set: slotPatch(before) }],
  })

/** Takes back the last thing done here, by a command of its own; not once somebody has been told of it. */
export const undo = (store: Store) => {
  const last = undone.pop()
  if (!last) return tell('There is nothing to undo.')
  const now = store.documents.get<VisitOnBoard>('visit', last.visit)
  if (!last.back || (now && isTold(now.state)))
    return tell(`${last.words} stays: the technician has been told. Move or unschedule the visit instead.`, { kind: 'trouble' })
  last.back()
  tell(`Undone: ${last.words}`)
}
