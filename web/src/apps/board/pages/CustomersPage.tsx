import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { AddCustomer } from '@/features/customers/AddCustomer'
import { CustomersScreen } from '@/features/customers/CustomersScreen'
import { accountsQuery } from '@/features/customers/queries'
import { may } from '@/features/identity/session'
import { Trouble } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { SearchField } from '@/ui/SearchField'
import { FilterChip, Title } from '@/ui/Shell'
import { useOffice } from '../Office'

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
      <Title name="Customers" onFind={find}>
        {may(session, 'accounts/add') ? (
          <Button kind="main" icon="plus" onClick={() => set({ new: true })}>
            New customer
          </Button>
        ) : null}
      </Title>
      {error && !accounts ? (
        <Trouble title="Customers cannot be shown" again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <CustomersScreen
          accounts={accounts}
          selected={search.selected}
          filters={
            <>
              <SearchField label="Name, phone, serial or address" value={search.q ?? ''} onSearch={onSearch} />
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
          foot={hasNextPage ? `The newest ${accounts?.length} shown, more follow.` : `All ${accounts?.length} shown.`}
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
