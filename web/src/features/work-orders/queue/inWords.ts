import { span } from '@/ui/times'
import { say } from '../words'
import { channels, type QueuedRequest } from './request'

/** "2 WhatsApp, 1 sensor, one is priority 1" */
export const arrivedInWords = (requests: readonly QueuedRequest[]) => {
  const counts = new Map<string, number>()
  for (const { channel } of requests) counts.set(channels[channel].said, (counts.get(channels[channel].said) ?? 0) + 1)
  const urgent = requests.filter(r => r.priority === 1).length
  const from = [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
  return urgent === 0 ? from : say('fromAndUrgent', { from, n: urgent })
}

/** "13 to triage, oldest 47 min" */
export const queueInWords = (requests: readonly QueuedRequest[], now: number) => {
  if (requests.length === 0) return say('nothingToTriage')
  const oldest = Math.min(...requests.map(r => r.receivedAt))
  return say('toTriageOldest', { n: requests.length, span: span(now - oldest) })
}
