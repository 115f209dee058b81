import type { Json } from '@/store/wire'

/** Documents of the feed, as the server shapes them for a technician. */

export type VisitState =
  | 'tentative'
  | 'scheduled'
  | 'dispatched'
  | 'accepted'
  | 'enRoute'
  | 'onSite'
  | 'working'
  | 'paused'
  | 'completed'
  | 'incomplete'
  | 'noAccess'
  | 'cancelled'
  | 'expired'

export type Proof = 'checklist' | 'photoBefore' | 'photoAfter' | 'signature' | 'symptomCode' | 'causeCode' | 'actionCode' | 'note'

export type CheckItem = {
  code: string
  text: string
  kind: 'tick' | 'number' | 'text' | 'choice'
  required: boolean
  unit?: string
  least?: number
  most?: number
  choices?: string[]
}

export type Step = { state: VisitState; at: string; [more: string]: Json }
export type CheckAnswer = { item: string; value: string; inLimits: boolean; at: string; remark?: string }
export type UsedPart = { use: string; code: string; name: string; quantity: number; unit: string; serial?: string; at: string }
export type Money = { minor: number; currency: string }
export type ApprovedExtra = { extra: string; what: string; price: Money; approvedBy: string; at: string }
export type PastJob = { number: number; start?: string; summary: string; state: VisitState; cause?: string; action?: string }

export type Visit = {
  workOrder: string
  seq: number
  state: VisitState
  start?: string
  end?: string
  travelMinutes: number
  remark?: string
  steps: Step[]
  answers: CheckAnswer[]
  signed: boolean
  safetyAcknowledged: boolean
  parts: UsedPart[]
  extras: ApprovedExtra[]
  job: {
    number: number
    priority: 'emergency' | 'high' | 'normal' | 'low'
    summary: string
    instructions?: string
    safety: string[]
    site?: string
    contact?: string
    assets: string[]
    due?: string
    contactName?: string
    contactPhone?: string
    windowFrom?: string
    windowTo?: string
  }
  brief: {
    type?: string
    checklist: CheckItem[]
    completion: Proof[]
    parts: { part: string; quantity: number; mandatory: boolean }[]
    past: PastJob[]
  }
}

export type Site = {
  account: string
  name: string
  address?: string
  position?: { latitude: number; longitude: number }
  timeZone: string
  accessNotes?: string
  hazards?: string
  contact?: string
}
export type Account = { name: string }
export type Contact = { name: string; role?: string; phones: string[] }
export type Asset = { name: string; maker?: string; model?: string; serial?: string; warranty?: { from: string; until: string } }
export type Note = { workOrder: string; text: string; at: string }
export type Attachment = { workOrder: string; hash: string; tag: 'none' | 'before' | 'after' | 'document' }
export type CarriedOrder = { symptom?: string; cause?: string; action?: string }
export type FailureCode = { kind: 'symptom' | 'problem' | 'cause' | 'action'; code: string; name: string }
