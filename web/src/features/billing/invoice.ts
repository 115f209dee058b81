import type { components } from '@/api/schema'
import type { IconName } from '@/ui/Icon'
import type { Tone } from '@/ui/pieces'

type Shapes = components['schemas']

export type Invoice = Shapes['InvoiceSummary']
export type Page = Shapes['InvoicePage']
export type Line = Shapes['InvoiceLine']
export type InvoiceState = NonNullable<Invoice['state']>

export const invoiceStates: Record<InvoiceState, { name: string; tone: Tone; icon: IconName }> = {
  draft: { name: 'Draft', tone: 'tentative', icon: 'pen' },
  issued: { name: 'Issued', tone: 'scheduled', icon: 'send' },
  partiallyPaid: { name: 'Paid in part', tone: 'paused', icon: 'pause' },
  paid: { name: 'Paid', tone: 'good', icon: 'check' },
  void: { name: 'Void', tone: 'done', icon: 'close' },
  waived: { name: 'Waived', tone: 'done', icon: 'close' },
}

export const methods = { mobileMoney: 'Mobile money', cash: 'Cash', bank: 'Bank transfer', card: 'Card' } as const
export type Method = keyof typeof methods

export const lineKinds = { labour: 'Labour', part: 'Part', travel: 'Travel', fee: 'Fee', extra: 'Extra' } as const

export const nameOf = (invoice: Invoice) => invoice.called ?? `Draft for WO-${invoice.orderNumber}`

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
  all: { name: 'All', query: {} },
  draft: { name: 'To review', query: { state: 'draft' } },
  open: { name: 'Open', query: { open: true } },
  overdue: { name: 'Overdue', query: { overdue: true } },
  paid: { name: 'Paid', query: { state: 'paid' } },
  void: { name: 'Void', query: { state: 'void' } },
  waived: { name: 'Waived', query: { state: 'waived' } },
} as const
export type Filter = keyof typeof filters
export const filterOf = (value: unknown) => (Object.keys(filters) as Filter[]).find(f => f === value && f !== 'all')
