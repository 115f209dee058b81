import type { Seen } from '@/store/documents'
import type { Level } from '@/ui/pieces'
import { millis } from '@/ui/times'
import type { RequestDocument, WorkOrderDocument } from '../documents'
import { type Channel, channels, type QueuedRequest } from './request'

/** Whose and where, from the documents that lie beside the requests in the store. */
export type Names = { account(id: string): string | undefined; site(id: string): string | undefined }

const levels: Record<NonNullable<RequestDocument['urgency']>, Level> = { emergency: 1, high: 2, normal: 3, low: 4 }
const channelOf = (text: string): Channel => (text in channels ? (text as Channel) : 'api')

export const isWaiting = ({ workOrder, state = 'new' }: Seen<RequestDocument>) =>
  workOrder === undefined && (state === 'new' || state === 'waiting')

export const queued = (request: Seen<RequestDocument>, names: Names, hint?: string): QueuedRequest => {
  const {
    id,
    version,
    unsent,
    summary,
    channel,
    receivedAt,
    number,
    urgency = 'normal',
    words,
    account,
    site,
    callerName,
    callerPhone,
    branch,
  } = request
  return {
    id,
    version,
    unsent,
    branch,
    words: words ?? undefined,
    number: number === undefined ? '' : `RQ-${number}`,
    priority: levels[urgency],
    channel: channelOf(channel),
    subject: summary,
    customer: account ? names.account(account) : undefined,
    place: site ? names.site(site) : undefined,
    caller: [callerName, callerPhone].filter(Boolean).join(', ') || undefined,
    receivedAt: millis(receivedAt),
    isWaiting: request.state === 'waiting',
    ...(hint ? { hint } : {}),
  }
}

const ended = ['completed', 'closed', 'cancelled', 'cannotComplete']

/** Why a request may not be one of its own: the same asset is in another request or an open order, or its site has open work. */
export const hintsOf = (requests: readonly Seen<RequestDocument>[], orders: readonly Seen<WorkOrderDocument>[]) => {
  const open = orders.filter(o => !ended.includes(o.state))
  const onAsset = new Map(open.flatMap(o => (o.assets ?? []).map(asset => [asset, o.number] as const)))
  const count = (ids: readonly (string | null | undefined)[]) => {
    const counts = new Map<string, number>()
    for (const id of ids) if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  }
  const alike = count(requests.map(r => r.asset))
  const atSite = count(open.map(o => o.site))
  return ({ asset, site }: RequestDocument) => {
    const order = asset ? onAsset.get(asset) : undefined
    if (order !== undefined) return `Same as WO-${order}`
    const same = asset ? (alike.get(asset) ?? 0) - 1 : 0
    if (same > 0) return `${same} like this`
    const here = site ? (atSite.get(site) ?? 0) : 0
    return here > 0 ? `Same site, ${here} open` : undefined
  }
}
