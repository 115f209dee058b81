import { newId } from '@/api/client'
import { attempt } from '@/store/attempt'
import type { Store } from '@/store/sync'
import type { Body } from '@/store/wire'
import type { Urgency } from '../documents'
import { say } from '../words'
import type { Channel, QueuedRequest } from './request'

export type RequestDraft = {
  branch: string
  channel: Channel
  summary: string
  words?: string
  urgency?: Urgency
  account?: string
  site?: string
  asset?: string
  contact?: string
  callerName?: string
  callerPhone?: string
  symptom?: string
}

/** Takes down a request: it stands in the queue at once, and on the server as soon as there is a way. */
export const receiveRequest = (store: Store, draft: RequestDraft, dependsOn: string[] = []) => {
  const request = newId()
  return store.add({
    type: 'requests/receive',
    title: say('newRequest2', { summary: draft.summary }),
    entity: request,
    baseVersion: 0,
    body: { request, ...draft },
    patches: [{ type: 'request', id: request, set: { ...draft, receivedAt: new Date().toISOString() } }],
    dependsOn,
  })
}

export type NewCustomer = {
  branch: string
  zone: string
  name: string
  kind: 'company' | 'person'
  place: string
  street: string
  contact: string
  phone: string
}

/** A caller who is not known yet: customer, site and contact, written down before the request that needs them. */
export const addCaller = async (store: Store, caller: NewCustomer) => {
  const [account, site, contact] = [newId(), newId(), newId()]
  const { branch, name, kind, zone, street } = caller
  const added = (type: string, entity: string, title: string, body: Body, dependsOn: string[]) =>
    store.add({ type, entity, title, baseVersion: 0, body, patches: [], dependsOn })
  const first = await added(
    'accounts/add',
    account,
    say('newCustomer2', { name }),
    { account, details: { kind, name, branch } },
    [],
  )
  const place = { name: caller.place || street || name, branch, zone, address: { street: street || null } }
  const second = await added('sites/add', site, say('newSiteOf', { name }), { site, account, details: place }, [first.id])
  const person = { name: caller.contact || name, phones: caller.phone ? [caller.phone] : [] }
  const third = await added('contacts/add', contact, say('newContactOf', { name }), { contact, account, details: person }, [
    first.id,
  ])
  return { account, site, contact, needs: [first.id, second.id, third.id] }
}

export type Triaged = { workType?: string; priority?: Urgency; reason?: string }

export const openOrder = async (store: Store, request: QueuedRequest, triaged: Triaged = {}) => {
  const order = newId()
  await attempt(store, {
    type: 'work-orders/open',
    title: say('createOrderFrom', { subject: request.subject }),
    entity: request.id,
    baseVersion: request.version,
    body: { workOrder: order, request: request.id, ...triaged },
    patches: [{ type: 'request', id: request.id, set: { workOrder: order } }],
  })
  return order
}

const about = (store: Store, request: QueuedRequest, type: string, title: string, body: Body, set: Body = {}) =>
  attempt(store, {
    type: `requests/${type}`,
    title: say('aboutRequest', { what: title, subject: request.subject }),
    entity: request.id,
    baseVersion: request.version,
    body: { request: request.id, ...body },
    patches: [{ type: 'request', id: request.id, set }],
  })

export const askAbout = (store: Store, request: QueuedRequest, question: string) =>
  about(store, request, 'ask', say('askAbout'), { question }, { state: 'waiting', question })

export const answerTo = (store: Store, request: QueuedRequest, answer: string) =>
  about(store, request, 'answer', say('answerTo'), { answer }, { state: 'new', answer })

export const mergeInto = (store: Store, request: QueuedRequest, into: string) =>
  about(store, request, 'merge', say('merge'), { into }, { state: 'merged' })

export const decline = (store: Store, request: QueuedRequest, reason: string) =>
  about(store, request, 'decline', say('decline'), { reason }, { state: 'declined' })

export const describe = (store: Store, request: QueuedRequest, told: Body) =>
  about(store, request, 'describe', say('fillIn'), told, told)
