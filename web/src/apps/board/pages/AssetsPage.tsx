import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { AssetsScreen } from '@/features/customers/AssetsScreen'
import { type AssetLine, assetStates } from '@/features/customers/customer'
import { assetLine, assetsQuery } from '@/features/customers/queries'
import type { AccountDocument, AssetDocument, SiteDocument } from '@/features/work-orders/documents'
import { useDocuments } from '@/store/react'
import { Trouble } from '@/ui/notices'
import { SearchField } from '@/ui/SearchField'
import { FilterChip, Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/assets')
const states = (Object.keys(assetStates) as AssetLine['state'][]).map(value => ({ value, name: assetStates[value].name }))

export const AssetsPage = () => {
  const { find } = useOffice()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/assets' })
  const now = useNow()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(assetsQuery())
  const [documents, sites, accounts] = [
    useDocuments<AssetDocument>('asset'),
    useDocuments<SiteDocument>('site'),
    useDocuments<AccountDocument>('account'),
  ]
  const isNarrowed = search.q !== undefined || search.state !== undefined
  const listed = useMemo(() => data?.pages.flatMap(page => page.items), [data])
  const assets = useMemo(() => {
    const places = new Map(sites.map(s => [s.id, s.name]))
    const names = new Map(accounts.map(a => [a.id, a.name]))
    const placed = (line: AssetLine, of: { site: string; account: string }): AssetLine => ({
      ...line,
      ...(places.has(of.site) ? { site: places.get(of.site) } : {}),
      ...(names.has(of.account) ? { customer: names.get(of.account) } : {}),
    })
    // Those of this person's branches lie on this device, so a search is answered here and at once; the whole list comes from the server.
    if (!isNarrowed) return listed?.map(a => placed(assetLine(a), a))
    const words = (search.q ?? '').toLowerCase().split(/\s+/)
    return documents
      .map(a =>
        placed(
          {
            id: a.id,
            name: a.name,
            model: [a.maker, a.model].filter(Boolean).join(' '),
            ...(a.serial ? { serial: a.serial } : {}),
            state: a.status ?? 'operational',
            ...(a.warranty ? { warrantyUntil: Date.parse(`${a.warranty.until}T12:00:00Z`) } : {}),
          },
          a,
        ),
      )
      .filter(a => search.state === undefined || a.state === search.state)
      .filter(a => {
        const text = `${a.name} ${a.model} ${a.serial ?? ''} ${a.customer ?? ''} ${a.site ?? ''}`.toLowerCase()
        return words.every(word => text.includes(word))
      })
      .toSorted((a, b) => a.name.localeCompare(b.name))
  }, [listed, documents, sites, accounts, isNarrowed, search.q, search.state])
  const more = useCallback(() => {
    if (!isNarrowed && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [isNarrowed, hasNextPage, isFetchingNextPage, fetchNextPage])
  const set = (change: typeof search) => void navigate({ search: known => ({ ...known, ...change }), replace: true })
  const foot = isNarrowed
    ? say('ofFit', { n: assets?.length ?? 0, n2: documents.length })
    : hasNextPage
      ? say('theNewestShownMoreFollow', { n: assets?.length ?? 0 })
      : say('allShown', { n: assets?.length ?? 0 })
  return (
    <>
      <Title name={say('assets')} onFind={find} />
      {error && !assets ? (
        <Trouble title={say('assetsCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <AssetsScreen
          assets={assets}
          now={now}
          selected={search.selected}
          isNarrowed={isNarrowed}
          chips={
            <>
              <SearchField
                label={say('nameSerialCustomerOrSite')}
                value={search.q ?? ''}
                onSearch={q => set({ q: q || undefined })}
              />
              <FilterChip
                name={say('state')}
                value={search.state}
                options={states}
                onChange={state => set({ state: state as AssetLine['state'] | undefined })}
              />
            </>
          }
          foot={foot}
          onSelect={selected => set({ selected })}
          onOpen={asset => void navigate({ to: '/assets/$asset', params: { asset } })}
          onEnd={more}
        />
      )}
    </>
  )
}
