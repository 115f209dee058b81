import type { Seen } from '@/store/documents'
import type { Level } from '@/ui/pieces'
import { millis } from '@/ui/times'
import type { RequestDocument, WorkOrderDocument } from '../documents'
import { say } from '../words'
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
    callerEmail,
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
    caller: [callerName, callerPhone, callerEmail].filter(Boolean).join(', ') || undefined,
    receivedAt: millis(receivedAt),
    ...(request.answerBy ? { answerBy: millis(request.answerBy) } : {}),
    isWaiting: request.state === 'waiting',
    ...(hint ? { hint } : {}),
  }
}

/** However the number is typed, its last nine digits are the same. */
const reachedAt = ({ callerPhone, callerEmail }: RequestDocument) => [
  ...(callerPhone ? [callerPhone.replace(/\D/g, '').slice(-9)] : []),
  ...(callerEmail ? [callerEmail.toLowerCase()] : []),
]

const ended = ['completed', 'closed', 'cancelled', 'cannotComplete']

/** Why a request may not be one of its own: the same asset is in another request or an open order, its site has open work, or the same person asked twice. */
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
  const callers = count(requests.flatMap(reachedAt))
  return (request: RequestDocument) => {
    const { asset, site } = request
    const order = asset ? onAsset.get(asset) : undefined
    if (order !== undefined) return say('sameAs', { number: String(order) })
    const same = asset ? (alike.get(asset) ?? 0) - 1 : 0
    if (same > 0) return say('likeThis', { n: same })
    const here = site ? (atSite.get(site) ?? 0) : 0
    if (here > 0) return say('sameSiteOpen', { n: here })
    const again = Math.max(0, ...reachedAt(request).map(at => (callers.get(at) ?? 0) - 1))
    return again > 0 ? say('moreFromThem', { n: again }) : undefined
  }
}
