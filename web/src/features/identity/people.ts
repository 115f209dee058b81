import { infiniteQueryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import { millis } from '@/ui/times'
import type { Person } from './PeopleScreen'
import type { Role } from './roles'
import { say } from './words'

type Line = components['schemas']['PersonLine']
export type Filter = { search?: string; branch?: string; state?: string }

const pageSize = 100
const stateOf = (text: string | undefined) => (text === 'invited' || text === 'active' || text === 'disabled' ? text : undefined)

export const peopleQuery = ({ search, branch, state }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['people', search, branch, state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/people', {
          params: { query: { search, branch, state: stateOf(state), after: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: known => known,
  })

const branchesOf = (line: Line) => (line.rights.branches ?? []) as string[]

export const personOf = (line: Line, branchNames: ReadonlyMap<string, string>): Person => ({
  id: line.id,
  name: line.name,
  email: line.email,
  roles: line.rights.roles.filter(r => r !== 'system' && r !== 'enrolling') as Role[],
  headOffice: line.rights.headOffice ?? false,
  branchIds: branchesOf(line),
  branches: branchesOf(line).map(id => branchNames.get(id) ?? say('anotherBranch')),
  state: line.state,
  hasSecondStep: line.hasSecondStep,
  lastSeen: line.seenAt ? millis(line.seenAt) : undefined,
})
