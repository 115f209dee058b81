import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'

const iso = (at: number) => new Date(at).toISOString()

export const dayQuery = (branch: string, from: number, until: number) =>
  queryOptions({
    queryKey: ['schedule', 'day', branch, from, until],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/schedule/day', { params: { query: { branch, from: iso(from), until: iso(until) } }, signal })),
    placeholderData: known => known,
    staleTime: 5_000,
  })

export const checkQuery = (order: string, visit: string | undefined, from: number, until: number) =>
  queryOptions({
    queryKey: ['schedule', 'check', order, visit, from, until],
    queryFn: () =>
      answerOf(api.GET('/api/schedule/check', { params: { query: { order, visit, from: iso(from), until: iso(until) } } })),
    staleTime: 2_000,
  })

export const candidatesQuery = (order: string, visit?: string) =>
  queryOptions({
    queryKey: ['schedule', 'candidates', order, visit],
    queryFn: ({ signal }) => answerOf(api.GET('/api/schedule/candidates', { params: { query: { order, visit } }, signal })),
    staleTime: 30_000,
  })
