import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import type { Json } from '@/store/wire'
import { say } from './words'

export type Held = components['schemas']['HeldLine']
export type ConflictLine = components['schemas']['ConflictLine']
export type Stuck = components['schemas']['ParkedReaction']
export type Loss = components['schemas']['LossPage']

const pageSize = 50
const again = 30_000

export const heldQuery = (settled: boolean) =>
  infiniteQueryOptions({
    queryKey: ['unsettled', 'held', settled],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/held-commands', { params: { query: { settled, after: pageParam, limit: pageSize } }, signal })),
    getNextPageParam: page => page.next ?? undefined,
    refetchInterval: again,
  })

export const conflictsQuery = (settled: boolean) =>
  infiniteQueryOptions({
    queryKey: ['unsettled', 'conflicts', settled],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/conflicts', { params: { query: { settled, after: pageParam, limit: pageSize } }, signal })),
    getNextPageParam: page => page.next ?? undefined,
    refetchInterval: again,
  })

export const stuckQuery = queryOptions({
  queryKey: ['unsettled', 'reactions'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/reactions/parked', { signal }))).items,
  refetchInterval: again,
})

export const lossesQuery = queryOptions({
  queryKey: ['unsettled', 'losses'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/losses', { signal })),
  refetchInterval: again,
})

const verbs: Record<string, string> = {
  'visits/accept': say('acceptAVisit'),
  'visits/decline': say('declineAVisit'),
  'visits/travel': say('setOutForAVisit'),
  'visits/arrive': say('arriveAtAVisit'),
  'visits/work': say('startWork'),
  'visits/pause': say('pauseWork'),
  'visits/complete': say('completeAVisit'),
  'visits/incomplete': say('leaveAVisitIncomplete'),
  'visits/no-access': say('reportNoAccess'),
  'visits/correct': say('correctATime'),
  'visits/answer': say('answerAChecklist'),
  'visits/use-part': say('useAPart'),
  'visits/approve-extra': say('addAnExtra'),
  'visits/sign': say('takeASignature'),
  'work-orders/code': say('sayWhatWasFoundAnd'),
  'work-orders/note': say('writeANote'),
  'work-orders/attach': say('attachAPhoto'),
  'conflicts/settle': say('chooseBetweenTwoValues'),
}

const plain = (route: string) => {
  const [noun = '', verb = ''] = route.split('/')
  const words = `${verb} ${noun}`.replaceAll('-', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A command's route in the trade's words. */
export const deed = (type: string) => verbs[type] ?? plain(type)
export const reactionName = (name: string) => plain(`/${name}`)

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isHash = /^[0-9a-f]{64}$/
const fields: Partial<Record<string, string>> = {
  reason: say('fieldReason'),
  remark: say('fieldRemark'),
  outcome: say('fieldOutcome'),
  value: say('fieldValue'),
  item: say('fieldItem'),
  name: say('fieldName'),
  quantity: say('fieldQuantity'),
  unit: say('fieldUnit'),
  serial: say('fieldSerial'),
  what: say('fieldWhat'),
  price: say('fieldPrice'),
  role: say('fieldRole'),
  symptom: say('fieldSymptom'),
  problem: say('fieldProblem'),
  cause: say('fieldCause'),
  action: say('fieldAction'),
  text: say('fieldText'),
  shared: say('fieldShared'),
  tag: say('fieldTag'),
  takenAt: say('fieldTakenAt'),
  mediaType: say('fieldMediaType'),
  kind: say('fieldKind'),
  from: say('fieldFrom'),
  to: say('fieldTo'),
  at: say('fieldAt'),
}
const spaced = (name: string) => fields[name] ?? name.replace(/([A-Z])/g, ' $1').toLowerCase()
const wordsOf = (value: Json): string => {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  if (value === null) return ''
  if (typeof value === 'object') return Object.values(value).map(wordsOf).filter(Boolean).join(' ')
  if (typeof value === 'boolean') return value ? say('yes') : say('no')
  const text = String(value)
  return isId.test(text) || isHash.test(text) ? '' : text
}

/** What was recorded, without the ids that only programs read. */
export const saidIn = (body: unknown): [string, string][] =>
  body !== null && typeof body === 'object' && !Array.isArray(body)
    ? Object.entries(body as Record<string, Json>).flatMap(([name, value]): [string, string][] => {
        const words = wordsOf(value)
        return words === '' ? [] : [[spaced(name), words]]
      })
    : []

/** The work order that it is about, where it says so. */
export const orderOf = (held: Held, orderOfVisit: (visit: string) => string | undefined) => {
  const body = (held.body ?? {}) as { workOrder?: unknown; visit?: unknown }
  if (typeof body.workOrder === 'string') return body.workOrder
  return typeof body.visit === 'string' ? orderOfVisit(body.visit) : undefined
}
