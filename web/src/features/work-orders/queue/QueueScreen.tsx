import type { ReactNode } from 'react'
import { Icon } from '@/ui/Icon'
import { List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { say } from '../words'
import { groupsByDue } from './due'
import { arrivedInWords } from './inWords'
import { requestColumns } from './RequestRow'
import type { QueuedRequest } from './request'
import './queue.css'

type QueueProps = {
  requests: readonly QueuedRequest[] | undefined
  /** Arrived since the person began to read; they wait behind the bar, so that nothing moves under the pointer. */
  arrived: readonly QueuedRequest[]
  now: number
  selected: string | undefined
  chips: ReactNode
  panel: ReactNode
  onSelect: (id: string) => void
  onShowArrived: () => void
  onNew: () => void
}

export const QueueScreen = ({ requests, arrived, now, selected, chips, panel, onSelect, onShowArrived, onNew }: QueueProps) => (
  <div className="body queue">
    <div className={panel ? 'left' : 'left alone'}>
      <div className="chips">{chips}</div>
      <Emergency requests={[...(requests ?? []), ...arrived]} selected={selected} onSelect={onSelect} />
      {arrived.length > 0 ? <Arrived requests={arrived} onShow={onShowArrived} /> : null}
      {requests === undefined ? <Loading of={say('theQueue')} /> : null}
      {requests?.length === 0 ? (
        <Empty icon="queue" title={say('nothingWaitsHere')}>
          <p>{say('newRequestsAppearByThemselves')}</p>
          <Button onClick={onNew} icon="plus">
            {say('newRequest')}
          </Button>
        </Empty>
      ) : null}
      {requests && requests.length > 0 ? (
        <List
          label={say('requests')}
          columns={requestColumns(now)}
          rows={requests}
          groups={groupsByDue(requests, now)}
          idOf={r => r.id}
          selected={selected}
          onSelect={onSelect}
          rowHeight={48}
          foot={[
            say('allShown', { n: requests.length }),
            ...(arrived.length > 0 ? [say('newWaitBehind', { n: arrived.length })] : []),
          ].join(' ')}
        />
      ) : null}
    </div>
    {panel}
  </div>
)

/** Somebody is in danger or a whole service is down: said before anyone clicks, also when it waits behind the bar. */
const Emergency = ({
  requests,
  selected,
  onSelect,
}: {
  requests: readonly QueuedRequest[]
  selected: string | undefined
  onSelect: (id: string) => void
}) => {
  const [first, ...others] = requests.filter(r => r.priority === 1)
  if (!first) return null
  return (
    <div role="alert">
      <button type="button" className="emergency" onClick={() => onSelect(first.id)} aria-pressed={first.id === selected}>
        <Icon name="warn" />
        <b className="cut">{say('emergency2', { subject: first.subject })}</b>
        <span className="cut">{[first.customer, first.place].filter(Boolean).join(', ')}</span>
        <span className="grow" />
        {others.length > 0 ? <span className="n">{say('andMore', { n: others.length })}</span> : null}
      </button>
    </div>
  )
}

const Arrived = ({ requests, onShow }: { requests: readonly QueuedRequest[]; onShow: () => void }) => (
  <button type="button" className="arrived" onClick={onShow}>
    <span className="dot" />
    <b className="n">{say('new', { n: requests.length })}</b>
    <span className="soft cut" role="status">
      {arrivedInWords(requests)}
    </span>
    <span className="grow" />
    <b>{say('show')}</b>
  </button>
)
