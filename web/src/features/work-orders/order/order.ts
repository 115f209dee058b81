import type { IconName } from '@/ui/Icon'
import type { Level, Tone } from '@/ui/pieces'

/** The order's way, as its state machine publishes it; side states stand in place of the next step. */
export const steps = ['triaged', 'ready', 'scheduled', 'inProgress', 'completed', 'closed'] as const
export const sides = ['draft', 'awaitingApproval', 'onHold', 'cannotComplete', 'cancelled'] as const

export type OrderState = (typeof steps)[number] | (typeof sides)[number]

export const orderStates: Record<OrderState, { name: string; tone: Tone; icon: IconName }> = {
  draft: { name: 'Draft', tone: 'plain', icon: 'pen' },
  triaged: { name: 'Triaged', tone: 'plain', icon: 'check' },
  awaitingApproval: { name: 'Awaiting approval', tone: 'amber', icon: 'pause' },
  ready: { name: 'Ready', tone: 'tentative', icon: 'calendar' },
  scheduled: { name: 'Scheduled', tone: 'scheduled', icon: 'calendar' },
  inProgress: { name: 'In progress', tone: 'working', icon: 'play' },
  onHold: { name: 'On hold', tone: 'paused', icon: 'pause' },
  completed: { name: 'Completed, to review', tone: 'good', icon: 'check' },
  closed: { name: 'Closed', tone: 'done', icon: 'check' },
  cannotComplete: { name: 'Cannot complete', tone: 'cannot', icon: 'cannot' },
  cancelled: { name: 'Cancelled', tone: 'done', icon: 'close' },
}

export const hasEnded = (state: OrderState) => state === 'closed' || state === 'cancelled' || state === 'cannotComplete'

export const holdReasons = {
  waitingParts: 'Waiting for parts',
  customer: 'Waiting for the customer',
  access: 'No access',
  approval: 'Waiting for approval',
  payment: 'Waiting for payment',
  weather: 'Weather',
} as const

export type HoldReason = keyof typeof holdReasons

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

export const visitStates: Record<VisitState, { name: string; tone: Tone; icon: IconName }> = {
  tentative: { name: 'Follow-up', tone: 'tentative', icon: 'calendar' },
  scheduled: { name: 'Scheduled', tone: 'scheduled', icon: 'calendar' },
  dispatched: { name: 'Dispatched', tone: 'dispatched', icon: 'send' },
  accepted: { name: 'Accepted', tone: 'confirmed', icon: 'check' },
  enRoute: { name: 'On the way', tone: 'travelling', icon: 'van' },
  onSite: { name: 'On site', tone: 'travelling', icon: 'pin' },
  working: { name: 'Working', tone: 'working', icon: 'play' },
  paused: { name: 'Paused', tone: 'paused', icon: 'pause' },
  completed: { name: 'Completed', tone: 'done', icon: 'check' },
  incomplete: { name: 'Incomplete', tone: 'cannot', icon: 'cannot' },
  noAccess: { name: 'No access', tone: 'cannot', icon: 'lock' },
  cancelled: { name: 'Cancelled', tone: 'done', icon: 'close' },
  expired: { name: 'Expired', tone: 'done', icon: 'clock' },
}

export const billingRules = {
  billable: 'Billable',
  warranty: 'Warranty',
  contract: 'Contract',
  fixedPrice: 'Fixed price',
  notBilled: 'Not billed',
} as const

export const deviations = {
  doneByAnother: 'Done by somebody else than planned',
  notPlanned: 'Done without a plan',
  orderNotOpen: 'Done on an order that was not open',
  safetyNotAcknowledged: 'Begun without acknowledging the safety notes',
} as const

/** What each promise is about, said as it is kept. */
export const clockNames = { response: 'Answered', arrival: 'On site', resolution: 'Restored' } as const

export type Clock = {
  kind: string
  state: 'pending' | 'running' | 'paused' | 'met' | 'breached' | 'cancelled'
  /** Minutes of the policy's calendar. */
  used: number
  allowed: number
  due?: number
}

/** What the office may do to a visit from the order's page. */
export type VisitAct = 'dispatch' | 'unschedule' | 'cancel'

export type Visit = {
  id: string
  version: number
  who?: string
  what: string
  from?: number
  to?: number
  state: VisitState
  acts: readonly VisitAct[]
}

export type Photo = { id: string; name: string; tag: 'before' | 'after' | 'none'; at: number; by?: string; here: boolean }
export type Paper = { id: string; name: string; at: number; by?: string; here: boolean }

export type Reading = {
  code: string
  step: string
  required: boolean
  value?: string
  limit?: string
  isOut: boolean
  at?: number
  remark?: string
}

export type Deviation = {
  id: string
  kind: keyof typeof deviations
  at: number
  visit?: string
  remark?: string
  settledBy?: string
}
export type Note = { id: string; text: string; isShared: boolean; at: number; by?: string }
export type Signed = { visit: string; name: string; role?: string; at: number; shownHash: string; picture: boolean }

export type Happening = {
  id: string
  at: number
  what: string
  about?: string
  place?: string
  tone?: Tone
  kind: 'visit' | 'order'
}

export type AssetCard = { id: string; name: string; about?: string; warrantyUntil?: number }

/** What a visit used up, and what was agreed beside what was asked for. */
export type Used = { id: string; name: string; code: string; quantity: string; serial?: string }
export type Extra = { id: string; what: string; price: { minor?: number; currency?: string }; by: string }

export type Order = {
  id: string
  number: string
  version: number
  branch?: string
  title: string
  priority: Level
  priorityReason?: string
  state: OrderState
  holdReason?: string
  remark?: string
  customer?: { id: string; name: string }
  site?: { id?: string; name: string; address?: string; accessNotes?: string; hazards?: string; zone?: string }
  assets?: readonly AssetCard[]
  contact?: string
  workType?: { id: string; name: string; minutes: number }
  billing?: keyof typeof billingRules
  description?: string
  safety: readonly string[]
  /** What must be known before anyone can be sent, and what must be there before it counts as done. */
  unknown: readonly string[]
  missing: readonly string[]
  fields: readonly { code: string; label: string; value?: string; isRequired: boolean }[]
  codes: { symptom?: string; problem?: string; cause?: string; action?: string }
  request?: { id: string; number: string }
  clocks: readonly Clock[]
  visits: readonly Visit[]
  photos: readonly Photo[]
  papers: readonly Paper[]
  checklist: readonly Reading[]
  used: readonly Used[]
  extras: readonly Extra[]
  notes: readonly Note[]
  deviations: readonly Deviation[]
  signature?: Signed
  happenings: readonly Happening[]
  unsent: boolean
}
