import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import { useDocument, useDocuments } from '@/store/react'
import { millis } from '@/ui/times'
import { number } from '@/words/formats'
import { capital, codeInWords } from '../codes'
import { levels, type VisitDocument, type WorkOrderDocument } from '../documents'
import { type Names, useNames } from '../names'
import { say } from '../words'
import { workTypesQuery } from '../workTypes'
import { happeningOf } from './happenings'
import type { OrderMove } from './moves'
import { clockNames, type Order, type OrderState, type Reading, type VisitAct, type VisitState } from './order'

type Shapes = components['schemas']
type Page = Shapes['WorkOrderPage']

const again = 20_000

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['order', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/work-orders/{id}', { params: { path: { id } }, signal })),
    // Notes and files have no document of their own that would tell of them.
    refetchInterval: again,
  })

const instant = (text: string | null | undefined) => (text ? millis(text) : undefined)
const said = (text: string | null | undefined) => text ?? undefined
const dayOf = (date: string | null | undefined) => (date ? Date.parse(`${date}T12:00:00Z`) : undefined)
const acts: readonly string[] = ['dispatch', 'unschedule', 'cancel'] satisfies VisitAct[]

const limitOf = ({ least, most }: Shapes['ChecklistItem']) => {
  if (least != null && most != null) return say('leastToMost', { least: number(least), most: number(most) })
  if (most != null) return say('upTo', { most: number(most) })
  return least == null ? undefined : say('fromLeast', { least: number(least) })
}

const answerWords = (item: Shapes['ChecklistItem'], value: string) => {
  if (item.kind === 'tick') {
    if (/^(n\/a)$/i.test(value)) return say('notNeeded')
    return /^(false|no|not-ok)$/i.test(value) ? say('notOk') : say('done')
  }
  return [value, item.unit].filter(Boolean).join(' ')
}

/** Each step once, with the answer that was given last. */
const checklistOf = (page: Page): Reading[] => {
  const answers = new Map(page.visits.flatMap(v => v.answers).map(a => [a.item, a]))
  return (page.template?.checklist ?? []).map(item => {
    const answer = answers.get(item.code)
    return {
      code: item.code,
      step: item.text,
      required: item.required,
      limit: limitOf(item),
      isOut: answer ? !answer.inLimits : false,
      ...(answer
        ? { value: answerWords(item, answer.value), at: millis(answer.at), ...(answer.remark ? { remark: answer.remark } : {}) }
        : {}),
    }
  })
}

const outcomeOf = (visit: Shapes['VisitLine'], minutes: number | undefined) => {
  if (visit.reason) return capital(codeInWords(visit.reason))
  if (visit.outcome) return visit.outcome === 'fixed' ? say('fixed') : say('followUpNeeded')
  return visit.start || !minutes ? say('visitNumber', { seq: visit.seq }) : say('visitOfMinutes', { seq: visit.seq, minutes })
}

const siteOf = (id: string | null, names: Names): Order['site'] => {
  const site = names.site(id)
  if (!id || !site) return undefined
  return {
    id,
    name: site.name,
    address: said(site.address),
    accessNotes: said(site.accessNotes),
    hazards: said(site.hazards),
    zone: said(site.timeZone),
  }
}

const contactOf = (page: Page, names: Names) => {
  const contact = names.contact(page.contact)
  const name = contact ? [contact.name, contact.role].filter(Boolean).join(', ') : page.contactName
  return [name, contact?.phones?.[0] ?? page.contactPhone].filter(Boolean).join(', ') || undefined
}

const assetsOf = (page: Page) =>
  page.equipment.map(asset => ({
    id: asset.id,
    name: asset.name,
    about: [[asset.maker, asset.model].filter(Boolean).join(' '), asset.serial ? say('serialIs', { serial: asset.serial }) : '']
      .filter(Boolean)
      .join(', '),
    ...(asset.warranty ? { warrantyUntil: dayOf(asset.warranty.until) } : {}),
  }))

const visitOf = (v: Shapes['VisitLine'], page: Page): Order['visits'][number] => ({
  id: v.id,
  version: Number(v.version),
  who: said(v.technician),
  what: outcomeOf(v, page.template?.minutes),
  from: instant(v.steps.find(s => s.state === 'onSite' || s.state === 'working')?.at ?? v.start),
  to: instant(v.steps.findLast(s => s.state === 'completed' || s.state === 'incomplete')?.at ?? v.end),
  state: v.state as VisitState,
  acts: v.allowed.filter(a => acts.includes(a)) as VisitAct[],
})

const usedOf = ({ visits }: Page): Pick<Order, 'used' | 'extras'> => ({
  used: visits.flatMap(v =>
    v.parts.map(p => ({
      id: p.use,
      name: p.name,
      code: p.code,
      quantity: `${p.quantity} ${p.unit}`,
      ...(p.serial ? { serial: p.serial } : {}),
    })),
  ),
  extras: visits.flatMap(v => v.extras.map(e => ({ id: e.extra, what: e.what, price: e.price, by: e.approvedBy }))),
})

