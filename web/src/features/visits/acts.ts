import { newId } from '@/api/client'
import { timeNow } from '@/store/clock'
import type { Seen } from '@/store/documents'
import { hashOf } from '@/store/hash'
import type { Store } from '@/store/sync'
import type { Body } from '@/store/wire'
import type { CheckItem, Money, UsedPart, Visit, VisitState } from './documents'
import { keepFile, shrink } from './files'
import { say } from './words'

type Mine = Seen<Visit>

/** As it is shown until the server has put the device's own stamp right. */
const shownNow = () => new Date(timeNow()).toISOString()

/** Everything a technician does is recorded here first and shown at once; it is sent when there is a way. */
const act = (store: Store, visit: Mine, type: string, title: string, body: Body, set: Partial<Visit>) =>
  store.add({
    type,
    title: `${title}, WO-${visit.job.number}`,
    entity: visit.id,
    baseVersion: visit.version,
    body: { visit: visit.id, ...body },
    patches: [{ type: 'visit', id: visit.id, set: set as Body }],
  })

export type Move = 'accept' | 'travel' | 'arrive' | 'work'

const becomes: Record<Move, VisitState> = { accept: 'accepted', travel: 'enRoute', arrive: 'onSite', work: 'working' }

const stepped = (visit: Mine, state: VisitState): Partial<Visit> => ({
  state,
  steps: [...visit.steps, { state, at: shownNow() }],
})

export const move = (store: Store, visit: Mine, to: Move, safetyAcknowledged = false) => {
  const read = to === 'work' && safetyAcknowledged
  const set = { ...stepped(visit, becomes[to]), ...(read ? { safetyAcknowledged: true } : {}) }
  return act(store, visit, `visits/${to}`, say(to), read ? { safetyAcknowledged: true } : {}, set)
}

export const decline = (store: Store, visit: Mine, remark: string) =>
  act(store, visit, 'visits/decline', say('decline'), { remark }, { state: 'scheduled' })

export const pause = (store: Store, visit: Mine, reason: string) =>
  act(store, visit, 'visits/pause', say('pause'), { reason }, stepped(visit, 'paused'))

export const complete = (store: Store, visit: Mine, outcome: 'fixed' | 'followUpNeeded') =>
  act(store, visit, 'visits/complete', say('complete'), { outcome }, stepped(visit, 'completed'))

export const reportIncomplete = (store: Store, visit: Mine, reason: string, remark: string) =>
  act(store, visit, 'visits/incomplete', say('cannot'), { reason, remark }, stepped(visit, 'incomplete'))

export const reportNoAccess = (store: Store, visit: Mine, reason: string, remark: string) =>
  act(store, visit, 'visits/no-access', say('noAccess'), { reason, remark }, stepped(visit, 'noAccess'))

export const within = (item: CheckItem, value: string) => {
  if (item.kind !== 'number') return true
  const number = Number(value)
  return number >= (item.least ?? Number.NEGATIVE_INFINITY) && number <= (item.most ?? Number.POSITIVE_INFINITY)
}

export const answer = (store: Store, visit: Mine, item: CheckItem, value: string) => {
  const given = { item: item.code, value, inLimits: within(item, value), at: shownNow() }
  const answers = [...visit.answers.filter(a => a.item !== item.code), given]
  return act(store, visit, 'visits/answer', item.text, { item: item.code, value }, { answers })
}

export const part = (store: Store, visit: Mine, used: Omit<UsedPart, 'at' | 'use'> & { use?: string }) => {
  const use = used.use ?? newId()
  const told = { ...used, use }
  const others = visit.parts.filter(p => p.use !== use)
  const parts = used.quantity > 0 ? [...others, { ...told, at: shownNow() }] : others
  return act(store, visit, 'visits/use-part', `${used.quantity} × ${used.name}`, told, { parts })
}

export const approveExtra = (store: Store, visit: Mine, what: string, price: Money, approvedBy: string) => {
  const told = { extra: newId(), what, price, approvedBy }
  const extras = [...visit.extras, { ...told, at: shownNow() }]
  return act(store, visit, 'visits/approve-extra', what, told, { extras })
}

/** Bound to what the signer saw: the same words give the same hash, and nobody can say it was something else. */
export const sign = async (store: Store, visit: Mine, name: string, image: Blob, shown: string) => {
  const [picture, shownHash] = [await keepFile(image), await hashOf(shown)]
  return act(store, visit, 'visits/sign', say('signature'), { name, image: picture, shownHash }, { signed: true })
}

export const addNote = (store: Store, visit: Mine, text: string) => {
  const note = newId()
  const { workOrder } = visit
  return store.add({
    type: 'work-orders/note',
    title: `${say('note')}, WO-${visit.job.number}`,
    entity: note,
    baseVersion: 0,
    body: { note, workOrder, text, visit: visit.id },
    patches: [{ type: 'note', id: note, set: { workOrder, text, at: shownNow() } }],
  })
}

export type PhotoTag = 'before' | 'after' | 'none'

export const photograph = async (store: Store, visit: Mine, tag: PhotoTag, photo: File) => {
  const small = await shrink(photo)
  const [hash, attachment, takenAt] = [await keepFile(small), newId(), shownNow()]
  const { workOrder } = visit
  return store.add({
    type: 'work-orders/attach',
    title: `${say('photos')}, WO-${visit.job.number}`,
    entity: attachment,
    baseVersion: 0,
    body: { attachment, workOrder, hash, name: `${tag}.jpg`, mediaType: small.type, tag, visit: visit.id, takenAt },
    patches: [{ type: 'attachment', id: attachment, set: { workOrder, hash, tag } }],
  })
}

export const code = (store: Store, visit: Mine, kind: 'symptom' | 'cause' | 'action', value: string) =>
  store.add({
    type: 'work-orders/code',
    title: `${say(kind)}, WO-${visit.job.number}`,
    entity: visit.workOrder,
    baseVersion: store.documents.get('work-order', visit.workOrder)?.version ?? 0,
    body: { workOrder: visit.workOrder, [kind]: value },
    patches: [{ type: 'work-order', id: visit.workOrder, set: { [kind]: value } }],
  })
