import type { ReactNode } from 'react'
import { Icon } from '@/ui/Icon'
import { Avatar, Button, Priority, SectionTitle, State } from '@/ui/pieces'
import { ago, exact, moment } from '@/ui/times'
import { timeFormat } from '@/words/formats'
import type { PastVisit } from '../history'
import { PastVisits } from '../PastVisits'
import { say } from '../words'
import { due } from './due'
import { channels, type QueuedRequest } from './request'

export type AssetHere = { id: string; name: string; about: string; warrantyUntil?: number }

/** What is known around a request: who called, from where, what stands there and what was done before. */
export type RequestContext = {
  caller?: { name: string; role?: string; phone?: string; email?: string }
  place?: { name: string; about?: string }
  cover?: { name: string; promise: string }
  assets: readonly AssetHere[]
  assetCount: number
  visits: readonly PastVisit[]
}

type PanelProps = {
  request: QueuedRequest
  now: number
  onClose: () => void
  /** What can be done with it. */
  children: ReactNode
  /** What is known around it, and which asset it is about. */
  context?: { known: RequestContext; asset: string | undefined; onAsset: (id: string) => void }
  /** Open work, what was asked, what was sent along. */
  around?: ReactNode
  triage?: ReactNode
}

export const RequestPanel = ({ request, context, now, onClose, around, triage, children }: PanelProps) => (
  <aside className="panel request" aria-label={say('requestOf', { what: request.number || request.subject })}>
    <RequestTop request={request} now={now} onClose={onClose} />
    <div className={triage ? 'two' : 'two one'}>
      <div className="context scroll">
        <Caller context={context?.known} request={request} now={now} />
        {context ? <AssetsHere context={context.known} chosen={context.asset} now={now} onAsset={context.onAsset} /> : null}
        {around}
        {context?.known.visits.length ? (
          <section>
            <SectionTitle>{say('lastVisits')}</SectionTitle>
            <PastVisits visits={context.known.visits} now={now} />
          </section>
        ) : null}
      </div>
      {triage ? <div className="triage scroll">{triage}</div> : null}
    </div>
    <div className="foot">{children}</div>
  </aside>
)

const RequestTop = ({ request, now, onClose }: Pick<PanelProps, 'request' | 'now' | 'onClose'>) => {
  const answer = due(request, now)
  return (
    <div className="top">
      <div className="row small soft">
        <Priority level={request.priority} />
        <span className="n">{request.number}</span>
        <span title={exact(request.receivedAt)}>
          <Icon name={channels[request.channel].icon} size={14} /> {channels[request.channel].name},{' '}
          {ago(request.receivedAt, now)}
          {request.takenBy ? `, ${say('takenBy', { name: request.takenBy })}` : ''}
        </span>
        <span className="grow" />
        {answer ? (
          <State tone={answer.tone ?? 'plain'} icon="sla">
            {say('answerIn', { left: answer.words })}
          </State>
        ) : null}
        <Button kind="plain" size="small" icon="close" aria-label={say('closeTheRequest')} onClick={onClose} />
      </div>
      <h2>{request.subject}</h2>
      {request.words ? <p className="words">“{request.words}”</p> : null}
    </div>
  )
}

const Caller = ({ context, request, now }: { context: RequestContext | undefined; request: QueuedRequest; now: number }) => (
  <div>
    {context?.caller || context?.place ? null : <Told request={request} now={now} />}
    {context?.caller ? (
      <div className="who">
        <Avatar name={context.caller.name} size={32} />
        <div className="grow">
          <b>{context.caller.name}</b>
          <div className="soft n cut">{[context.caller.role, context.caller.phone].filter(Boolean).join(', ')}</div>
          {context.caller.email ? (
            <a className="link cut" href={`mailto:${context.caller.email}`}>
              {context.caller.email}
            </a>
          ) : null}
        </div>
        {context.caller.phone ? (
          <a
            className="button"
            data-size="small"
            data-icon-only=""
            href={`tel:${context.caller.phone.replaceAll(' ', '')}`}
            aria-label={say('call', { name: context.caller.name })}
          >
            <Icon name="phone" size={14} />
          </a>
        ) : null}
      </div>
    ) : null}
    {context?.place ? (
      <div className="where">
        <span className="soft">
          <Icon name="pin" />
        </span>
        <div>
          <b>{context.place.name}</b>
          <div className="soft">{context.place.about}</div>
        </div>
      </div>
    ) : null}
    {context?.cover ? (
      <div className="where">
        <span className="t-good">
          <Icon name="shield" />
        </span>
        <div>
          <b>{context.cover.name}</b> <span className="soft">{context.cover.promise}</span>
        </div>
      </div>
    ) : null}
  </div>
)

/** What the request itself says, while nothing more is known around it. */
const Told = ({ request, now }: { request: QueuedRequest; now: number }) => (
  <dl className="facts">
    <dt>{say('customer')}</dt>
    <dd>{request.customer ?? <span className="soft">{say('notKnownYet2')}</span>}</dd>
    <dt>{say('site')}</dt>
    <dd>{request.place ?? <span className="soft">{say('notKnownYet2')}</span>}</dd>
    {request.caller ? (
      <>
        <dt>{say('from')}</dt>
        <dd>{request.caller}</dd>
      </>
    ) : null}
    <dt>{say('received')}</dt>
    <dd className="n" title={exact(request.receivedAt)}>
      {moment(request.receivedAt, now)}
    </dd>
  </dl>
)

type AssetsProps = { context: RequestContext; chosen: string | undefined; now: number; onAsset: (id: string) => void }

const AssetsHere = ({ context, chosen, now, onAsset }: AssetsProps) => {
  return (
    <section>
      <SectionTitle note={context.assetCount}>{say('assetsHere')}</SectionTitle>
      {context.assets.map(asset => (
        <button
          type="button"
          key={asset.id}
          className="asset"
          aria-pressed={asset.id === chosen}
          onClick={() => onAsset(asset.id)}
        >
          <Icon name="assets" />
          <span>
            <span className="cut">{asset.name}</span>
            <span className="small soft cut" style={{ display: 'block' }}>
              {asset.about}
            </span>
          </span>
          <Warranty until={asset.warrantyUntil} now={now} />
        </button>
      ))}
      {context.assets.length === 0 ? <p className="small soft">{say('noneRecordedAtThisSite')}</p> : null}
    </section>
  )
}

export const Warranty = ({ until, now }: { until: number | undefined; now: number }) => {
  if (until === undefined) return null
  const month = timeFormat({ month: 'short', year: 'numeric' }).format(until).replace('Sept', 'Sep')
  return until > now ? (
    <State tone="good" icon="shield">
      {month}
    </State>
  ) : (
    <span className="small soft">{say('ended', { month })}</span>
  )
}
