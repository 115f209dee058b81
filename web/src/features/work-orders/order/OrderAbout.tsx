import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Warranty } from '@/features/work-orders/queue/RequestPanel'
import { Go } from '@/ui/Go'
import { Icon } from '@/ui/Icon'
import { SectionTitle } from '@/ui/pieces'
import { coverQuery, historyQuery } from '../history'
import { PastVisits } from '../PastVisits'
import { say } from '../words'
import { failureCodesQuery } from '../workTypes'
import { type AssetCard, billingRules, type Order } from './order'

/** What the job is, for whom, where, and on what. */
export const OrderAbout = ({ order, now, act }: { order: Order; now: number; act?: ReactNode }) => (
  <>
    {order.assets?.map(asset => (
      <Asset key={asset.id} asset={asset} order={order} now={now} />
    ))}
    <Job order={order} />
    {order.customer || order.site || act ? (
      <section>
        <SectionTitle aside={act}>{say('where')}</SectionTitle>
        {order.customer || order.site ? <Where order={order} /> : <p className="soft">{say('notKnownYet')}</p>}
      </section>
    ) : null}
    <Findings order={order} />
    {order.customer ? <Cover order={order} account={order.customer.id} now={now} /> : null}
  </>
)

const Asset = ({ asset, order, now }: { asset: AssetCard; order: Order; now: number }) => {
  const { data: history } = useQuery(historyQuery({ asset: asset.id }))
  const before = history?.visits.filter(v => v.workOrder !== order.id) ?? []
  return (
    <section className="asset-card">
      <SectionTitle aside={<Warranty until={asset.warrantyUntil} now={now} />}>{say('asset')}</SectionTitle>
      <div className="row">
        <span className="drawing">
          <Icon name="assets" size={18} />
        </span>
        <div className="grow">
          <Go to={`/assets/${asset.id}`}>{asset.name}</Go>
          <div className="soft n">{asset.about}</div>
        </div>
      </div>
      {history && before.length === 0 ? <p className="small soft">{say('nothingWasDoneToIt')}</p> : null}
      <PastVisits visits={before} now={now} />
    </section>
  )
}

const Job = ({ order }: { order: Order }) => (
  <section>
    <SectionTitle aside={order.workType?.name}>{say('job')}</SectionTitle>
    {order.description ? (
      <p className="words">{order.description}</p>
    ) : (
      <p className="soft">{say('nothingWasWrittenDownBeside')}</p>
    )}
    {order.safety.map(line => (
      <div className="place t-risk" key={line}>
        <Icon name="warn" />
        <div>{line}</div>
      </div>
    ))}
    {order.priorityReason ? <p className="small soft">{say('priority2', { priorityReason: order.priorityReason })}</p> : null}
    {order.remark ? <p className="small soft">{say('remark2', { remark: order.remark })}</p> : null}
    {order.fields
      .filter(f => f.value)
      .map(field => (
        <div className="small" key={field.code}>
          <span className="soft">{field.label}</span> {field.value}
        </div>
      ))}
  </section>
)

const Where = ({ order }: { order: Order }) => (
  <>
    <div className="place">
      <Icon name="pin" />
      <div>
        {order.customer ? <Go to={`/customers/${order.customer.id}`}>{order.customer.name}</Go> : null}
        <div>{order.site?.name}</div>
        <div className="soft">{order.site?.address}</div>
        {order.site?.accessNotes ? <div className="soft small words">{order.site.accessNotes}</div> : null}
      </div>
    </div>
    {order.site?.hazards ? (
      <div className="place t-risk">
        <Icon name="warn" />
        <div className="words">{order.site.hazards}</div>
      </div>
    ) : null}
    {order.contact ? (
      <div className="place">
        <Icon name="phone" />
        <div className="n">{order.contact}</div>
      </div>
    ) : null}
  </>
)

const codeNames = { symptom: say('symptom2'), problem: say('problem2'), cause: say('cause2'), action: say('done') } as const

const Findings = ({ order }: { order: Order }) => {
  const { data: codes } = useQuery(failureCodesQuery)
  const nameOf = (kind: string) =>
    codes?.find(c => c.kind === kind && c.code === order.codes[kind as keyof typeof codeNames])?.name
  const found = (Object.keys(codeNames) as (keyof typeof codeNames)[]).filter(kind => order.codes[kind])
  if (found.length === 0) return null
  return (
    <section>
      <SectionTitle>{say('findings')}</SectionTitle>
      <dl className="facts">
        {found.map(kind => [
          <dt key={kind}>{codeNames[kind]}</dt>,
          <dd key={`${kind} code`}>{nameOf(kind) ?? order.codes[kind]}</dd>,
        ])}
      </dl>
    </section>
  )
}

/** Who pays for labour, parts and travel, and why. */
const Cover = ({ order, account, now }: { order: Order; account: string; now: number }) => {
  const { data: cover } = useQuery(coverQuery(account, order.site?.id, order.assets?.[0]?.id, now, order.site?.zone))
  return (
    <section>
      <SectionTitle aside={order.billing ? billingRules[order.billing] : undefined}>{say('whoPays')}</SectionTitle>
      {cover
        ? (['labour', 'parts', 'travel'] as const).map(part => (
            <div className="cover" key={part}>
              <span className={cover[part].covered ? 't-good' : 'soft'}>
                <Icon name={cover[part].covered ? 'shield' : 'circle'} size={14} />
              </span>
              <div>
                {say(part)}: {cover[part].covered ? say('covered') : say('theCustomerPays')}
                <div className="small soft">{cover[part].reason}</div>
              </div>
            </div>
          ))
        : null}
    </section>
  )
}
