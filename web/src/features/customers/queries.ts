import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import type { Seen } from '@/store/documents'
import { useDocument, useDocuments } from '@/store/react'
import type { Found } from '@/ui/Palette'
import type { Asset } from './AssetScreen'
import type { Customer } from './CustomerScreen'
import type { AssetLine } from './customer'
import { say } from './words'

type Shapes = components['schemas']

const pageSize = 100

export const accountsQuery = (q: string | undefined, branch: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['accounts', q, branch],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/accounts', { params: { query: { q, branch, after: pageParam, limit: pageSize } }, signal })),
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: known => known,
  })

export const assetsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['assets'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/assets', { params: { query: { after: pageParam, limit: pageSize } }, signal })),
    getNextPageParam: page => page.next ?? undefined,
  })

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['account', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/accounts/{id}', { params: { path: { id } }, signal })).then(customerOf),
  })

export const assetQuery = (id: string) =>
  queryOptions({
    queryKey: ['asset', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/assets/{id}', { params: { path: { id } }, signal })).then(assetOf),
  })

const channels: Record<Exclude<Shapes['ContactChannel'], null>, string> = {
  phone: say('phone'),
  sms: 'SMS',
  whatsApp: say('whatsapp'),
  email: say('email'),
}

const day = (date: string | null | undefined) => (date ? Date.parse(`${date}T12:00:00Z`) : undefined)

export const assetLine = (a: Shapes['AssetLine']): AssetLine => ({
  id: a.id,
  name: a.name,
  model: [a.maker, a.model].filter(Boolean).join(' '),
  serial: a.serial ?? undefined,
  state: a.status,
  warrantyUntil: day(a.warrantyUntil),
})

const customerOf = ({ id, version, details, contacts, sites, assets }: Shapes['AccountPage']): Customer => ({
  id,
  version,
  name: details.name,
  kind: details.kind,
  branch: details.branch,
  externalNumber: details.references?.map(r => `${r.system} ${r.number}`).join(', '),
  contacts: contacts.map(({ id, details: c }) => ({
    id,
    name: c.name,
    role: c.role ?? undefined,
    phone: c.phones?.join(', '),
    email: c.email ?? undefined,
    prefers: c.channel ? channels[c.channel] : undefined,
  })),
  sites: sites.map(s => ({
    id: s.id,
    name: s.name,
    address: s.address ?? undefined,
    assets: assets.filter(a => a.site === s.id).length,
  })),
  assets: assets.map(assetLine),
})

const assetOf = ({ id, account, accountName, site, details, above, parts }: Shapes['AssetPage']): Asset => ({
  id,
  name: details.name,
  maker: details.maker ?? undefined,
  model: details.model ?? undefined,
  serial: details.serial ?? undefined,
  state: details.status ?? 'operational',
  warrantyUntil: day(details.warranty?.until),
  installed: day(details.installedOn),
  customer: { id: account, name: accountName },
  site: site.name,
  ...(above[0] ? { parentAsset: { id: above[0].id, name: above[0].name } } : {}),
  children: parts.map(p => ({ id: p.id, name: p.name })),
})

const icons = { account: 'customers', contact: 'people', site: 'pin', asset: 'assets' } as const
const found = 8

/** For Ctrl-K: customers, and whichever of their contacts, sites and assets fit the words. */
export const searchCustomers = async (q: string, signal: AbortSignal, go: (to: string) => void): Promise<readonly Found[]> => {
  const page = await answerOf(api.GET('/api/accounts', { params: { query: { q, limit: found } }, signal }))
  return page.items.flatMap(a => [
    { id: a.id, icon: icons.account, name: a.name, about: a.address ?? undefined, open: () => go(`/customers/${a.id}`) },
    ...a.because.map(hit => ({
      id: hit.id,
      icon: icons[hit.kind],
      name: hit.title,
      about: [hit.detail, a.name].filter(Boolean).join(', '),
      open: () => go(hit.kind === 'asset' ? `/assets/${hit.id}` : `/customers/${a.id}`),
    })),
  ])
}

/** Asks again as soon as the customer, or something of theirs, changed anywhere. */
export const useCustomerLive = (id: string) => {
  const queries = useQueryClient()
  const account = useDocument('account', id)
  const theirs = (documents: readonly Seen<{ account: string }>[]) =>
    documents
      .filter(d => d.account === id)
      .map(d => d.version)
      .join()
  const around = [theirs(useDocuments('contact')), theirs(useDocuments('site')), theirs(useDocuments('asset'))].join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions are what tells of a change
  useEffect(() => void queries.invalidateQueries({ queryKey: ['account', id] }), [queries, id, account?.version, around])
}

export const useAssetLive = (id: string) => {
  const queries = useQueryClient()
  const version = useDocument('asset', id)?.version
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what tells of a change
  useEffect(() => void queries.invalidateQueries({ queryKey: ['asset', id] }), [queries, id, version])
}
