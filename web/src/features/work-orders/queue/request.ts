import type { IconName } from '@/ui/Icon'
import type { Level } from '@/ui/pieces'
import { say } from '../words'

export type Channel = 'phone' | 'email' | 'whatsApp' | 'sms' | 'portal' | 'website' | 'walkin' | 'device' | 'api' | 'internal'

export const channels: Record<Channel, { icon: IconName; name: string; said: string }> = {
  phone: { icon: 'phone', name: say('phone'), said: say('byPhone') },
  email: { icon: 'email', name: 'E-mail', said: say('byEmail') },
  whatsApp: { icon: 'whatsApp', name: say('whatsapp'), said: say('whatsapp') },
  sms: { icon: 'sms', name: 'SMS', said: 'SMS' },
  portal: { icon: 'web', name: say('portal'), said: say('byPortal') },
  website: { icon: 'web', name: say('webForm'), said: say('byWebForm') },
  walkin: { icon: 'people', name: say('inPerson'), said: say('inPersonHere') },
  device: { icon: 'sensor', name: say('sensor'), said: say('bySensor') },
  api: { icon: 'api', name: 'API', said: 'API' },
  internal: { icon: 'note', name: say('ourOwn'), said: say('ourOwnHere') },
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
