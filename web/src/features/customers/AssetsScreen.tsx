import type { ReactNode } from 'react'
import { type Column, List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
import { State } from '@/ui/pieces'
import { Warranty } from '../work-orders/queue/RequestPanel'
import { type AssetLine, assetStates } from './customer'

const columns = (now: number): Column<AssetLine>[] => [
  {
    key: 'name',
    title: 'Asset',
    width: 'minmax(160px, 1.2fr)',
    narrow: true,
    cell: a => <span className="thing">{a.name}</span>,
  },
  {
    key: 'place',
    title: 'Customer and site',
    width: 'minmax(0, 1.4fr)',
    cell: a => <span className="soft cut">{[a.customer, a.site].filter(Boolean).join(', ')}</span>,
  },
  { key: 'model', title: 'Maker and model', width: 'minmax(0, 1fr)', cell: a => <span className="soft">{a.model}</span> },
  { key: 'serial', title: 'Serial', width: 'minmax(0, 1fr)', cell: a => <span className="soft n">{a.serial}</span> },
  { key: 'warranty', title: 'Warranty', width: '128px', cell: a => <Warranty until={a.warrantyUntil} now={now} /> },
  {
    key: 'state',
    title: 'State',
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

export const AssetsScreen = ({ assets, now, selected, isNarrowed, chips, foot, onSelect, onOpen, onEnd }: AssetsProps) => (
  <div className="body">
    <div className="grow list-side">
      <div className="chips">{chips}</div>
      {assets === undefined ? <Loading of="assets" /> : null}
      {assets?.length === 0 && isNarrowed ? (
        <Empty icon="search" title="No asset fits">
          <p>Take a filter off, or search by another word of its name, model, serial, customer or site.</p>
        </Empty>
      ) : null}
      {assets?.length === 0 && !isNarrowed ? (
        <Empty icon="assets" title="No asset is recorded yet">
          <p>Assets are added on a customer’s page, or come with an import.</p>
        </Empty>
      ) : null}
      {assets && assets.length > 0 ? (
        <List
          label="Assets"
          columns={columns(now)}
          rows={assets}
          idOf={a => a.id}
          selected={selected}
          onSelect={onSelect}
          onOpen={onOpen}
          onEnd={onEnd}
          foot={foot}
        />
      ) : null}
    </div>
  </div>
)
