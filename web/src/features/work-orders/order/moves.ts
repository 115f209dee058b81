import type { IconName } from '@/ui/Icon'
import { hasEnded, type Order } from './order'

/** What may be done to an order, as the server publishes it for the state it is in; `describe`, `code` and `prioritise` as long as it lasts. */
export type OrderMove =
  | 'triage'
  | 'approve'
  | 'reject'
  | 'plan'
  | 'hold'
  | 'release'
  | 'giveUp'
  | 'cancel'
  | 'close'
  | 'sendBack'
  | 'describe'
  | 'code'
  | 'prioritise'

type Move = {
  verb: string
  done: string
  icon: IconName
  route: string
  key?: string
  /** Asks for a reason. */
  why?: string
  /** Done at once; everything else asks something first. */
  atOnce?: boolean
}

/** The same verb on the button, in the message and in the log. */
export const moves: Record<OrderMove, Move> = {
  triage: { verb: 'Triage', done: 'triaged', icon: 'pen', route: 'work-orders/triage', key: 'T' },
  approve: { verb: 'Approve', done: 'approved', icon: 'check', route: 'work-orders/approve', key: 'A', atOnce: true },
  reject: { verb: 'Reject', done: 'rejected', icon: 'close', route: 'work-orders/reject', why: 'Why is it rejected' },
  plan: { verb: 'Plan visit', done: 'planned', icon: 'calendar', route: 'visits/plan', key: 'P' },
  hold: { verb: 'Put on hold', done: 'put on hold', icon: 'pause', route: 'work-orders/hold', key: 'H' },
  release: { verb: 'Release', done: 'released', icon: 'play', route: 'work-orders/release', key: 'R', atOnce: true },
  giveUp: {
    verb: 'Cannot complete',
    done: 'given up',
    icon: 'cannot',
    route: 'work-orders/give-up',
    why: 'Why can it not be completed',
  },
  cancel: { verb: 'Cancel order', done: 'cancelled', icon: 'close', route: 'work-orders/cancel', why: 'Why is it cancelled' },
  close: { verb: 'Accept and close', done: 'closed', icon: 'check', route: 'work-orders/close', key: 'C' },
  sendBack: {
    verb: 'Send back',
    done: 'sent back',
    icon: 'left',
    route: 'work-orders/send-back',
    key: 'B',
    why: 'What is still to be done',
  },
  describe: { verb: 'Say who and where', done: 'filled in', icon: 'pin', route: 'work-orders/describe', key: 'W' },
  code: { verb: 'Write findings', done: 'coded', icon: 'note', route: 'work-orders/code', key: 'F' },
  prioritise: { verb: 'Change priority', done: 'prioritised', icon: 'orders', route: 'work-orders/prioritise', key: 'U' },
}

type Facts = Pick<Order, 'state' | 'unknown' | 'missing' | 'checklist' | 'deviations' | 'visits' | 'site'>
type Next = { tone: 'risk' | 'plain'; what: string; why?: string; main?: OrderMove }

const sentence = (things: readonly string[]) =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`

const review = ({ checklist, deviations, missing }: Facts): Next => {
  const out = checklist.filter(r => r.isOut)
  const unsettled = deviations.filter(d => !d.settledBy)
  const [first] = out
  if (missing.length > 0)
    return { tone: 'risk', what: 'get what is missing.', why: `Still needed: ${sentence(missing)}.`, main: 'close' }
  if (unsettled.length > 0)
    return {
      tone: 'risk',
      what: `settle ${unsettled.length === 1 ? 'one difference' : `${unsettled.length} differences`}, then close.`,
      why: 'What was done differs from what was planned.',
      main: 'close',
    }
  if (first)
    return {
      tone: 'risk',
      what: `look at ${out.length === 1 ? 'one reading' : `${out.length} readings`}, then close.`,
      why: `${first.step}: ${first.value}, limit ${first.limit}.`,
      main: 'close',
    }
  return { tone: 'plain', what: 'review what was done, then close.', main: 'close' }
}

const wanted = (order: Facts) => order.visits.some(v => v.state === 'tentative')
const underway = (order: Facts) => order.visits.some(v => ['enRoute', 'onSite', 'working', 'paused'].includes(v.state))

const steps: Partial<Record<Order['state'], (order: Facts) => Next>> = {
  draft: order =>
    order.site
      ? { tone: 'plain', what: 'triage it.', main: 'triage' }
      : { tone: 'plain', what: 'say who it is for and where, then triage it.', main: 'describe' },
  triaged: order => ({
    tone: 'plain',
    what: `say ${sentence(order.unknown)}.`,
    why: 'Nobody can be sent before that is known.',
    main: 'describe',
  }),
  awaitingApproval: () => ({ tone: 'plain', what: 'approve or reject it.', main: 'approve' }),
  ready: order =>
    wanted(order)
      ? { tone: 'plain', what: 'plan the follow-up visit.', main: 'plan' }
      : { tone: 'plain', what: 'plan a visit.', main: 'plan' },
  scheduled: order => ({
    tone: 'plain',
    what: order.visits.some(v => v.state === 'scheduled') ? 'dispatch the visit.' : 'wait for the technician to set off.',
  }),
  inProgress: order =>
    !underway(order) && order.missing.length > 0
      ? { tone: 'risk', what: 'get what is missing.', why: `Still needed: ${sentence(order.missing)}.` }
      : { tone: 'plain', what: 'wait for the work to be done.' },
  onHold: () => ({ tone: 'plain', what: 'release it once the reason is gone.', main: 'release' }),
  completed: review,
}

const lasting: readonly OrderMove[] = ['describe', 'code', 'prioritise']
const besides: readonly OrderMove[] = ['sendBack', 'reject', 'hold']

/** The one thing to do next, what else may be done beside it, and what lies behind the three dots. */
export const nextOf = (order: Facts, allowed: readonly OrderMove[], mayDo: (route: string) => boolean = () => true) => {
  const step = steps[order.state]?.(order)
  if (!step) return undefined
  const legal = [...new Set([...allowed, ...(hasEnded(order.state) ? [] : lasting)])].filter(move => mayDo(moves[move].route))
  const main = step.main && legal.includes(step.main) ? step.main : undefined
  const beside = legal.filter(
    move => move !== main && (besides.includes(move) || (move === 'plan' && order.state !== 'inProgress')),
  )
  const more = legal.filter(move => move !== main && !beside.includes(move))
  return { tone: step.tone, what: step.what, why: step.why, main, beside, more }
}
