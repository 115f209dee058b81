import { Icon } from '@/ui/Icon'
import { SectionTitle } from '@/ui/pieces'
import { languages } from '@/words/languages'
import { say } from '../words'
import type { Order, VisitState } from './order'

const ended: readonly VisitState[] = ['completed', 'incomplete', 'noAccess']

/** The paper that the customer keeps: in their language, or in another. */
export const ReportLink = ({ order }: { order: Order }) => {
  if (!order.visits.some(v => ended.includes(v.state))) return null
  const href = `/api/work-orders/${order.id}/report.pdf`
  return (
    <section>
      <SectionTitle aside={say('inTheCustomersLanguage')}>{say('report')}</SectionTitle>
      <a className="paper row" href={href} target="_blank" rel="noreferrer">
        <Icon name="orders" />
        <span className="link">{say('serviceReport')}</span>
      </a>
      <div className="row small report-languages">
        <span className="soft">{say('inAnotherLanguage')}</span>
        {Object.entries(languages).map(([code, name]) => (
          <a key={code} className="link" lang={code} href={`${href}?language=${code}`} target="_blank" rel="noreferrer">
            {name}
          </a>
        ))}
      </div>
    </section>
  )
}
