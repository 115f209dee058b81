import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { AddCustomer } from '@/features/customers/AddCustomer'
import { CustomersScreen } from '@/features/customers/CustomersScreen'
import { accountsQuery } from '@/features/customers/queries'
import { BranchChip } from '@/features/identity/BranchChip'
import { may } from '@/features/identity/session'
import { Trouble } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { SearchField } from '@/ui/SearchField'
import { Title } from '@/ui/Shell'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/customers')

export const CustomersPage = () => {
  const { session, find } = useOffice()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/customers' })
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    accountsQuery(search.q, search.branch),
  )
  const names = new Map(session.branches.map(b => [b.id, b.name]))
  const accounts = data?.pages
    .flatMap(page => page.items)
    .map(a => ({
      id: a.id,
      name: a.name,
      kind: a.kind,
      address: a.address ?? undefined,
      branch: names.get(a.branch),
      because: a.because.map(hit => [hit.title, hit.detail].filter(Boolean).join(' ')),
    }))
  const set = useCallback(
    (change: typeof search) => void navigate({ search: known => ({ ...known, ...change }), replace: true }),
    [navigate],
  )
  const onSearch = useCallback((q: string) => set({ q: q || undefined }), [set])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <>
      <Title name={say('customers')} onFind={find}>
        {may(session, 'accounts/add') ? (
          <Button kind="main" icon="plus" onClick={() => set({ new: true })}>
            {say('newCustomer')}
          </Button>
        ) : null}
      </Title>
      {error && !accounts ? (
        <Trouble title={say('customersCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <CustomersScreen
          accounts={accounts}
          selected={search.selected}
          chips={
            <>
              <SearchField label={say('namePhoneSerialOrAddress')} value={search.q ?? ''} onSearch={onSearch} />
              <BranchChip session={session} branch={search.branch} onChange={branch => set({ branch })} />
            </>
          }
          foot={
            hasNextPage
              ? say('theNewestShownMoreFollow', { n: accounts?.length ?? 0 })
              : say('allShown', { n: accounts?.length ?? 0 })
          }
          onSelect={selected => set({ selected })}
          onOpen={account => void navigate({ to: '/customers/$account', params: { account } })}
          onEnd={more}
        />
      )}
      <AddCustomer
        opened={search.new === true}
        branches={session.branches}
        onClose={() => set({ new: undefined })}
        onAdded={account => void navigate({ to: '/customers/$account', params: { account } })}
      />
    </>
  )
}
