import { newId } from '@/api/client'
import type { Store } from '@/store/sync'
import type { Channel, QueuedRequest } from './request'

export type RequestDraft = { branch: string; channel: Channel; summary: string }

/** Takes down a request: it stands in the queue at once, and on the server as soon as there is a way. */
export const receiveRequest = (store: Store, draft: RequestDraft) => {
  const request = newId()
  return store.add({
    type: 'requests/receive',
    title: `New request “${draft.summary}”`,
    entity: request,
    baseVersion: 0,
    body: { request, ...draft },
    patches: [{ type: 'request', id: request, set: { ...draft, receivedAt: new Date().toISOString() } }],
  })
}

export const openOrder = async (store: Store, request: QueuedRequest) => {
  const order = newId()
  const { outcome } = await store.add({
    type: 'work-orders/open',
    title: `Create order from “${request.subject}”`,
    entity: request.id,
    baseVersion: request.version,
    body: { workOrder: order, request: request.id },
    patches: [{ type: 'request', id: request.id, set: { workOrder: order } }],
  })
  return { order, outcome }
}
