import type { components } from '@/api/schema'
import type { IconName } from '@/ui/Icon'
import type { Tone } from '@/ui/pieces'
import { say } from './words'

type Shapes = components['schemas']

export type Invoice = Shapes['InvoiceSummary']
export type Page = Shapes['InvoicePage']
export type Line = Shapes['InvoiceLine']
export type InvoiceState = NonNullable<Invoice['state']>

export const invoiceStates: Record<InvoiceState, { name: string; tone: Tone; icon: IconName }> = {
  draft: { name: say('draft'), tone: 'tentative', icon: 'pen' },
  issued: { name: say('issued'), tone: 'scheduled', icon: 'send' },
  partiallyPaid: { name: say('paidInPart'), tone: 'paused', icon: 'pause' },
  paid: { name: say('paid'), tone: 'good', icon: 'check' },
  void: { name: say('void'), tone: 'done', icon: 'close' },
  waived: { name: say('waived'), tone: 'done', icon: 'close' },
}

export const methods = {
  mobileMoney: say('mobileMoney'),
  cash: say('cash'),
  bank: say('bankTransfer'),
  card: say('card'),
} as const
export type Method = keyof typeof methods

export const lineKinds = {
  labour: say('labour'),
  part: say('part'),
  travel: say('travel'),
  fee: say('fee'),
  extra: say('extra'),
} as const

export const nameOf = (invoice: Invoice) => invoice.called ?? say('draftFor', { number: String(invoice.orderNumber) })

/** What may be done to it, as it stands. */
export const openTo = {
  change: (i: Invoice) => i.state === 'draft',
  issue: (i: Invoice) => i.state === 'draft',
  waive: (i: Invoice) => i.state === 'draft',
  void: (i: Invoice) => i.state === 'issued',
  pay: (i: Invoice) => i.state === 'issued' || i.state === 'partiallyPaid',
}

/** The filters of the list, and what each asks of the server. */
export const filters = {
  all: { name: say('all'), query: {} },
  draft: { name: say('toReview'), query: { state: 'draft' } },
  open: { name: say('open'), query: { open: true } },
  overdue: { name: say('overdue'), query: { overdue: true } },
  paid: { name: say('paid'), query: { state: 'paid' } },
  void: { name: say('void'), query: { state: 'void' } },
  waived: { name: say('waived'), query: { state: 'waived' } },
} as const
export type Filter = keyof typeof filters
export const filterOf = (value: unknown) => (Object.keys(filters) as Filter[]).find(f => f === value && f !== 'all')
