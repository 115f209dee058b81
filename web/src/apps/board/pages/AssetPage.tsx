import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { AssetScreen } from '@/features/customers/AssetScreen'
import { assetQuery, useAssetLive } from '@/features/customers/queries'
import { Loading, Trouble } from '@/ui/notices'
import { Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'

const route = getRouteApi('/office/assets/$asset')

export const AssetPage = () => {
  const { asset: id } = route.useParams()
  const { find } = useOffice()
  const now = useNow()
  const { data: asset, error, refetch } = useQuery(assetQuery(id))
  useAssetLive(id)
  return (
    <>
      <Title name={asset?.name ?? 'Asset'} under={{ name: 'Assets', to: '/assets' }} onFind={find} />
      {asset ? <AssetScreen asset={asset} now={now} /> : null}
      {error && !asset ? (
        <Trouble title="This asset cannot be shown" again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : null}
      {!asset && !error ? <Loading of="the asset" /> : null}
    </>
  )
}
