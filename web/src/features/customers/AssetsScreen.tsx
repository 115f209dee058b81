import type { ReactNode } from 'react'
import type { Column } from '@/ui/List'
import { ListScreen } from '@/ui/ListScreen'
import { Empty } from '@/ui/notices'
import { State } from '@/ui/pieces'
import { Warranty } from '../work-orders/queue/RequestPanel'
import { type AssetLine, assetStates } from './customer'
import { say } from './words'

const columns = (now: number): Column<AssetLine>[] => [
  {
    key: 'name',
    title: say('asset'),
    width: 'minmax(160px, 1.2fr)',
    narrow: true,
    cell: a => <span className="thing">{a.name}</span>,
  },
  {
    key: 'place',
    title: say('customerAndSite'),
    width: 'minmax(0, 1.4fr)',
    cell: a => <span className="soft cut">{[a.customer, a.site].filter(Boolean).join(', ')}</span>,
  },
  { key: 'model', title: say('makerAndModel'), width: 'minmax(0, 1fr)', cell: a => <span className="soft">{a.model}</span> },
  { key: 'serial', title: say('serial'), width: 'minmax(0, 1fr)', cell: a => <span className="soft n">{a.serial}</span> },
  { key: 'warranty', title: say('warranty'), width: '128px', cell: a => <Warranty until={a.warrantyUntil} now={now} /> },
  {
    key: 'state',
    title: say('state'),
    width: '104px',
    narrow: true,
    cell: a => (
      <State tone={assetStates[a.state].tone} icon={assetStates[a.state].icon}>
        {assetStates[a.state].name}
      </State>
    ),
  },
]

type AssetsProps = {
  assets: readonly AssetLine[] | undefined
  now: number
  selected: string | undefined
  /** A search or a filter leaves some out. */
  isNarrowed: boolean
  chips: ReactNode
  foot?: string
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onEnd?: () => void
}

export const AssetsScreen = ({ assets, now, isNarrowed, ...list }: AssetsProps) => (
  <ListScreen
    label={say('assets')}
    loading={say('theAssets')}
    empty={
      <Empty icon={isNarrowed ? 'search' : 'assets'} title={isNarrowed ? say('noAssetFits') : say('noAssetIsRecordedYet')}>
        <p>{isNarrowed ? say('takeAFilterOffOr') : say('assetsAreAddedOnA')}</p>
      </Empty>
    }
    columns={columns(now)}
    rows={assets}
    idOf={a => a.id}
    {...list}
  />
)
