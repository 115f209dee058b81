import type { IconName } from '@/ui/Icon'
import type { OrderState } from './order'

/** What may be done to an order, as the server publishes it for the state it is in. */
export type OrderMove =
  | 'triage'
  | 'submit'
  | 'approve'
  | 'reject'
  | 'plan'
  | 'hold'
  | 'release'
  | 'giveUp'
  | 'cancel'
  | 'close'
  | 'sendBack'

type Move = { verb: string; done: string; icon: IconName; why?: string }

/** The same verb on the button, in the message and in the log. `why` asks for a reason. */
export const moves: Record<OrderMove, Move> = {
  triage: { verb: 'Triage', done: 'triaged', icon: 'pen' },
  submit: { verb: 'Make ready', done: 'made ready', icon: 'check' },
  approve: { verb: 'Approve', done: 'approved', icon: 'check' },
  reject: { verb: 'Reject', done: 'rejected', icon: 'close', why: 'Why is it rejected' },
  plan: { verb: 'Plan visit', done: 'planned', icon: 'calendar' },
  hold: { verb: 'Put on hold', done: 'put on hold', icon: 'pause', why: 'What is it waiting for' },
  release: { verb: 'Release', done: 'released', icon: 'play' },
  giveUp: { verb: 'Cannot complete', done: 'given up', icon: 'cannot', why: 'Why can it not be completed' },
  cancel: { verb: 'Cancel order', done: 'cancelled', icon: 'close', why: 'Why is it cancelled' },
  close: { verb: 'Accept and close', done: 'closed', icon: 'check' },
  sendBack: { verb: 'Send back', done: 'sent back', icon: 'left', why: 'What is still to be done' },
}

type Next = { what: string; main?: OrderMove }

const next: Partial<Record<OrderState, Next>> = {
  draft: { what: 'triage it.', main: 'triage' },
  triaged: { what: 'make it ready to plan.', main: 'submit' },
  awaitingApproval: { what: 'approve or reject it.', main: 'approve' },
  ready: { what: 'plan a visit.', main: 'plan' },
  scheduled: { what: 'wait for the technician to set off.' },
  inProgress: { what: 'wait for the work to be done.' },
  onHold: { what: 'release it once the reason is gone.', main: 'release' },
  completed: { what: 'review what was done, then close.', main: 'close' },
}

/** The one thing to do next, what else may be done beside it, and what lies behind the three dots. */
export const nextOf = (state: OrderState, allowed: readonly OrderMove[]) => {
  const step = next[state]
  if (!step) return undefined
  const main = step.main && allowed.includes(step.main) ? step.main : undefined
  const beside = allowed.filter(move => move !== main && (move === 'sendBack' || move === 'reject' || move === 'hold'))
  const more = allowed.filter(move => move !== main && !beside.includes(move) && move !== 'plan' && move !== 'triage')
  return { what: step.what, main, beside, more }
}
