import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import type { Level } from '@/ui/pieces'
import { millis } from '@/ui/times'
import { levels, type Urgency } from '../documents'
import type { OrderState } from '../order/order'
import { say } from '../words'

type Line = components['schemas']['WorkOrderLine']

/** The six words that a whole office shares. */
export const buckets = {
  open: say('open'),
  assigned: say('assigned'),
  inProgress: say('inProgress'),
  waitingForParts: say('waitingForParts'),
  completed: say('completed'),
  closed: say('closed'),
} as const

export type Bucket = keyof typeof buckets

/** What is asked for; it stays in the address. */
export type OrderFilter = {
  bucket?: Bucket
  branch?: string
  priority?: Urgency
  technician?: string
  account?: string
  q?: string
  sort?: 'newest'
}

export type OrderRow = {
  id: string
  number: string
  version: number
  branch: string
  title: string
  priority: Level
  state: OrderState
  holdReason?: string
  customer?: string
  account?: string
  site?: string
  address?: string
  asset?: string
  serial?: string
  technician?: string
  next?: number
  due?: number
  asked: number
}

const pageSize = 100
const largestPage = 200

const said = (text: string | null | undefined) => text ?? undefined

const rowOf = (line: Line): OrderRow => ({
  id: line.id,
  number: `WO-${line.number}`,
  version: Number(line.version),
  branch: line.branch,
  title: line.summary,
  priority: levels[line.priority ?? 'normal'],
  state: line.state as OrderState,
  holdReason: said(line.holdReason),
  customer: said(line.named?.account),
  account: said(line.account),
  site: said(line.named?.site),
  address: said(line.named?.address),
  asset: said(line.named?.asset),
  serial: said(line.named?.serial),
  technician: said(line.next?.technician),
  ...(line.next ? { next: millis(line.next.start) } : {}),
  ...(line.due ? { due: millis(line.due) } : {}),
  asked: millis(line.askedAt),
})

const ask = ({ q, ...filter }: OrderFilter, after: string | undefined, limit: number, signal?: AbortSignal) =>
  answerOf(
    api.GET('/api/work-orders', { params: { query: { ...filter, search: q, after, limit } }, ...(signal ? { signal } : {}) }),
  ).then(page => ({ rows: page.items.map(rowOf), next: page.next ?? undefined }))

export const ordersQuery = (filter: OrderFilter) =>
  infiniteQueryOptions({
    queryKey: ['orders', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => ask(filter, pageParam, pageSize, signal),
    getNextPageParam: page => page.next,
    placeholderData: known => known,
  })

export const bucketsQuery = (branch: string | undefined) =>
  queryOptions({
    queryKey: ['orders', 'buckets', branch],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/work-orders/buckets', { params: { query: { branch } }, signal })).then(
        counts => new Map(counts.map(c => [c.bucket as Bucket, Number(c.orders)])),
      ),
    placeholderData: known => known,
  })

/** Everything that the filter lets through, for an export. */
export const allOrders = async (filter: OrderFilter): Promise<OrderRow[]> => {
  const rows: OrderRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await ask(filter, after, largestPage)
    rows.push(...page.rows)
    if (!page.next) return rows
    after = page.next
  }
}
