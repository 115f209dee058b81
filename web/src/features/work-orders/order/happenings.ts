import type { components } from '@/api/schema'
import type { Tone } from '@/ui/pieces'
import { millis, range } from '@/ui/times'
import type { Names } from '../names'
import { channels } from '../queue/request'
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

const wordsOf = (name: unknown) =>
  String(name)
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
const from = <T extends object>(table: T, key: unknown): T[keyof T] | undefined => table[key as keyof T]
const differs = (body: Body) => (body.deviation ? from(deviations, body.deviation) : undefined)
const planned = (body: Body, { names, now, zone }: Around) =>
  [names.technician(String(body.lead))?.name, range(millis(String(body.start)), millis(String(body.end)), now, zone)]
    .filter(Boolean)
    .join(', ')
const codes = (body: Body) =>
  ['symptom', 'problem', 'cause', 'action']
    .filter(kind => body[kind])
    .map(kind => `${kind} ${body[kind]}`)
    .join(', ')

/** Each event in the trade's words. */
const told: Record<string, (body: Body, around: Around) => Said> = {
  'request.received': b => ({ what: 'Request received', about: channels[b.channel as keyof typeof channels]?.name }),
  'request.emergency-raised': () => ({ what: 'Raised as an emergency', tone: 'risk' }),
  'request.described': () => ({ what: 'Request filled in' }),
  'request.asked': () => ({ what: 'Customer asked for more', tone: 'paused' }),
  'request.answered': () => ({ what: 'Customer answered' }),
  'request.merged': () => ({ what: 'Another request joined this order' }),
  'request.ordered': () => ({ what: 'Order created from the request' }),
  'request.declined': () => ({ what: 'Request declined' }),
  'work-order.opened': b => ({ what: `Order WO-${b.number} opened` }),
  'work-order.triaged': (b, { workTypes }) => ({
    what: 'Triaged',
    about: [workTypes.get(String(b.workType)), `priority ${wordsOf(b.priority)}`].filter(Boolean).join(', '),
  }),
  'work-order.described': () => ({ what: 'Details changed' }),
  'work-order.prioritised': b => ({ what: `Priority ${wordsOf(b.to)}`, about: `It was ${wordsOf(b.from)}` }),
  'work-order.approved': () => ({ what: 'Approved', tone: 'working' }),
  'work-order.rejected': () => ({ what: 'Rejected' }),
  'work-order.held': b => ({ what: 'Put on hold', about: from(holdReasons, b.reason), tone: 'paused' }),
  'work-order.released': b => ({ what: 'Released', about: from(orderStates, b.to)?.name }),
  'work-order.moved': b => ({ what: from(orderStates, b.to)?.name ?? 'Moved on', about: `From ${wordsOf(b.from)}` }),
  'work-order.coded': b => ({ what: 'Findings written down', about: codes(b) }),
  'work-order.completed': () => ({ what: 'Order completed', about: 'It waits for the review', tone: 'working' }),
  'work-order.closed': b => ({ what: 'Accepted and closed', about: from(billingRules, b.billing), tone: 'working' }),
  'work-order.sent-back': () => ({ what: 'Sent back', about: 'A follow-up visit is wanted', tone: 'paused' }),
  'work-order.given-up': () => ({ what: 'Cannot be completed' }),
  'work-order.cancelled': () => ({ what: 'Order cancelled' }),
  'visit.wanted': () => ({ what: 'Follow-up visit wanted' }),
  'visit.planned': (b, around) => ({ what: 'Visit planned', about: planned(b, around), tone: 'scheduled' }),
  'visit.rescheduled': (b, around) => ({ what: 'Visit moved', about: planned(b, around), tone: 'scheduled' }),
  'visit.reassigned': (b, { names }) => ({
    what: `Visit given to ${names.technician(String(b.to))?.name ?? 'somebody else'}`,
    about: b.from ? `It was ${names.technician(String(b.from))?.name ?? 'another’s'}` : undefined,
    tone: 'scheduled',
  }),
  'visit.unscheduled': () => ({ what: 'Visit taken off the plan' }),
  'visit.fitness-overridden': () => ({ what: 'Goes although somebody lacks a skill', tone: 'risk' }),
  'visit.hours-overridden': () => ({ what: 'Booked outside working hours', tone: 'risk' }),
  'visit.dispatched': () => ({ what: 'Visit dispatched', tone: 'dispatched' }),
  'visit.accepted': b => ({ what: 'Visit accepted', about: differs(b), tone: 'scheduled' }),
  'visit.declined': b => ({ what: 'Visit declined', about: differs(b), tone: 'risk' }),
  'visit.travelling': b => ({ what: 'On the way', about: differs(b), tone: 'travelling' }),
  'visit.arrived': b => ({ what: 'On site', about: differs(b), tone: 'working' }),
  'visit.work-started': b => ({ what: 'Work started', about: differs(b), tone: 'working' }),
  'visit.paused': b => ({ what: 'Paused', about: [wordsOf(b.reason), differs(b)].filter(Boolean).join(', '), tone: 'paused' }),
  'visit.completed': b => ({
    what: 'Visit completed',
    about: [b.outcome === 'fixed' ? 'outcome fixed' : 'a follow-up is needed', differs(b)].filter(Boolean).join(', '),
    tone: 'working',
  }),
  'visit.incomplete': b => ({ what: 'Visit not finished', about: wordsOf(b.reason), tone: 'risk' }),
  'visit.no-access': b => ({ what: 'No access', about: wordsOf(b.reason), tone: 'risk' }),
  'visit.corrected': b => ({ what: 'Visit corrected', about: `From ${wordsOf(b.from)} to ${wordsOf(b.to)}` }),
  'visit.checklist-answered': (b, { steps }) => {
    const step = steps.get(String(b.item)) ?? String(b.item)
    return b.inLimits ? { what: 'Checklist answered', about: step } : { what: `${step} out of limit`, tone: 'risk' }
  },
  'visit.signed': () => ({ what: 'Signed by the customer', tone: 'working' }),
  'visit.cancelled': () => ({ what: 'Visit cancelled' }),
  'visit.expired': () => ({ what: 'Visit expired' }),
  'visit.deviation-settled': b => ({ what: 'Difference settled', about: from(deviations, b.kind) }),
  'visit.part-used': b => ({ what: 'Part used', about: [b.quantity, b.unit, b.name].filter(Boolean).join(' ') }),
  'visit.extra-approved': b => ({ what: 'Extra work approved', about: b.what ? String(b.what) : undefined }),
  'sla.started': b => ({ what: 'Clock started', about: clockNames[b.clock as keyof typeof clockNames] }),
  'sla.met': b => ({ what: 'In time', about: clockNames[b.clock as keyof typeof clockNames] }),
  'sla.breached': b => ({ what: 'Promise missed', about: clockNames[b.clock as keyof typeof clockNames], tone: 'risk' }),
  'note.added': () => ({ what: 'Note added' }),
  'attachment.added': b => ({ what: b.tag === 'document' ? 'Document attached' : 'Photo or file attached' }),
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

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
  const late = line.quality === 'unknown' ? 'time not certain' : undefined
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
