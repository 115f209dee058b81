import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import { useDocument, useDocuments } from '@/store/react'
import { millis } from '@/ui/times'
import type { VisitDocument, WorkOrderDocument } from '../documents'
import type { Order, OrderState, VisitState } from './order'

type Page = components['schemas']['WorkOrderPage']

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['order', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/work-orders/{id}', { params: { path: { id } }, signal })).then(orderOf),
  })

const levels = { emergency: 1, high: 2, normal: 3, low: 4 } as const
const instant = (text: string | null | undefined) => (text ? millis(text) : undefined)
const said = (text: string | null | undefined) => text ?? undefined

/** "visit.en-route" reads "Visit en route": the event's own name is what happened. */
const happened = (event: string) => {
  const words = event.replace('work-order.', 'order.').replace(/[.-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const orderOf = (page: Page): Order => ({
  id: page.id,
  number: `WO-${page.number}`,
  version: page.version,
  title: page.summary,
  priority: levels[page.priority ?? 'normal'],
  state: page.state as OrderState,
  holdReason: said(page.holdReason),
  contact: said(page.contactName),
  workType: said(page.workType?.name),
  description: said(page.instructions),
  clocks: page.clocks.map(c => ({
    kind: c.clock.charAt(0).toUpperCase() + c.clock.slice(1),
    state: c.state,
    used: Number(c.usedMinutes),
    allowed: Number(c.allowedMinutes),
    due: instant(c.due),
  })),
  visits: page.visits.map(v => ({
    id: v.id,
    what: `Visit ${v.seq}`,
    from: instant(v.start),
    to: instant(v.end),
    state: v.state as VisitState,
  })),
  happenings: page.timeline.map(e => ({ id: `${e.pos}`, at: millis(e.occurredAt), what: happened(e.what) })),
  unsent: false,
})

/** Asks again as soon as the order or one of its visits changed anywhere. */
export const useOrderLive = (id: string) => {
  const queries = useQueryClient()
  const order = useDocument<WorkOrderDocument>('work-order', id)
  const visits = useDocuments<VisitDocument>('visit')
    .filter(v => v.workOrder === id)
    .map(v => v.version)
    .join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions are what tells of a change
  useEffect(() => void queries.invalidateQueries({ queryKey: ['order', id] }), [queries, id, order?.version, visits])
}
