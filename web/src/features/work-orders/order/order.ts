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
  | 'declined'
  | 'cancelled'
  | 'expired'

export const visitStates: Record<VisitState, { name: string; tone: Tone; icon: IconName }> = {
  tentative: { name: 'Tentative', tone: 'tentative', icon: 'calendar' },
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
  declined: { name: 'Declined', tone: 'tentative', icon: 'close' },
  cancelled: { name: 'Cancelled', tone: 'done', icon: 'close' },
  expired: { name: 'Expired', tone: 'done', icon: 'clock' },
}

export type Clock = {
  kind: string
  state: 'pending' | 'running' | 'paused' | 'met' | 'breached' | 'cancelled'
  /** Minutes of the policy's calendar. */
  used: number
  allowed: number
  due?: number
}

export type Visit = { id: string; who?: string; what: string; from?: number; to?: number; state: VisitState }

export type Happening = { id: string; at: number; what: string; about?: string; tone?: Tone }

export type Order = {
  id: string
  number: string
  version: number
  title: string
  priority: Level
  state: OrderState
  holdReason?: string
  customer?: { id: string; name: string }
  site?: { name: string; address?: string; accessNotes?: string; hazards?: string }
  assets?: readonly { id: string; name: string; about?: string }[]
  contact?: string
  workType?: string
  description?: string
  clocks: readonly Clock[]
  visits: readonly Visit[]
  happenings: readonly Happening[]
  unsent: boolean
}
