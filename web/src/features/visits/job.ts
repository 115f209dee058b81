import { useDocument, useDocuments, useStore } from '@/store/react'
import type { Move } from './acts'
import type {
  Account,
  Asset,
  Attachment,
  CarriedOrder,
  CheckItem,
  Contact,
  Note,
  Proof,
  Site,
  Step,
  Visit,
  VisitState,
} from './documents'
import type { Key } from './words'

/** What was tapped on a visit is all that is left of it once the office has given it to somebody else; that is no job to show. */
const isWhole = (visit: Partial<Visit>) => visit.job !== undefined && visit.brief !== undefined

export const useVisits = () => useDocuments<Visit>('visit').filter(isWhole)

/** A visit with all that belongs to it on this device. */
export const useJob = (id: string) => {
  const found = useDocument<Visit>('visit', id)
  const visit = found && isWhole(found) ? found : undefined
  const site = useDocument<Site>('site', visit?.job.site)
  const account = useDocument<Account>('account', site?.account)
  const contact = useDocument<Contact>('contact', visit?.job.contact ?? site?.contact)
  const order = useDocument<CarriedOrder>('work-order', visit?.workOrder)
  const assets = useDocuments<Asset>('asset').filter(a => visit?.job.assets.includes(a.id))
  const notes = useDocuments<Note>('note').filter(n => n.workOrder === visit?.workOrder)
  const photos = useDocuments<Attachment>('attachment').filter(a => a.workOrder === visit?.workOrder)
  const phone = contact?.phones[0] ?? visit?.job.contactPhone
  return { store: useStore(), visit, site, account, contact, order, assets, notes, photos, phone }
}

export type Job = ReturnType<typeof useJob>
export type Open = Job & { visit: NonNullable<Job['visit']> }

/** The one thing to do next; null when there is nothing left to do. */
export const nextMove = (state: VisitState): Move | 'complete' | null => {
  if (state === 'dispatched') return 'accept'
  if (state === 'scheduled' || state === 'accepted') return 'travel'
  if (state === 'enRoute') return 'arrive'
  if (state === 'onSite' || state === 'paused') return 'work'
  return state === 'working' ? 'complete' : null
}

const order: (Move | 'complete')[] = ['accept', 'travel', 'arrive', 'work', 'complete']
export const moveAfter = (move: Move | 'complete') => order[order.indexOf(move) + 1]

export const isUnderway = (state: VisitState) => ['enRoute', 'onSite', 'working', 'paused'].includes(state)
export const isOver = (state: VisitState) => ['completed', 'incomplete', 'noAccess', 'cancelled', 'expired'].includes(state)

export const hazardsOf = ({ visit, site }: Pick<Open, 'visit' | 'site'>) => [
  ...visit.job.safety,
  ...(site?.hazards
    ?.split(/\n|;/)
    .map(line => line.trim())
    .filter(Boolean) ?? []),
]

export const answerTo = (visit: Visit, item: CheckItem) => visit.answers.find(a => a.item === item.code)
export const openChecks = (visit: Visit) => visit.brief.checklist.filter(i => i.required && !answerTo(visit, i))

const lacks: Record<Proof, (job: Open) => boolean> = {
  checklist: ({ visit }) => openChecks(visit).length > 0,
  photoBefore: ({ photos }) => !photos.some(p => p.tag === 'before'),
  photoAfter: ({ photos }) => !photos.some(p => p.tag === 'after'),
  signature: ({ visit }) => !visit.signed,
  symptomCode: ({ order }) => !order?.symptom,
  causeCode: ({ order }) => !order?.cause,
  actionCode: ({ order }) => !order?.action,
  note: ({ notes }) => notes.length === 0,
}

export type Section = 'checklist' | 'parts' | 'photos' | 'notes' | 'extras' | 'codes' | 'cannot' | 'pause' | 'decline' | 'close'
type Needed = { name: Key; section: Section }

const needed: Record<Proof, Needed> = {
  checklist: { name: 'checklist', section: 'checklist' },
  photoBefore: { name: 'before', section: 'photos' },
  photoAfter: { name: 'after', section: 'photos' },
  signature: { name: 'signature', section: 'close' },
  symptomCode: { name: 'symptom', section: 'codes' },
  causeCode: { name: 'cause', section: 'codes' },
  actionCode: { name: 'action', section: 'codes' },
  note: { name: 'note', section: 'notes' },
}

/** What the work type asks for as proof, and is not there yet. */
export const missing = (job: Open) => job.visit.brief.completion.filter(p => lacks[p](job)).map(p => needed[p])

/** How long the steps say that something lasted; the last one lasts until now. */
export const lasted = (steps: Step[], states: VisitState[], now: number) =>
  steps.reduce((sum, step, i) => {
    if (!states.includes(step.state)) return sum
    const until = steps[i + 1]?.at
    return sum + (until ? Date.parse(until) : now) - Date.parse(step.at)
  }, 0)
