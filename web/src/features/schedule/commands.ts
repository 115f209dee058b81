import { newId } from '@/api/client'
import type { Store } from '@/store/sync'
import type { Body } from '@/store/wire'
import { tell } from '@/ui/toasts'
import type { Bar, OrderOnBoard, VisitOnBoard } from './board'
import { isTold } from './board'
import { forget, remember, type Step } from './undo'
import { say } from './words'

export type Slot = { technician: string; start: number; end: number; travel: number; zone: string }

/** From where the board's commands are given. */
export type Desk = {
  store: Store
  /** Asks for a reason when a rule says no that may be overridden; nothing happens unless it is given. */
  askWhy: (question: { title: string; rule: string }, go: (although: string) => void) => void
  /** What somebody lacks, only a manager may overlook. */
  mayOverrule: boolean
}

const iso = (at: number) => new Date(at).toISOString()

type Sending = {
  type: string
  title: string
  visit: string
  version: number
  body: Body
  set: Body
  back?: Step['back']
  /** Somebody else took this time first. */
  onTaken?: (() => void) | undefined
}

/** Records a command and says what became of it; what the server refused stands as it was before. */
const send = async (desk: Desk, sending: Sending): Promise<boolean> => {
  const { store } = desk
  const { type, title, visit, version, body, set, back } = sending
  const { id, outcome } = await store.add({
    type,
    title,
    entity: visit,
    baseVersion: version,
    body,
    patches: [{ type: 'visit', id: visit, set }],
  })
  const step: Step = { words: title, visits: [visit], ...(back ? { back } : {}) }
  remember(step)
  const answer = await outcome
  if (answer.outcome === 'applied') return true
  forget(step)
  await store.dismiss(id)
  const rule = answer.detail ?? say('couldNotBeDone', { title })
  if (answer.code === 'visit.outside-hours' || (answer.code === 'visit.unfit' && desk.mayOverrule)) {
    desk.askWhy({ title, rule }, although => void send(desk, { ...sending, body: { ...body, although } }))
    return false
  }
  if (answer.code === 'visit.overlaps') sending.onTaken?.()
  tell(answer.code === 'visit.overlaps' ? say('takenFirst') : rule, { kind: 'trouble' })
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
const noSlot = { state: 'tentative', lead: null, start: null, end: null }

export const slotOf = (bar: Bar, zone: string): Slot => ({
  technician: bar.technician,
  start: bar.start,
  end: bar.end,
  travel: Math.round((bar.start - bar.leaves) / 60_000),
  zone,
})

/** A visit that the order waits with gets its time; without one a new visit is planned. */
export const planVisit = (desk: Desk, order: OrderOnBoard & { id: string }, slot: Slot, who: string) => {
  const visit = order.wanted ?? newId()
  const job = { number: order.number, summary: order.summary, priority: order.priority, site: order.site ?? null }
  return send(desk, {
    type: order.wanted ? 'visits/reschedule' : 'visits/plan',
    title: say('planFor', { number: order.number, who }),
    visit,
    version: 0,
    body: { visit, ...(order.wanted ? {} : { workOrder: order.id }), ...slotBody(slot) },
    set: { workOrder: order.id, crew: [], steps: [], job, ...slotPatch(slot) },
    back: () => [takeBack(desk.store, visit)],
  })
}

export const moveVisit = (desk: Desk, bar: Bar, slot: Slot, who: string, onTaken?: () => void) =>
  send(desk, {
    type: 'visits/reschedule',
    title: say('moveTo', { number: bar.number, who }),
    visit: bar.id,
    version: bar.version,
    body: { visit: bar.id, ...slotBody(slot), crew: bar.crew.filter(c => c !== slot.technician), ...seen(bar) },
    set: slotPatch(slot),
    onTaken,
    ...(isTold(bar.state) ? {} : { back: () => [giveBack(desk.store, bar, slotOf(bar, slot.zone))] }),
  })

export const unscheduleVisit = (desk: Desk, bar: Bar, zone: string) =>
  send(desk, {
    type: 'visits/unschedule',
    title: say('unschedule2', { number: bar.number }),
    visit: bar.id,
    version: bar.version,
    body: { visit: bar.id, ...seen(bar) },
    set: noSlot,
    ...(isTold(bar.state) ? {} : { back: () => [giveBack(desk.store, bar, slotOf(bar, zone))] }),
  })

export const dispatchVisit = (desk: Desk, bar: Bar) =>
  send(desk, {
    type: 'visits/dispatch',
    title: say('dispatch2', { number: bar.number }),
    visit: bar.id,
    version: bar.version,
    body: { visit: bar.id, ...seen(bar) },
    set: { state: 'dispatched' },
  })

export const cancelVisit = (desk: Desk, bar: Bar, remark: string) =>
  send(desk, {
    type: 'visits/cancel',
    title: say('cancelVisitOf', { number: bar.number }),
    visit: bar.id,
    version: bar.version,
    body: { visit: bar.id, remark, ...seen(bar) },
    set: { state: 'cancelled' },
  })

const takeBack = (store: Store, visit: string) => {
  const now = store.documents.get<VisitOnBoard>('visit', visit)
  return store.add({
    type: 'visits/unschedule',
    title: say('undoThePlan'),
    entity: visit,
    baseVersion: now?.version ?? 0,
    body: { visit },
    patches: [{ type: 'visit', id: visit, set: noSlot }],
  })
}

// The reason that the first time may have needed is not known here; where it was before, it may stand again.
const giveBack = (store: Store, bar: Bar, before: Slot) =>
  store.add({
    type: 'visits/reschedule',
    title: say('undoTheMoveOf', { number: bar.number }),
    entity: bar.id,
    baseVersion: bar.version,
    body: { visit: bar.id, ...slotBody(before), crew: [...bar.crew], although: say('undoneItStoodThereBefore') },
    patches: [{ type: 'visit', id: bar.id, set: slotPatch(before) }],
  })
