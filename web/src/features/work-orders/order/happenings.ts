import type { components } from '@/api/schema'
import type { Tone } from '@/ui/pieces'
import { millis, range } from '@/ui/times'
import { capital, codeInWords } from '../codes'
import type { Names } from '../names'
import { channels } from '../queue/request'
import { say } from '../words'
import { billingRules, clockNames, deviations, type Happening, holdReasons, orderStates } from './order'

type Line = components['schemas']['HappenedLine']
type Body = Record<string, unknown>
type Said = { what: string; about?: string | undefined; tone?: Tone }
type Around = {
  names: Names
  steps: ReadonlyMap<string, string>
  workTypes: ReadonlyMap<string, string>
  now: number
  zone?: string
}

const from = <T extends object>(table: T, key: unknown): T[keyof T] | undefined => table[key as keyof T]
const differs = (body: Body) => (body.deviation ? from(deviations, body.deviation) : undefined)
const planned = (body: Body, { names, now, zone }: Around) =>
  [names.technician(String(body.lead))?.name, range(millis(String(body.start)), millis(String(body.end)), now, zone)]
    .filter(Boolean)
    .join(', ')
const codes = (body: Body) =>
  (['symptom', 'problem', 'cause', 'action'] as const)
    .filter(kind => body[kind])
    .map(kind => say(kind, { code: String(body[kind]) }))
    .join(', ')

