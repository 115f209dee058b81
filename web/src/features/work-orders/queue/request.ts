import type { IconName } from '@/ui/Icon'
import type { Level } from '@/ui/pieces'

export type Channel = 'phone' | 'email' | 'whatsApp' | 'sms' | 'portal' | 'website' | 'walkin' | 'device' | 'api' | 'internal'

export const channels: Record<Channel, { icon: IconName; name: string; said: string }> = {
  phone: { icon: 'phone', name: 'Phone', said: 'phone' },
  email: { icon: 'email', name: 'E-mail', said: 'e-mail' },
  whatsApp: { icon: 'whatsApp', name: 'WhatsApp', said: 'WhatsApp' },
  sms: { icon: 'sms', name: 'SMS', said: 'SMS' },
  portal: { icon: 'web', name: 'Portal', said: 'portal' },
  website: { icon: 'web', name: 'Web form', said: 'web form' },
  walkin: { icon: 'people', name: 'In person', said: 'in person' },
  device: { icon: 'sensor', name: 'Sensor', said: 'sensor' },
  api: { icon: 'api', name: 'API', said: 'API' },
  internal: { icon: 'note', name: 'Our own', said: 'our own' },
}

/** The channels that a person takes requests down from. */
export const takenDown = ['phone', 'walkin', 'email', 'whatsApp', 'sms'] as const satisfies readonly Channel[]

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
  /** For what the customer was asked. */
  isWaiting?: boolean
  takenBy?: string
  branch?: string
  unsent: boolean
}
