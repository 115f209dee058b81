import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'

const rarelyChanged = 60_000

export const workTypesQuery = queryOptions({
  queryKey: ['work-types'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/work-types', { signal })),
  staleTime: rarelyChanged,
})

/** One type with its template: what an order of it starts with. */
export const workTypeQuery = (id: string) =>
  queryOptions({
    queryKey: ['work-type', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/work-types/{id}', { params: { path: { id } }, signal })),
    staleTime: rarelyChanged,
  })

export const failureCodesQuery = queryOptions({
  queryKey: ['failure-codes'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/failure-codes', { signal })),
  staleTime: rarelyChanged,
})
