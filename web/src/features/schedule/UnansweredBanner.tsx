import { Link } from '@tanstack/react-router'
import type { TechnicianDocument } from '@/features/work-orders/documents'
import { useDocument, useDocuments } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { millis, moment } from '@/ui/times'
import { useNow } from '@/ui/useNow'
import { unansweredOf, type VisitOnBoard } from './board'
import { dayOf } from './days'
import { say } from './words'

/** The job that has waited longest for its technician's word; the next comes when it is answered or given to somebody else. */
export const UnansweredBanner = ({ zone }: { zone: string | undefined }) => {
  const open = useDocuments<VisitOnBoard>('visit')
    .filter(v => unansweredOf(v) !== undefined)
    .sort((a, b) => (unansweredOf(a) ?? 0) - (unansweredOf(b) ?? 0))
  const [oldest] = open
  const technician = useDocument<TechnicianDocument>('technician', oldest?.lead ?? undefined)
  const now = useNow()
  if (!oldest?.start) return null
  const start = millis(oldest.start)
  return (
    <div className="banner" data-tone="risk" role="alert">
      <Icon name="warn" />
      <span className="grow">
        <b>{technician ? say('hasNotAccepted', { name: technician.name }) : say('technicianHasNotAccepted')}</b>{' '}
        <Link to="/orders/$order" params={{ order: oldest.workOrder }} className="link">
          WO-{oldest.job?.number}
        </Link>{' '}
        {say('answerWasDue', { start: moment(start, now, zone), due: moment(unansweredOf(oldest) ?? now, now, zone) })}
        {open.length > 1 ? ` ${say('moreWait', { n: open.length - 1 })}` : ''}
      </span>
      <Link
        to="/board"
        search={{
          selected: oldest.id,
          ...(zone ? { day: dayOf(start, zone) } : {}),
          ...(technician ? { branch: technician.branch } : {}),
        }}
        className="button"
        data-size="small"
      >
        {say('showOnTheBoard')}
      </Link>
    </div>
  )
}
