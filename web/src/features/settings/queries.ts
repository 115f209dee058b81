import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type Organisation = Schemas['OrganisationPage']
export type Branch = Schemas['BranchLine']
export type Holiday = Schemas['HolidayLine']
export type Industry = Schemas['IndustryLine']
export type WorkType = Schemas['WorkTypeLine']
export type ApiKey = Schemas['ApiKeyLine']

const atMost = 200

type Page<T> = { items: readonly T[]; next?: string | null }

/** What an organisation has a few dozen of is shown whole. */
const whole = async <T>(ask: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const all: T[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await ask(after)
    all.push(...page.items)
    after = page.next ?? undefined
  }
  return all
}

const pageOf = (after: string | undefined) => ({ params: { query: { after, limit: atMost } } })

export const organisationQuery = queryOptions({
  queryKey: ['settings', 'organisation'],
  queryFn: () => answerOf(api.GET('/api/organisation')),
})

export const branchesQuery = queryOptions({
  queryKey: ['settings', 'branches'],
  queryFn: async () =>
    (await whole(after => answerOf(api.GET('/api/branches', pageOf(after))))).sort((a, b) => a.code.localeCompare(b.code)),
})

export const holidaysQuery = queryOptions({
  queryKey: ['settings', 'holidays'],
  queryFn: async () =>
    (await whole(after => answerOf(api.GET('/api/holidays', pageOf(after))))).sort((a, b) => a.date.localeCompare(b.date)),
})

export const industriesQuery = queryOptions({
  queryKey: ['settings', 'industries'],
  queryFn: () => answerOf(api.GET('/api/work-types/presets')),
})

export const workTypesQuery = queryOptions({
  queryKey: ['settings', 'work-types'],
  queryFn: () => answerOf(api.GET('/api/work-types')),
})

export const apiKeysQuery = queryOptions({
  queryKey: ['settings', 'api-keys'],
  queryFn: () => whole(after => answerOf(api.GET('/api/api-keys', pageOf(after)))),
})
