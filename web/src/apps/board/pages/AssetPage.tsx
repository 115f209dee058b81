import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { AssetScreen } from '@/features/customers/AssetScreen'
import { assetQuery, useAssetLive } from '@/features/customers/queries'
import { Loading, Trouble } from '@/ui/notices'
import { Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/assets/$asset')

export const AssetPage = () => {
  const { asset: id } = route.useParams()
  const { find } = useOffice()
  const now = useNow()
  const { data: asset, error, refetch } = useQuery(assetQuery(id))
  useAssetLive(id)
  return (
    <>
      <Title name={asset?.name ?? say('asset')} under={{ name: say('assets'), to: '/assets' }} onFind={find} />
      {asset ? <AssetScreen asset={asset} now={now} /> : null}
      {error && !asset ? (
        <Trouble title={say('thisAssetCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : null}
      {!asset && !error ? <Loading of={say('theAsset')} /> : null}
    </>
  )
}