/** Each event in the trade's words. */
const told: Record<string, (body: Body, around: Around) => Said> = {
  'request.received': b => ({ what: say('requestReceived'), about: channels[b.channel as keyof typeof channels]?.name }),
  'request.emergency-raised': () => ({ what: say('raisedAsAnEmergency'), tone: 'risk' }),
  'request.described': () => ({ what: say('requestFilledIn') }),
  'request.asked': () => ({ what: say('customerAskedForMore'), tone: 'paused' }),
  'request.answered': () => ({ what: say('customerAnswered') }),
  'request.merged': () => ({ what: say('anotherRequestJoinedThisOrder') }),
  'request.ordered': () => ({ what: say('orderCreatedFromTheRequest') }),
  'request.declined': () => ({ what: say('requestDeclined') }),
  'work-order.opened': b => ({ what: say('orderOpened', { number: String(b.number) }) }),
  'work-order.triaged': (b, { workTypes }) => ({
    what: say('triaged'),
    about: [workTypes.get(String(b.workType)), say('priorityIs', { priority: codeInWords(b.priority) })]
      .filter(Boolean)
      .join(', '),
  }),
  'work-order.described': () => ({ what: say('detailsChanged') }),
  'work-order.prioritised': b => ({
    what: say('priorityNow', { to: codeInWords(b.to) }),
    about: say('itWas', { what: codeInWords(b.from) }),
  }),
  'work-order.approved': () => ({ what: say('approved'), tone: 'working' }),
  'work-order.rejected': () => ({ what: say('rejected') }),
  'work-order.held': b => ({ what: say('putOnHold'), about: from(holdReasons, b.reason), tone: 'paused' }),
  'work-order.released': b => ({ what: say('released'), about: from(orderStates, b.to)?.name }),
  'work-order.moved': b => ({
    what: from(orderStates, b.to)?.name ?? say('movedOn'),
    about: say('fromState', { from: codeInWords(b.from) }),
  }),
  'work-order.coded': b => ({ what: say('findingsWrittenDown'), about: codes(b) }),
  'work-order.completed': () => ({ what: say('orderCompleted'), about: say('itWaitsForTheReview'), tone: 'working' }),
  'work-order.closed': b => ({ what: say('acceptedAndClosed'), about: from(billingRules, b.billing), tone: 'working' }),
  'work-order.sent-back': () => ({ what: say('sentBack'), about: say('aFollowUpVisitIs'), tone: 'paused' }),
  'work-order.given-up': () => ({ what: say('cannotBeCompleted') }),
  'work-order.cancelled': () => ({ what: say('orderCancelled') }),
  'visit.wanted': () => ({ what: say('followUpVisitWanted') }),
  'visit.planned': (b, around) => ({ what: say('visitPlanned'), about: planned(b, around), tone: 'scheduled' }),
  'visit.rescheduled': (b, around) => ({ what: say('visitMoved'), about: planned(b, around), tone: 'scheduled' }),
  'visit.reassigned': (b, { names }) => ({
    what: say('visitGivenTo', { name: names.technician(String(b.to))?.name ?? say('somebodyElse') }),
    about: b.from ? say('itWas', { what: names.technician(String(b.from))?.name ?? say('anothers') }) : undefined,
    tone: 'scheduled',
  }),
  'visit.unscheduled': () => ({ what: say('visitTakenOffThePlan') }),
  'visit.fitness-overridden': () => ({ what: say('goesAlthoughSomebodyLacksA'), tone: 'risk' }),
  'visit.hours-overridden': () => ({ what: say('bookedOutsideWorkingHours'), tone: 'risk' }),
  'visit.dispatched': () => ({ what: say('visitDispatched'), tone: 'dispatched' }),
  'visit.accepted': b => ({ what: say('visitAccepted'), about: differs(b), tone: 'scheduled' }),
  'visit.unanswered': (b, { names }) => ({
    what: say('notAcceptedInTime'),
    about: names.technician(String(b.lead))?.name,
    tone: 'risk',
  }),
  'visit.declined': b => ({ what: say('visitDeclined'), about: differs(b), tone: 'risk' }),
  'visit.travelling': b => ({ what: say('onTheWay'), about: differs(b), tone: 'travelling' }),
  'visit.arrived': b => ({ what: say('onSite'), about: differs(b), tone: 'working' }),
  'visit.work-started': b => ({ what: say('workStarted'), about: differs(b), tone: 'working' }),
  'visit.paused': b => ({
    what: say('paused'),
    about: [codeInWords(b.reason), differs(b)].filter(Boolean).join(', '),
    tone: 'paused',
  }),
  'visit.completed': b => ({
    what: say('visitCompleted'),
    about: [b.outcome === 'fixed' ? say('outcomeFixed2') : say('aFollowUpIsNeeded'), differs(b)].filter(Boolean).join(', '),
    tone: 'working',
  }),
  'visit.incomplete': b => ({ what: say('visitNotFinished'), about: codeInWords(b.reason), tone: 'risk' }),
  'visit.no-access': b => ({ what: say('noAccess'), about: codeInWords(b.reason), tone: 'risk' }),
  'visit.corrected': b => ({
    what: say('visitCorrected'),
    about: say('fromStateTo', { from: codeInWords(b.from), to: codeInWords(b.to) }),
  }),
  'visit.checklist-answered': (b, { steps }) => {
    const step = steps.get(String(b.item)) ?? String(b.item)
    return b.inLimits ? { what: say('checklistAnswered'), about: step } : { what: say('outOfLimit2', { step }), tone: 'risk' }
  },
  'visit.signed': () => ({ what: say('signedByTheCustomer'), tone: 'working' }),
  'visit.cancelled': () => ({ what: say('visitCancelled') }),
  'visit.expired': () => ({ what: say('visitExpired') }),
  'visit.deviation-settled': b => ({ what: say('differenceSettled'), about: from(deviations, b.kind) }),
  'visit.part-used': b => ({ what: say('partUsed'), about: [b.quantity, b.unit, b.name].filter(Boolean).join(' ') }),
  'visit.extra-approved': b => ({ what: say('extraWorkApproved'), about: b.what ? String(b.what) : undefined }),
  'sla.started': b => ({ what: say('clockStarted'), about: clockNames[b.clock as keyof typeof clockNames] }),
  'sla.met': b => ({ what: say('inTime'), about: clockNames[b.clock as keyof typeof clockNames] }),
  'sla.breached': b => ({ what: say('promiseMissed'), about: clockNames[b.clock as keyof typeof clockNames], tone: 'risk' }),
  'note.added': () => ({ what: say('noteAdded') }),
  'attachment.added': b => ({ what: b.tag === 'document' ? say('documentAttached') : say('photoOrFileAttached') }),
}

const bodyOf = (text: string): Body => {
  try {
    return JSON.parse(text) as Body
  } catch {
    return {}
  }
}

const plainly = (event: string): Said => {
  const words = event.replace('work-order.', 'order.').replace(/[.-]/g, ' ')
  return { what: words.charAt(0).toUpperCase() + words.slice(1) }
}

/** What happened, in words, with who, when and where. */
export const happeningOf = (line: Line, around: Around): Happening => {
  const said = told[line.what]?.(bodyOf(line.body), around) ?? plainly(line.what)
  const who = line.whoName ?? (line.who === 'system' ? 'Callout' : undefined)
  const late = line.quality === 'unknown' ? say('timeNotCertain') : undefined
  return {
    id: `${line.pos}`,
    at: millis(line.occurredAt),
    what: said.what,
    about: capital([said.about, who, late].filter(Boolean).join(', ')),
    ...(line.where ? { place: `${line.where.latitude.toFixed(5)}, ${line.where.longitude.toFixed(5)}` } : {}),
    ...(said.tone ? { tone: said.tone } : {}),
    kind: line.what.startsWith('visit.') ? 'visit' : 'order',
  }
}