const isPicture = (a: Shapes['AttachmentLine']) => a.mediaType.startsWith('image/') && a.tag !== 'document'
const photoRank = { before: 0, none: 1, after: 2 } as const

const evidenceOf = (page: Page): Pick<Order, 'photos' | 'papers' | 'notes' | 'deviations' | 'signature'> => {
  const fileOf = (a: Shapes['AttachmentLine']) => ({
    id: a.id,
    name: a.name,
    at: millis(a.takenAt ?? a.at),
    by: said(a.byName),
    here: a.here,
  })
  const signed = page.visits.findLast(v => v.signature)
  return {
    photos: page.attachments
      .filter(isPicture)
      .map(a => ({ ...fileOf(a), tag: a.tag === 'before' || a.tag === 'after' ? a.tag : ('none' as const) }))
      .sort((a, b) => photoRank[a.tag] - photoRank[b.tag] || a.at - b.at),
    papers: page.attachments.filter(a => !isPicture(a)).map(fileOf),
    notes: page.notes.map(n => ({ id: n.id, text: n.text, isShared: n.shared, at: millis(n.at), by: said(n.byName) })),
    deviations: page.deviations.map(d => ({
      id: d.id,
      kind: d.kind ?? 'notPlanned',
      at: millis(d.occurredAt),
      visit: say('visitNumber', { seq: page.visits.find(v => v.id === d.visit)?.seq ?? '' }).trim(),
      remark: said(d.remark),
      settledBy: d.settledBy ? (d.settledByName ?? say('theOffice')) : undefined,
    })),
    ...(signed?.signature
      ? {
          signature: {
            visit: signed.id,
            name: signed.signature.name,
            role: said(signed.signature.role),
            at: millis(signed.signature.at),
            shownHash: signed.signature.shownHash,
            picture: signed.signature.image !== '',
          },
        }
      : {}),
  }
}

const orderOf = (page: Page, names: Names, workTypes: ReadonlyMap<string, string>, now: number): Order => {
  const checklist = checklistOf(page)
  const site = siteOf(page.site, names)
  const around = {
    names,
    workTypes,
    steps: new Map(checklist.map(r => [r.code, r.step])),
    now,
    ...(site?.zone ? { zone: site.zone } : {}),
  }
  return {
    id: page.id,
    number: `WO-${page.number}`,
    version: Number(page.version),
    branch: page.branch,
    title: page.summary,
    priority: levels[page.priority ?? 'normal'],
    priorityReason: said(page.priorityReason),
    state: page.state as OrderState,
    holdReason: said(page.holdReason),
    remark: said(page.remark),
    ...(page.account ? { customer: { id: page.account, name: page.accountName ?? say('customer') } } : {}),
    site,
    assets: assetsOf(page),
    contact: contactOf(page, names),
    ...(page.workType
      ? {
          workType: {
            id: page.workType.id,
            name: page.workType.name,
            minutes: Number(page.template?.minutes ?? page.workType.minutes),
          },
        }
      : {}),
    billing: page.billing,
    description: said(page.instructions),
    safety: page.safety,
    unknown: page.unknown,
    missing: page.missing,
    fields: (page.template?.fields ?? []).map(f => ({
      code: f.code,
      label: f.label,
      value: page.fields[f.code],
      isRequired: f.required,
    })),
    codes: {
      symptom: said(page.codes.symptom),
      problem: said(page.codes.problem),
      cause: said(page.codes.cause),
      action: said(page.codes.action),
    },
    ...(page.request ? { request: { id: page.request.id, number: `RQ-${page.request.number}` } } : {}),
    clocks: page.clocks.map(c => ({
      kind: clockNames[c.clock],
      state: c.breached && c.state !== 'cancelled' ? 'breached' : c.state,
      used: Number(c.usedMinutes),
      allowed: Number(c.allowedMinutes),
      due: instant(c.due),
    })),
    visits: page.visits.map(v => visitOf(v, page)),
    checklist,
    ...usedOf(page),
    ...evidenceOf(page),
    happenings: page.timeline.map(line => happeningOf(line, around)),
    unsent: false,
  }
}

/** The order as it is now, with names; asked again as soon as it or one of its visits changed anywhere. */
export const useOrder = (id: string, now: number) => {
  const names = useNames()
  const { data: page, error, refetch } = useQuery(orderQuery(id))
  const { data: types } = useQuery(workTypesQuery)
  useOrderLive(id)
  const today = Math.floor(now / 60_000)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew each minute, not each second
  const order = useMemo(
    () => (page ? orderOf(page, names, new Map(types?.map(t => [t.id, t.name])), now) : undefined),
    [page, names, types, today],
  )
  return { order, allowed: (page?.allowed ?? []) as readonly OrderMove[], error, refetch }
}

const useOrderLive = (id: string) => {
  const queries = useQueryClient()
  const order = useDocument<WorkOrderDocument>('work-order', id)
  const visits = useDocuments<VisitDocument>('visit')
    .filter(v => v.workOrder === id)
    .map(v => v.version)
    .join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions are what tells of a change
  useEffect(() => void queries.invalidateQueries({ queryKey: ['order', id] }), [queries, id, order?.version, visits])
}
