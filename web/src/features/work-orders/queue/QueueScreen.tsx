import type { ReactNode } from 'react'
import { List } from '@/ui/List'
import { Empty, Loading } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { span } from '@/ui/times'
import { groupsByDue } from './due'
import { requestColumns } from './RequestRow'
import { channels, type QueuedRequest } from './request'
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
      {arrived.length > 0 ? <Arrived requests={arrived} onShow={onShowArrived} /> : null}
      {requests === undefined ? <Loading of="the queue" /> : null}
      {requests?.length === 0 ? (
        <Empty icon="queue" title="Nothing waits here">
          <p>New requests appear by themselves, from every channel. One that came by phone you can take down yourself.</p>
          <Button onClick={onNew} icon="plus">
            New request
          </Button>
        </Empty>
      ) : null}
      {requests && requests.length > 0 ? (
        <List
          label="Requests"
          columns={requestColumns(now)}
          rows={requests}
          groups={groupsByDue(requests, now)}
          idOf={r => r.id}
          nameOf={r => `${r.subject}, priority ${r.priority}`}
          selected={selected}
          onSelect={onSelect}
          rowHeight={48}
          foot={`All ${requests.length} shown.${arrived.length > 0 ? ` ${arrived.length} new wait behind the bar.` : ''}`}
        />
      ) : null}
    </div>
    {panel}
  </div>
)

const Arrived = ({ requests, onShow }: { requests: readonly QueuedRequest[]; onShow: () => void }) => (
  <button type="button" className="arrived" onClick={onShow}>
    <span className="dot" />
    <b className="n">{requests.length} new</b>
    <span className="soft cut" role="status">
      {arrivedInWords(requests)}
    </span>
    <span className="grow" />
    <b>Show</b>
  </button>
)

/** "2 WhatsApp, 1 sensor, one is priority 1" */
export const arrivedInWords = (requests: readonly QueuedRequest[]) => {
  const counts = new Map<string, number>()
  for (const { channel } of requests) counts.set(channels[channel].name, (counts.get(channels[channel].name) ?? 0) + 1)
  const urgent = requests.filter(r => r.priority === 1).length
  const from = [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
  return urgent === 0 ? from : `${from}, ${urgent === 1 ? 'one is' : `${urgent} are`} priority 1`
}

/** "13 to triage, oldest 47 min" */
export const queueInWords = (requests: readonly QueuedRequest[], now: number) => {
  if (requests.length === 0) return 'Nothing to triage'
  const oldest = Math.min(...requests.map(r => r.receivedAt))
  return `${requests.length} to triage, oldest ${span(now - oldest)}`
}
