import type { ReactNode } from 'react'
import { Go } from '@/ui/Go'
import { Icon } from '@/ui/Icon'
import { Avatar, Facts, SectionTitle, State, Tag } from '@/ui/pieces'
import { Warranty } from '../work-orders/queue/RequestPanel'
import { type AssetLine, assetStates, type Contact, type HistoryLine, type Site } from './customer'
import { History } from './History'
import { say } from './words'
import './customers.css'

export type Customer = {
  id: string
  name: string
  kind: 'person' | 'company'
  version: number
  branch: string
  externalNumber?: string
  contacts: readonly Contact[]
  sites: readonly Site[]
  assets: readonly AssetLine[]
}

type CustomerProps = {
  customer: Customer
  now: number
  history?: readonly HistoryLine[]
  actions?: { contact: ReactNode; site: ReactNode; asset: ReactNode }
}

export const CustomerScreen = ({ customer, now, history, actions }: CustomerProps) => (
  <div className="record">
    <div className="top">
      <div>
        <div className="row">
          <h2>{customer.name}</h2>
          <Tag>{customer.kind === 'company' ? say('company') : say('person')}</Tag>
        </div>
        <div className="soft">
          <Facts
            of={[customer.contacts[0]?.phone, customer.contacts[0]?.email, customer.sites[0]?.address, customer.externalNumber]}
          />
        </div>
      </div>
      <div className="figures n">
        <div>
          <b>{customer.sites.length}</b>
          {say('sitesOf', { n: customer.sites.length })}
        </div>
        <div>
          <b>{customer.assets.length}</b>
          {say('assetsOf', { n: customer.assets.length })}
        </div>
      </div>
    </div>
    <div className="columns">
      <div className="column scroll">
        <Contacts contacts={customer.contacts} action={actions?.contact} />
        <Sites sites={customer.sites} action={actions?.site} />
      </div>
      <div className="column scroll">
        <Assets assets={customer.assets} now={now} action={actions?.asset} />
        {history ? <History lines={history} now={now} /> : null}
      </div>
    </div>
  </div>
)

const Contacts = ({ contacts, action }: { contacts: readonly Contact[]; action?: ReactNode }) => (
  <section>
    <SectionTitle note={contacts.length} aside={action}>
      {say('contacts')}
    </SectionTitle>
    {contacts.length === 0 ? <p className="soft">{say('nobodyIsNamedYet')}</p> : null}
    {contacts.map(contact => (
      <div className="person-line" key={contact.id}>
        <Avatar name={contact.name} />
        <div className="grow">
          <div className="thing cut">
            {contact.name} {contact.role ? <span className="soft">{contact.role}</span> : null}
          </div>
          <div className="small soft n cut">{[contact.phone, contact.email].filter(Boolean).join(', ')}</div>
        </div>
        {contact.prefers ? <Tag>{contact.prefers}</Tag> : null}
      </div>
    ))}
  </section>
)

const Sites = ({ sites, action }: { sites: readonly Site[]; action?: ReactNode }) => (
  <section>
    <SectionTitle note={sites.length} aside={action}>
      {say('sites')}
    </SectionTitle>
    {sites.length === 0 ? <p className="soft">{say('noneYet')}</p> : null}
    {sites.map(site => (
      <div className="site-line" key={site.id}>
        <span className="soft">
          <Icon name="pin" />
        </span>
        <div>
          <div className="thing">{site.name}</div>
          <div className="soft">{site.address}</div>
          {site.accessNotes ? <div className="soft small">{site.accessNotes}</div> : null}
          <div className="soft small n">{[say('assetsHere', { n: site.assets }), site.zone].filter(Boolean).join(', ')}</div>
        </div>
      </div>
    ))}
  </section>
)

const Assets = ({ assets, now, action }: { assets: readonly AssetLine[]; now: number; action?: ReactNode }) => (
  <section>
    <SectionTitle note={assets.length} aside={action}>
      {say('assets')}
    </SectionTitle>
    {assets.length === 0 ? <p className="soft">{say('noneRecordedYet')}</p> : null}
    {assets.map(asset => (
      <div className="asset-line" key={asset.id}>
        <span className="soft">
          <Icon name="assets" />
        </span>
        <Go to={`/assets/${asset.id}`}>{asset.name}</Go>
        <span className="cut soft wide">{asset.model}</span>
        <span className="cut soft n wide">{asset.serial}</span>
        <span className="wide">
          <Warranty until={asset.warrantyUntil} now={now} />
        </span>
        <span className="right">
          <State tone={assetStates[asset.state].tone} icon={assetStates[asset.state].icon}>
            {assetStates[asset.state].name}
          </State>
        </span>
      </div>
    ))}
  </section>
)
