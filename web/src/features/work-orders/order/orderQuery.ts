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

const orderOf = (page: Page): Order => ({
  id: page.id,
  number: `WO-${page.number}`,
  version: page.version,
  title: page.summary,
  priority: 4,
  state: page.state as OrderState,
  clocks: [],
  visits: page.visits.map(v => ({
    id: v.id,
    what: 'Visit',
    from: millis(v.start),
    to: millis(v.end),
    state: v.state as VisitState,
  })),
  happenings: [],
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
