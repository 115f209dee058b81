import type { IconName } from '@/ui/Icon'
import type { Level } from '@/ui/pieces'

export type Channel = 'phone' | 'web' | 'email' | 'whatsApp' | 'sms' | 'api' | 'sensor'

export const channels: Record<Channel, { icon: IconName; name: string }> = {
  phone: { icon: 'phone', name: 'Phone' },
  web: { icon: 'web', name: 'Web form' },
  email: { icon: 'email', name: 'E-mail' },
  whatsApp: { icon: 'whatsApp', name: 'WhatsApp' },
  sms: { icon: 'sms', name: 'SMS' },
  api: { icon: 'api', name: 'API' },
  sensor: { icon: 'sensor', name: 'Sensor' },
}

/** A request as the queue shows it. Times in milliseconds since 1970. */
export type QueuedRequest = {
  id: string
  number: string
  version: number
  priority: Level
  channel: Channel
  /** What is wrong, in one line. */
  subject: string
  /** The customer's own words. */
  words?: string
  customer?: string
  place?: string
  caller?: string
  receivedAt: number
  answerBy?: number
  /** Why it may not be a request of its own. */
  hint?: string
  takenBy?: string
  branch?: string
  unsent: boolean
}
