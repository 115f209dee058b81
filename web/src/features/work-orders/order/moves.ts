import type { IconName } from '@/ui/Icon'
import { region } from '@/words/languages'
import { say } from '../words'
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
  triage: { verb: say('triage'), done: say('doneTriage'), icon: 'pen', route: 'work-orders/triage', key: 'T' },
  approve: {
    verb: say('approve'),
    done: say('doneApprove'),
    icon: 'check',
    route: 'work-orders/approve',
    key: 'A',
    atOnce: true,
  },
  reject: {
    verb: say('reject'),
    done: say('doneReject'),
    icon: 'close',
    route: 'work-orders/reject',
    why: say('whyIsItRejected'),
  },
  plan: { verb: say('planVisit'), done: say('donePlan'), icon: 'calendar', route: 'visits/plan', key: 'P' },
  hold: { verb: say('putOnHold'), done: say('doneHold'), icon: 'pause', route: 'work-orders/hold', key: 'H' },
  release: { verb: say('release'), done: say('doneRelease'), icon: 'play', route: 'work-orders/release', key: 'R', atOnce: true },
  giveUp: {
    verb: say('cannotComplete'),
    done: say('doneGiveUp'),
    icon: 'cannot',
    route: 'work-orders/give-up',
    why: say('whyCanItNotBe'),
  },
  cancel: {
    verb: say('cancelOrder'),
    done: say('doneCancel'),
    icon: 'close',
    route: 'work-orders/cancel',
    why: say('whyIsItCancelled'),
  },
  close: { verb: say('acceptAndClose'), done: say('doneClose'), icon: 'check', route: 'work-orders/close', key: 'C' },
  sendBack: {
    verb: say('sendBack'),
    done: say('doneSendBack'),
    icon: 'left',
    route: 'work-orders/send-back',
    key: 'B',
    why: say('whatIsStillToBe'),
  },
  describe: { verb: say('sayWhoAndWhere'), done: say('doneDescribe'), icon: 'pin', route: 'work-orders/describe', key: 'W' },
  code: { verb: say('writeFindings'), done: say('doneCode'), icon: 'note', route: 'work-orders/code', key: 'F' },
  prioritise: {
    verb: say('changePriority'),
    done: say('donePrioritise'),
    icon: 'orders',
    route: 'work-orders/prioritise',
    key: 'U',
  },
}

type Facts = Pick<Order, 'state' | 'unknown' | 'missing' | 'checklist' | 'deviations' | 'visits' | 'site'>
type Next = { tone: 'risk' | 'plain'; what: string; why?: string; main?: OrderMove }

const sentence = (things: readonly string[]) => new Intl.ListFormat(region()).format(things)

const review = ({ checklist, deviations, missing }: Facts): Next => {
  const out = checklist.filter(r => r.isOut)
  const unsettled = deviations.filter(d => !d.settledBy)
  const [first] = out
  if (missing.length > 0)
    return { tone: 'risk', what: say('getWhatIsMissing'), why: say('stillNeeded', { missing: sentence(missing) }), main: 'close' }
  if (unsettled.length > 0)
    return {
      tone: 'risk',
      what: say('settleThenClose', { n: unsettled.length }),
      why: say('whatWasDoneDiffersFrom'),
      main: 'close',
    }
  if (first)
    return {
      tone: 'risk',
      what: say('lookThenClose', { n: out.length }),
      why: say('readingAndLimit', { step: first.step, value: first.value ?? '', limit: first.limit ?? '' }),
      main: 'close',
    }
  return { tone: 'plain', what: say('reviewWhatWasDoneThen'), main: 'close' }
}

const wanted = (order: Facts) => order.visits.some(v => v.state === 'tentative')
const underway = (order: Facts) => order.visits.some(v => ['enRoute', 'onSite', 'working', 'paused'].includes(v.state))

const steps: Partial<Record<Order['state'], (order: Facts) => Next>> = {
  draft: order =>
    order.site
      ? { tone: 'plain', what: say('triageIt'), main: 'triage' }
      : { tone: 'plain', what: say('sayWhoItIsFor'), main: 'describe' },
  triaged: order => ({
    tone: 'plain',
    what: say('sayWhatIsUnknown', { unknown: sentence(order.unknown) }),
    why: say('nobodyCanBeSentBefore'),
    main: 'describe',
  }),
  awaitingApproval: () => ({ tone: 'plain', what: say('approveOrRejectIt'), main: 'approve' }),
  ready: order =>
    wanted(order)
      ? { tone: 'plain', what: say('planTheFollowUpVisit'), main: 'plan' }
      : { tone: 'plain', what: say('planAVisit'), main: 'plan' },
  scheduled: order => ({
    tone: 'plain',
    what: order.visits.some(v => v.state === 'scheduled') ? say('dispatchTheVisit') : say('waitForTheTechnicianTo'),
  }),
  inProgress: order =>
    !underway(order) && order.missing.length > 0
      ? { tone: 'risk', what: say('getWhatIsMissing'), why: say('stillNeeded', { missing: sentence(order.missing) }) }
      : { tone: 'plain', what: say('waitForTheWorkTo') },
  onHold: () => ({ tone: 'plain', what: say('releaseItOnceTheReason'), main: 'release' }),
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
