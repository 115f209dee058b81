import type { Bucket, OrderFilter } from '@/features/work-orders/list/orders'
import { buckets } from '@/features/work-orders/list/orders'

export type OrdersSearch = OrderFilter & { selected?: string }

const key = 'orders.search'

/** The list comes back where it was left, in this window. */
export const keepOrdersSearch = (search: OrdersSearch) => sessionStorage.setItem(key, JSON.stringify(search))

export const keptOrdersSearch = (): OrdersSearch | undefined => {
  const kept = sessionStorage.getItem(key)
  return kept && kept !== '{}' ? (JSON.parse(kept) as OrdersSearch) : undefined
}

export const bucketOf = (value: unknown): Bucket | undefined =>
  typeof value === 'string' && value in buckets ? (value as Bucket) : undefined
