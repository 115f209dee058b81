import { useQuery } from '@tanstack/react-query'
import { Go } from '@/ui/Go'
import { SectionTitle, State } from '@/ui/pieces'
import { useNow } from '@/ui/useNow'
import { historyQuery } from '../history'
import { useNames } from '../names'
import { orderStates } from '../order/order'
import { PastVisits } from '../PastVisits'
import type { Where } from '../PlaceFields'
import { say } from '../words'
import { Warranty } from './RequestPanel'

/** At a glance while they talk: warranty, open work and the last five visits. */
export const KnownCaller = ({ where }: { where: Where }) => {
  const now = useNow()
  const names = useNames()
  const of = where.asset ? { asset: where.asset } : where.site ? { site: where.site } : { account: where.account }
  const { data } = useQuery(historyQuery(of))
  const until = names.asset(where.asset)?.warranty?.until
  if (!data) return null
  return (
    <div className="known scroll">
      {where.asset ? (
        <SectionTitle aside={<Warranty until={until ? Date.parse(`${until}T12:00:00Z`) : undefined} now={now} />}>
          {names.asset(where.asset)?.name}
        </SectionTitle>
      ) : null}
      <SectionTitle note={data.open.length}>{say('openWork')}</SectionTitle>
      {data.open.slice(0, 5).map(order => {
        const { name, tone, icon } = orderStates[order.state as keyof typeof orderStates]
        return (
          <div className="row" key={order.id}>
            <span className="soft n">WO-{order.number}</span>
            <span className="grow cut">
              <Go to={`/orders/${order.id}`}>{order.summary}</Go>
            </span>
            <State tone={tone} icon={icon}>
              {name}
            </State>
          </div>
        )
      })}
      <SectionTitle note={data.visits.length}>{say('lastVisits')}</SectionTitle>
      <PastVisits visits={data.visits} now={now} />
    </div>
  )
}
