import type { Seen } from '@/store/documents'
import type { Level } from '@/ui/pieces'
import { millis } from '@/ui/times'
import type { RequestDocument } from '../documents'
import { type Channel, channels, type QueuedRequest } from './request'

const channelOf = (text: string): Channel => (text in channels ? (text as Channel) : 'web')
const levelOf = (priority: number | undefined): Level => (priority === 1 || priority === 2 || priority === 3 ? priority : 4)

export const isWaiting = (request: Seen<RequestDocument>) => request.workOrder === undefined

export const queued = (request: Seen<RequestDocument>): QueuedRequest => {
  const { id, version, unsent, summary, channel, receivedAt, answerBy, number, priority } = request
  return {
    id,
    version,
    unsent,
    number: number === undefined ? '' : `RQ-${number}`,
    priority: levelOf(priority),
    channel: channelOf(channel),
    subject: summary,
    words: request.words,
    customer: request.accountName,
    place: request.siteName,
    caller: request.contactName,
    takenBy: request.takenBy,
    branch: request.branch,
    receivedAt: millis(receivedAt),
    ...(answerBy ? { answerBy: millis(answerBy) } : {}),
  }
}
