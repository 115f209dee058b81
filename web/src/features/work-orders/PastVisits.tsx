import { Go } from '@/ui/Go'
import { date, millis } from '@/ui/times'
import type { PastVisit } from './history'

const words = (name: string) => name.replace(/([A-Z])/g, ' $1').toLowerCase()

const outcome = (visit: PastVisit) => {
  if (visit.reason) return words(visit.reason)
  return visit.outcome === 'fixed' ? 'fixed' : 'follow-up needed'
}

/** What was done before: when, what, by whom, with what outcome. */
export const PastVisits = ({ visits, now }: { visits: readonly PastVisit[]; now: number }) =>
  visits.map(visit => (
    <div className="past-visit" key={visit.id}>
      <span className="soft n">{visit.start ? date(millis(visit.start), now) : ''}</span>
      <div className="grow">
        <Go to={`/orders/${visit.workOrder}`}>{visit.summary}</Go>
        <div className="soft cut">
          {[visit.technician, visit.outcome || visit.reason ? outcome(visit) : undefined].filter(Boolean).join(', ')}
        </div>
      </div>
    </div>
  ))
