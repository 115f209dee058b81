/** Documents of the feed, as the server's modules shape them for the office. */

import type { Level } from '@/ui/pieces'
import { say } from './words'

export type RequestDocument = {
  branch: string
  channel: string
  summary: string
  receivedAt: string
  answerBy?: string | null
  workOrder?: string | null
  state?: 'new' | 'waiting' | 'ordered' | 'merged' | 'declined'
  number?: number
  urgency?: Urgency
  words?: string | null
  callerName?: string | null
  callerPhone?: string | null
  callerEmail?: string | null
  account?: string | null
  site?: string | null
  asset?: string | null
  contact?: string | null
  symptom?: string | null
  question?: string | null
  answer?: string | null
}

export type WorkOrderDocument = {
  number: number
  branch: string
  state: string
  summary: string
  bucket?: string
  priority?: Urgency
  account?: string | null
  site?: string | null
  assets?: readonly string[]
}

export type VisitDocument = {
  workOrder: string
  state: string
  lead?: string | null
  start?: string | null
  end?: string | null
  day?: string | null
  outcome?: string | null
}

export type AccountDocument = { name: string; branch: string }
export type SiteDocument = {
  account: string
  branch: string
  name: string
  address?: string | null
  timeZone?: string
  accessNotes?: string | null
  hazards?: string | null
  contact?: string | null
}
export type AssetDocument = {
  account: string
  site: string
  name: string
  maker?: string | null
  model?: string | null
  serial?: string | null
  warranty?: { until: string } | null
  status?: 'operational' | 'degraded' | 'down' | 'retired'
}
export type ContactDocument = {
  account: string
  name: string
  role?: string | null
  phones?: readonly string[]
  email?: string | null
}
export type TechnicianDocument = { name: string; branch: string; active: boolean; zone?: string }

export type Urgency = 'low' | 'normal' | 'high' | 'emergency'

export const levels: Record<Urgency, Level> = { emergency: 1, high: 2, normal: 3, low: 4 }
export const priorities = ['emergency', 'high', 'normal', 'low'] as const
export const priorityNames: Record<Urgency, string> = {
  emergency: say('emergency'),
  high: say('high'),
  normal: say('normal'),
  low: say('low'),
}
