import type { ReactNode } from 'react'
import { Go } from '@/ui/Go'
import { Icon } from '@/ui/Icon'
import { Facts, SectionTitle, State } from '@/ui/pieces'
import { date } from '@/ui/times'
import { type AssetLine, assetStates, type HistoryLine } from './customer'
import { History } from './History'
import './customers.css'

export type Asset = Omit<AssetLine, 'customer'> & {
  customer?: { id: string; name: string }
  maker?: string
  installed?: number
  parentAsset?: { id: string; name: string }
  children: readonly { id: string; name: string }[]
}

export const AssetScreen = ({ asset, now, history }: { asset: Asset; now: number; history?: readonly HistoryLine[] }) => {
  const state = assetStates[asset.state]
  return (
    <div className="record">
      <div className="top">
        <div>
          <div className="row">
            <h2>{asset.name}</h2>
            <State tone={state.tone} icon={state.icon}>
              {state.name}
            </State>
          </div>
          <div className="soft">
            <Facts of={[asset.customer?.name, asset.site, asset.serial ? `Serial ${asset.serial}` : undefined]} />
          </div>
        </div>
        <Cover until={asset.warrantyUntil} now={now} />
      </div>
      <div className="columns">
        <div className="column scroll">
          <About asset={asset} now={now} />
          <Tree asset={asset} />
        </div>
        <div className="column scroll">{history ? <History lines={history} now={now} /> : null}</div>
      </div>
    </div>
  )
}

const Cover = ({ until, now }: { until: number | undefined; now: number }) => {
  if (until === undefined) return <span className="soft">No warranty recorded</span>
  return until > now ? (
    <State tone="good" icon="shield">
      In warranty to {date(until, now)}
    </State>
  ) : (
    <span className="soft n">Warranty ended {date(until, now)}</span>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) =>
  children ? (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  ) : null

const About = ({ asset, now }: { asset: Asset; now: number }) => (
  <section>
    <SectionTitle>About</SectionTitle>
    <dl className="facts n">
      <Fact name="Customer">{asset.customer ? <Go to={`/customers/${asset.customer.id}`}>{asset.customer.name}</Go> : null}</Fact>
      <Fact name="Site">{asset.site}</Fact>
      <Fact name="Maker">{asset.maker}</Fact>
      <Fact name="Model">{asset.model}</Fact>
      <Fact name="Serial">{asset.serial}</Fact>
      <Fact name="Installed">{asset.installed === undefined ? null : date(asset.installed, now)}</Fact>
    </dl>
  </section>
)

const Tree = ({ asset }: { asset: Asset }) =>
  asset.parentAsset || asset.children.length > 0 ? (
    <section>
      <SectionTitle>Belongs together</SectionTitle>
      {asset.parentAsset ? (
        <div className="site-line">
          <span className="soft">
            <Icon name="assets" />
          </span>
          <span>
            Part of <Go to={`/assets/${asset.parentAsset.id}`}>{asset.parentAsset.name}</Go>
          </span>
        </div>
      ) : null}
      {asset.children.map(child => (
        <div className="site-line" key={child.id}>
          <span className="soft">
            <Icon name="part" />
          </span>
          <Go to={`/assets/${child.id}`}>{child.name}</Go>
        </div>
      ))}
    </section>
  ) : null
