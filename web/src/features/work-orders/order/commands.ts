import { newId } from '@/api/client'
import { upload } from '@/api/upload'
import { attempt } from '@/store/attempt'
import type { Store } from '@/store/sync'
import type { Body } from '@/store/wire'
import { say } from '../words'
import { moves, type OrderMove } from './moves'
import type { Order, Visit, VisitAct } from './order'

type Subject = Pick<Order, 'id' | 'number' | 'version'>

const sent = (store: Store, order: Subject, title: string, type: string, body: Body) =>
  attempt(store, {
    type,
    title: say('actOn', { title, number: order.number }),
    entity: order.id,
    baseVersion: order.version,
    body,
    patches: [],
  })

/** Carries out a move on the order as it was seen; when it changed meanwhile, the server says so. */
export const move = (store: Store, order: Subject, what: OrderMove, answer: Body = {}) =>
  sent(store, order, moves[what].verb, moves[what].route, {
    workOrder: order.id,
    ...(what === 'code' ? {} : { seen: order.version }),
    ...(what === 'sendBack' ? { followUp: newId() } : {}),
    ...answer,
  })

export type Booking = { lead: string; start: number; end: number; zone: string; travelMinutes: number; although?: string }

const iso = (at: number) => new Date(at).toISOString()

/** A follow-up that is wanted gets its time; otherwise a new visit is planned. */
export const planVisit = (store: Store, order: Order, { lead, start, end, zone, travelMinutes, although }: Booking) => {
  const wanted = order.visits.find(v => v.state === 'tentative')
  const booking = { lead, start: iso(start), end: iso(end), zone, travelMinutes, ...(although ? { although } : {}) }
  return wanted
    ? sent(store, order, say('planVisit'), 'visits/reschedule', { visit: wanted.id, ...booking })
    : sent(store, order, say('planVisit'), 'visits/plan', { visit: newId(), workOrder: order.id, ...booking })
}

const visitVerbs: Record<VisitAct, string> = {
  dispatch: say('dispatchVisit'),
  unschedule: say('takeOffThePlan'),
  cancel: say('cancelVisit'),
}

export const actOnVisit = (store: Store, order: Order, visit: Visit, act: VisitAct, answer: Body = {}) =>
  sent(store, order, visitVerbs[act], `visits/${act}`, { visit: visit.id, ...answer })

export const addNote = (store: Store, order: Order, text: string, shared: boolean) =>
  sent(store, order, say('noteOn'), 'work-orders/note', { note: newId(), workOrder: order.id, text, shared })

export const settle = (store: Store, order: Order, deviation: string, remark: string) =>
  sent(store, order, say('settle'), 'deviations/settle', { deviation, remark })

export type FileTag = 'before' | 'after' | 'document' | 'none'

/** The file goes up first; then its hash is attached, so that a broken upload attaches nothing. */
export const attach = async (store: Store, order: Order, file: File, tag: FileTag) => {
  const hash = await upload(file)
  return sent(store, order, say('attachFile', { name: file.name }), 'work-orders/attach', {
    attachment: newId(),
    workOrder: order.id,
    hash,
    name: file.name,
    mediaType: file.type,
    tag,
    takenAt: iso(file.lastModified),
  })
}
