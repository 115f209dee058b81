import type { IconName } from '@/ui/Icon'
import type { Level, Tone } from '@/ui/pieces'
import { say } from '../words'

/** The order's way, as its state machine publishes it; side states stand in place of the next step. */
export const steps = ['triaged', 'ready', 'scheduled', 'inProgress', 'completed', 'closed'] as const
export const sides = ['draft', 'awaitingApproval', 'onHold', 'cannotComplete', 'cancelled'] as const

export type OrderState = (typeof steps)[number] | (typeof sides)[number]

export const orderStates: Record<OrderState, { name: string; tone: Tone; icon: IconName }> = {
  draft: { name: say('draft'), tone: 'plain', icon: 'pen' },
  triaged: { name: say('triaged'), tone: 'plain', icon: 'check' },
  awaitingApproval: { name: say('awaitingApproval'), tone: 'amber', icon: 'pause' },
  ready: { name: say('ready'), tone: 'tentative', icon: 'calendar' },
  scheduled: { name: say('scheduled'), tone: 'scheduled', icon: 'calendar' },
  inProgress: { name: say('inProgress'), tone: 'working', icon: 'play' },
  onHold: { name: say('onHold'), tone: 'paused', icon: 'pause' },
  completed: { name: say('completedToReview'), tone: 'good', icon: 'check' },
  closed: { name: say('closed'), tone: 'done', icon: 'check' },
  cannotComplete: { name: say('cannotComplete'), tone: 'cannot', icon: 'cannot' },
  cancelled: { name: say('cancelled'), tone: 'done', icon: 'close' },
}

export const hasEnded = (state: OrderState) => state === 'closed' || state === 'cancelled' || state === 'cannotComplete'

export const holdReasons = {
  waitingParts: say('waitingForParts'),
  customer: say('waitingForTheCustomer'),
  access: say('noAccess'),
  approval: say('waitingForApproval'),
  payment: say('waitingForPayment'),
  weather: say('weather'),
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
  tentative: { name: say('followUp'), tone: 'tentative', icon: 'calendar' },
  scheduled: { name: say('scheduled'), tone: 'scheduled', icon: 'calendar' },
  dispatched: { name: say('dispatched'), tone: 'dispatched', icon: 'send' },
  accepted: { name: say('accepted'), tone: 'confirmed', icon: 'check' },
  enRoute: { name: say('onTheWay'), tone: 'travelling', icon: 'van' },
  onSite: { name: say('onSite'), tone: 'travelling', icon: 'pin' },
  working: { name: say('working'), tone: 'working', icon: 'play' },
  paused: { name: say('paused'), tone: 'paused', icon: 'pause' },
  completed: { name: say('completed'), tone: 'done', icon: 'check' },
  incomplete: { name: say('incomplete'), tone: 'cannot', icon: 'cannot' },
  noAccess: { name: say('noAccess'), tone: 'cannot', icon: 'lock' },
  cancelled: { name: say('cancelled'), tone: 'done', icon: 'close' },
  expired: { name: say('expired'), tone: 'done', icon: 'clock' },
}

export const billingRules = {
  billable: say('billable'),
  warranty: say('warranty'),
  contract: say('contract'),
  fixedPrice: say('fixedPrice'),
  notBilled: say('notBilled'),
} as const

export const deviations = {
  doneByAnother: say('doneBySomebodyElseThan'),
  notPlanned: say('doneWithoutAPlan'),
  orderNotOpen: say('doneOnAnOrderThat'),
  safetyNotAcknowledged: say('begunWithoutAcknowledgingTheSafety'),
} as const

/** What each promise is about, said as it is kept. */
export const clockNames = { response: say('answered'), arrival: say('onSite'), resolution: say('restored') } as const

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
