import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, api, newId } from '@/api/client'
import { attempt } from '@/store/attempt'
import type { Store } from '@/store/sync'
import type { Body } from '@/store/wire'
import { type Filter, filters, type Invoice, type Line, type Method, nameOf } from './invoice'
import type { Money } from './money'
import { say } from './words'

const pageSize = 100
const again = 20_000

export const invoicesQuery = (filter: Filter, branch: string | undefined, account: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['invoices', filter, branch, account],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/invoices', {
          params: { query: { ...filters[filter].query, branch, account, after: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: known => known,
    refetchInterval: again,
  })

export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: ['invoice', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/invoices/{id}', { params: { path: { id } }, signal })),
    refetchInterval: again,
  })

/** What was asked for an order; drafted by the server a moment after the order is completed. */
export const billingQuery = (order: string) =>
  queryOptions({
    queryKey: ['billing', order],
    queryFn: ({ signal }) => answerOf(api.GET('/api/billing', { params: { query: { order } }, signal })),
    refetchInterval: again,
  })

const sent = (store: Store, invoice: Invoice, verb: string, type: string, body: Body) =>
  attempt(store, {
    type,
    title: say('actOn', { verb, invoice: nameOf(invoice) }),
    entity: invoice.id,
    baseVersion: Number(invoice.version),
    body: { invoice: invoice.id, ...body },
    patches: [],
  })

export const issue = (store: Store, invoice: Invoice) =>
  sent(store, invoice, say('issue'), 'invoices/issue', { seen: Number(invoice.version) })

export const takeBack = (store: Store, invoice: Invoice, reason: string) =>
  sent(store, invoice, say('void'), 'invoices/void', { reason, seen: Number(invoice.version) })

export const waive = (store: Store, invoice: Invoice, reason: string) =>
  sent(store, invoice, say('waive'), 'invoices/waive', { reason, seen: Number(invoice.version) })

export const change = (store: Store, invoice: Invoice, lines: readonly Line[]) =>
  sent(store, invoice, say('change'), 'invoices/change', {
    lines: lines as unknown as Body[string],
    seen: Number(invoice.version),
  })

export const recordPayment = (store: Store, invoice: Invoice, amount: Money, method: Method, receipt: string) =>
  sent(store, invoice, say('recordPaymentOn'), 'payments/record', {
    payment: newId(),
    amount,
    method,
    ...(receipt ? { receipt } : {}),
  })
