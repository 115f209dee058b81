import { Go } from '@/ui/Go'
import { SectionTitle, State } from '@/ui/pieces'
import { date, exact } from '@/ui/times'
import type { HistoryLine } from './customer'
import { say } from './words'

/** What was done, newest first. */
export const History = ({
  lines,
  now,
  title = say('history'),
}: {
  lines: readonly HistoryLine[]
  now: number
  title?: string
}) => (
  <section>
    <SectionTitle note={lines.length}>{title}</SectionTitle>
    {lines.length === 0 ? <p className="soft">{say('nothingWasDoneHereYet')}</p> : null}
    <ol>
      {lines.map(line => (
        <li key={line.id} className="history-line">
          <time className="n soft" dateTime={new Date(line.at).toISOString()} title={exact(line.at)}>
            {date(line.at, now)}
          </time>
          <span className="cut thing">{line.orderId ? <Go to={`/orders/${line.orderId}`}>{line.what}</Go> : line.what}</span>
          <span className="cut soft">{[line.where, line.who].filter(Boolean).join(', ')}</span>
          <span className="n soft">{line.number}</span>
          <span className="right">{line.outcome ? <State tone={line.tone ?? 'plain'}>{line.outcome}</State> : null}</span>
        </li>
      ))}
    </ol>
  </section>
)
