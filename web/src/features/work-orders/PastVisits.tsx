import { Go } from '@/ui/Go'
import { date, millis } from '@/ui/times'
import { codeInWords } from './codes'
import type { PastVisit } from './history'
import { say } from './words'
import './past-visits.css'

const outcome = (visit: PastVisit) => {
  if (visit.reason) return codeInWords(visit.reason)
  return visit.outcome === 'fixed' ? say('outcomeFixed') : say('followUpNeededHere')
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
