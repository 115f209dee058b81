import { Link } from '@tanstack/react-router'
import { useDocuments } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { millis, moment } from '@/ui/times'
import { useNow } from '@/ui/useNow'
import { isDeclined, type VisitOnBoard } from './board'
import { dayOf } from './days'
import { say } from './words'

/** The next visit that its technician will not come to; it stays until somebody else has it. */
export const DeclinedBanner = ({ zone }: { zone: string | undefined }) => {
  const now = useNow()
  const at = (visit: VisitOnBoard) => (visit.start ? millis(visit.start) : 0)
  const [first, ...more] = useDocuments<VisitOnBoard>('visit')
    .filter(isDeclined)
    .toSorted((a, b) => at(a) - at(b))
  if (!first?.start) return null
  return (
    <div className="banner" data-tone="risk" role="alert">
      <Icon name="warn" />
      <span className="grow">
        <b>{say('declinedColon')}</b>{' '}
        <Link to="/orders/$order" params={{ order: first.workOrder }} className="link">
          WO-{first.job?.number}
        </Link>{' '}
        {first.remark
          ? say('declinedFor', { time: moment(at(first), now, zone), remark: first.remark })
          : say('declinedForNoReason', { time: moment(at(first), now, zone) })}
        {more.length > 0 ? ` ${say('moreWait', { n: more.length })}` : ''}
      </span>
      <Link
        to="/board"
        search={{ selected: first.workOrder, ...(zone ? { day: dayOf(at(first), zone) } : {}) }}
        className="button"
        data-size="small"
      >
        {say('showOnTheBoard')}
      </Link>
    </div>
  )
}
