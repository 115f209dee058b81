import { Icon } from '@/ui/Icon'
import type { Column } from '@/ui/List'
import { Facts, Meter, Priority, Tag } from '@/ui/pieces'
import { exact, span } from '@/ui/times'
import { say } from '../words'
import { due } from './due'
import { channels, type QueuedRequest } from './request'

export const requestColumns = (now: number): Column<QueuedRequest>[] => [
  { key: 'priority', title: '', width: '16px', narrow: true, cell: r => <Priority level={r.priority} /> },
  {
    key: 'channel',
    title: '',
    width: '18px',
    cell: r => (
      <span className="soft">
        <Icon name={channels[r.channel].icon} label={channels[r.channel].name} />
      </span>
    ),
  },
  {
    key: 'request',
    title: say('request'),
    width: 'minmax(0, 1fr)',
    narrow: true,
    cell: r => (
      <>
        <div className="subject cut" data-plain={r.priority > 2 ? '' : undefined}>
          {r.subject}
        </div>
        <div className="small soft cut">
          <Facts of={[place(r), r.caller]} />
        </div>
      </>
    ),
  },
  { key: 'hint', title: '', width: '148px', cell: r => <Hint request={r} /> },
  { key: 'due', title: say('answerBy'), width: '108px', narrow: true, cell: r => <AnswerBy request={r} now={now} /> },
  {
    key: 'age',
    title: say('age'),
    width: '48px',
    align: 'right',
    cell: r => (
      <span className="n small soft" title={exact(r.receivedAt)}>
        {r.unsent ? say('unsent') : age(now - r.receivedAt)}
      </span>
    ),
  },
]

const Hint = ({ request }: { request: QueuedRequest }) => {
  if (request.isWaiting) return <Tag icon="clock">{say('customerAsked')}</Tag>
  return request.hint ? <Tag icon="link">{request.hint}</Tag> : null
}

const age = (ms: number) => (ms < 60_000 ? say('now') : span(ms))

const place = (r: QueuedRequest) => [r.customer, r.place].filter(Boolean).join(', ')

const AnswerBy = ({ request, now }: { request: QueuedRequest; now: number }) => {
  const answer = due(request, now)
  if (!answer) return null
  return (
    <div title={request.answerBy ? exact(request.answerBy) : undefined}>
      <div className={`due n ${answer.tone ? `t-${answer.tone}` : ''}`} data-plain={answer.tone ? undefined : ''}>
        {answer.tone ? <Icon name="sla" size={12} /> : null} {answer.words}
      </div>
      <Meter part={answer.part} tone={answer.tone} label={say('partOfTheTimeTo')} />
    </div>
  )
}
