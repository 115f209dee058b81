import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { CustomerChip } from '@/features/billing/CustomerChip'
import { InvoicesScreen } from '@/features/billing/InvoicesScreen'
import { type Filter, filters } from '@/features/billing/invoice'
import { invoicesQuery } from '@/features/billing/queries'
import { accountQuery } from '@/features/customers/queries'
import { Trouble } from '@/ui/notices'
import { Chips, FilterChip, Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'

const route = getRouteApi('/office/money')
const chips = (Object.keys(filters) as Filter[]).map(value => ({ value, name: filters[value].name }))

export const MoneyPage = () => {
  const { session, find } = useOffice()
  const search = route.useSearch()
  const now = useNow()
  const navigate = useNavigate({ from: '/money' })
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    invoicesQuery(search.show ?? 'all', search.branch, search.account),
  )
  const { data: account } = useQuery({ ...accountQuery(search.account ?? ''), enabled: search.account !== undefined })
  const invoices = data?.pages.flatMap(page => page.items)
  const set = useCallback(
    (change: typeof search) => void navigate({ search: known => ({ ...known, ...change }), replace: true }),
    [navigate],
  )
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <>
      <Title name="Money" onFind={find} />
      {error && !invoices ? (
        <Trouble title="Invoices cannot be shown" again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <InvoicesScreen
          invoices={invoices}
          now={now}
          selected={search.selected}
          isFiltered={Boolean(search.show ?? search.branch ?? search.account)}
          chips={
            <>
              <Chips
                chips={chips}
                chosen={search.show ?? 'all'}
                onChoose={show => set({ show: show === 'all' ? undefined : show, selected: undefined })}
              />
              <CustomerChip
                chosen={search.account}
                name={account?.name}
                onChoose={chosen => set({ account: chosen, selected: undefined })}
              />
              {session.branches.length > 1 ? (
                <FilterChip
                  name="Branch"
                  value={search.branch}
                  options={session.branches.map(b => ({ value: b.id, name: b.name }))}
                  onChange={branch => set({ branch })}
                />
              ) : null}
            </>
          }
          foot={hasNextPage ? `The newest ${invoices?.length} shown, more follow.` : `All ${invoices?.length} shown.`}
          onSelect={selected => set({ selected })}
          onOpen={invoice => void navigate({ to: '/money/$invoice', params: { invoice } })}
          onEnd={more}
        />
      )}
    </>
  )
}
