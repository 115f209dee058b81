import { left } from '@/ui/times'
import { say } from '../words'
import type { QueuedRequest } from './request'

const hour = 3_600_000
export const alarm = 20 * 60_000
export const nearing = 45 * 60_000

export type Due = { words: string; tone?: 'risk' | 'breached'; part: number }

/** How pressing an answer is: in words, as a tone, and as the part of its time that is gone. */
export const due = ({ answerBy, receivedAt }: Pick<QueuedRequest, 'answerBy' | 'receivedAt'>, now: number): Due | undefined => {
  if (answerBy === undefined) return undefined
  const remaining = answerBy - now
  const part = (now - receivedAt) / Math.max(1, answerBy - receivedAt)
  const tone = remaining < alarm ? 'breached' : remaining < nearing ? 'risk' : undefined
  return { words: left(answerBy, now), part, ...(tone ? { tone } : {}) }
}

/** What must be answered first stands first; within the same pressure, the higher priority and then the older. */
export const byPressure = (a: QueuedRequest, b: QueuedRequest) =>
  (a.answerBy ?? Infinity) - (b.answerBy ?? Infinity) || a.priority - b.priority || a.receivedAt - b.receivedAt

const endOfDay = (now: number) => new Date(now).setHours(24, 0, 0, 0)

export const groupsByDue = (requests: readonly QueuedRequest[], now: number) => {
  const sorted = [...requests].sort(byPressure)
  const within = (from: number, to: number) =>
    sorted.filter(r => (r.answerBy ?? Infinity) >= from && (r.answerBy ?? Infinity) < to)
  const soon = now + hour
  const tonight = Math.max(soon, endOfDay(now))
  const open = sorted.filter(r => r.answerBy === undefined)
  return [
    { name: say('emergencies'), rows: open.filter(r => r.priority === 1) },
    { name: say('answerWithinTheHour'), rows: within(-Infinity, soon) },
    { name: say('today'), rows: within(soon, tonight) },
    { name: say('later'), rows: within(tonight, Infinity) },
    { name: say('toAnswer'), rows: open.filter(r => r.priority > 1) },
  ].filter(group => group.rows.length > 0)
}
