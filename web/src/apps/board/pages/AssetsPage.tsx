import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { AssetsScreen } from '@/features/customers/AssetsScreen'
import { assetLine, assetsQuery } from '@/features/customers/queries'
import { Trouble } from '@/ui/notices'
import { Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'

const route = getRouteApi('/office/assets')

export const AssetsPage = () => {
  const { find } = useOffice()
  const { selected } = route.useSearch()
  const navigate = useNavigate({ from: '/assets' })
  const now = useNow()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(assetsQuery())
  const assets = data?.pages.flatMap(page => page.items).map(assetLine)
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <>
      <Title name="Assets" onFind={find} />
      {error && !assets ? (
        <Trouble title="Assets cannot be shown" again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <AssetsScreen
          assets={assets}
          now={now}
          selected={selected}
          foot={hasNextPage ? `The newest ${assets?.length} shown, more follow.` : `All ${assets?.length} shown.`}
          onSelect={id => void navigate({ search: { selected: id }, replace: true })}
          onOpen={asset => void navigate({ to: '/assets/$asset', params: { asset } })}
          onEnd={more}
        />
      )}
    </>
  )
}
