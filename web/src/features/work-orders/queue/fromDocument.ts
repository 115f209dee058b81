import type { Seen } from '@/store/documents'
import type { Level } from '@/ui/pieces'
import { millis } from '@/ui/times'
import type { RequestDocument } from '../documents'
import { type Channel, channels, type QueuedRequest } from './request'

/** Whose and where, from the documents that lie beside the requests in the store. */
export type Names = { account(id: string): string | undefined; site(id: string): string | undefined }

const levels: Record<NonNullable<RequestDocument['urgency']>, Level> = { emergency: 1, high: 2, normal: 3, low: 4 }
const channelOf = (text: string): Channel => (text in channels ? (text as Channel) : 'api')

export const isWaiting = ({ workOrder, state = 'new' }: Seen<RequestDocument>) =>
  workOrder === undefined && (state === 'new' || state === 'waiting')

export const queued = (request: Seen<RequestDocument>, names: Names): QueuedRequest => {
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
  }
}
