import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { CustomerChip } from '@/features/billing/CustomerChip'
import { InvoicesScreen } from '@/features/billing/InvoicesScreen'
import { type Filter, filters } from '@/features/billing/invoice'
import { invoicesQuery } from '@/features/billing/queries'
import { accountQuery } from '@/features/customers/queries'
import { BranchChip } from '@/features/identity/BranchChip'
import { Trouble } from '@/ui/notices'
import { Chips, Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

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
      <Title name={say('money')} onFind={find} />
      {error && !invoices ? (
        <Trouble title={say('invoicesCannotBeShown')} again={() => void refetch()}>
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
              <BranchChip session={session} branch={search.branch} onChange={branch => set({ branch })} />
            </>
          }
          foot={
            hasNextPage
              ? say('theNewestShownMoreFollow', { n: invoices?.length ?? 0 })
              : say('allShown', { n: invoices?.length ?? 0 })
          }
          onSelect={selected => set({ selected })}
          onOpen={invoice => void navigate({ to: '/money/$invoice', params: { invoice } })}
          onEnd={more}
        />
      )}
    </>
  )
}
