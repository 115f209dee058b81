import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import { say } from './words'

type Figures = components['schemas']['BranchFigures']

/** The figures of a branch that can be added up. */
export const figures = [
  'requests',
  'emergencies',
  'late',
  'open',
  'assigned',
  'inProgress',
  'waitingForParts',
  'toReview',
  'done',
  'firstTime',
  'missed',
  'doneBefore',
] as const satisfies readonly (keyof Figures)[]

export type Figure = (typeof figures)[number]

export type BranchRow = { id: string; name: string; code?: string } & Record<Figure, number>

export const spans = [
  { value: '7', name: say('days', { n: 7 }) },
  { value: '30', name: say('days', { n: 30 }) },
  { value: '90', name: say('days', { n: 90 }) },
] as const

/** Days as a calendar writes them, `days` long and ending with `today`. */
export const spanOf = (today: string, days: number) => {
  const from = new Date(Date.parse(`${today}T12:00:00Z`) - (days - 1) * 24 * 3600 * 1000)
  return { from: from.toISOString().slice(0, 10), to: today }
}

export const comparisonQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['orders', 'branches', from, to],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/work-orders/branches', { params: { query: { from, to } }, signal })).then(answer => answer.branches),
    placeholderData: known => known,
  })

/** A row for every branch that may be seen, also for one that has no work. */
export const rowsOf = (
  branches: readonly { id: string; name: string; code: string }[],
  found: readonly Figures[],
): BranchRow[] => {
  const known = new Map(found.map(f => [f.branch, f]))
  return branches.map(({ id, name, code }) => ({ id, name, code, ...numbers(known.get(id)) }))
}

const numbers = (of: Figures | undefined) =>
  Object.fromEntries(figures.map(f => [f, Number(of?.[f] ?? 0)])) as Record<Figure, number>

/** The whole is the sum of its branches, and of nothing else. */
export const totalOf = (rows: readonly BranchRow[]): BranchRow => ({
  id: 'all',
  name: say('allBranches', { n: rows.length }),
  ...(Object.fromEntries(figures.map(f => [f, rows.reduce((sum, row) => sum + row[f], 0)])) as Record<Figure, number>),
})

export type BranchSort = 'name' | Figure

/** By name, or the most first. */
export const sorted = (rows: readonly BranchRow[], by: BranchSort) =>
  [...rows].sort((a, b) => (by === 'name' ? 0 : b[by] - a[by]) || a.name.localeCompare(b.name))

export const shareOf = (part: number, whole: number) => (whole === 0 ? undefined : Math.round((100 * part) / whole))
