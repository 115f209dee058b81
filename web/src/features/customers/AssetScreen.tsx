import type { ReactNode } from 'react'
import { Go } from '@/ui/Go'
import { Icon } from '@/ui/Icon'
import { Facts, SectionTitle, State } from '@/ui/pieces'
import { date } from '@/ui/times'
import { type AssetLine, assetStates, type HistoryLine } from './customer'
import { History } from './History'
import { say } from './words'
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
            <Facts
              of={[asset.customer?.name, asset.site, asset.serial ? say('serialIs', { serial: asset.serial }) : undefined]}
            />
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
  if (until === undefined) return <span className="soft">{say('noWarrantyRecorded')}</span>
  return until > now ? (
    <State tone="good" icon="shield">
      {say('inWarrantyTo', { date: date(until, now) })}
    </State>
  ) : (
    <span className="soft n">{say('warrantyEnded', { date: date(until, now) })}</span>
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
    <SectionTitle>{say('about')}</SectionTitle>
    <dl className="facts n">
      <Fact name={say('customer')}>
        {asset.customer ? <Go to={`/customers/${asset.customer.id}`}>{asset.customer.name}</Go> : null}
      </Fact>
      <Fact name={say('site')}>{asset.site}</Fact>
      <Fact name={say('maker')}>{asset.maker}</Fact>
      <Fact name={say('model')}>{asset.model}</Fact>
      <Fact name={say('serial')}>{asset.serial}</Fact>
      <Fact name={say('installed')}>{asset.installed === undefined ? null : date(asset.installed, now)}</Fact>
    </dl>
  </section>
)

const Tree = ({ asset }: { asset: Asset }) =>
  asset.parentAsset || asset.children.length > 0 ? (
    <section>
      <SectionTitle>{say('belongsTogether')}</SectionTitle>
      {asset.parentAsset ? (
        <div className="site-line">
          <span className="soft">
            <Icon name="assets" />
          </span>
          <span>
            {say('partOf')} <Go to={`/assets/${asset.parentAsset.id}`}>{asset.parentAsset.name}</Go>
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
