import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import { homeZone, localIn } from '@/ui/times'

export type PastVisit = components['schemas']['PastVisit']

type Of = { asset?: string | undefined; site?: string | undefined; account?: string | undefined; last?: number }

/** Open work and the last visits of an asset, a site or a customer. */
export const historyQuery = (of: Of) =>
  queryOptions({
    queryKey: ['history', of],
    queryFn: ({ signal }) => answerOf(api.GET('/api/history', { params: { query: of }, signal })),
    enabled: Boolean(of.asset ?? of.site ?? of.account),
  })

/** Who would pay for work that is done today, on the site's calendar. */
export const coverQuery = (
  account: string,
  site: string | undefined,
  asset: string | undefined,
  now: number,
  zone = homeZone(),
) => {
  const on = localIn(now, zone).slice(0, 10)
  return queryOptions({
    queryKey: ['cover', account, site, asset, on],
    queryFn: ({ signal }) => answerOf(api.GET('/api/cover', { params: { query: { account, on, site, asset } }, signal })),
  })
}
