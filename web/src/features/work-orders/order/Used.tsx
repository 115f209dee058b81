import { money } from '@/features/billing/money'
import { SectionTitle } from '@/ui/pieces'
import { say } from '../words'
import type { Order } from './order'

/** Parts that were used, and additional work with the price that was approved. */
export const Used = ({ order }: { order: Order }) =>
  order.used.length + order.extras.length === 0 ? null : (
    <section>
      <SectionTitle note={order.used.length + order.extras.length}>{say('partsAndAdditionalWork')}</SectionTitle>
      {order.used.map(part => (
        <div className="used-line" key={part.id}>
          <span>
            {part.name}
            <span className="small soft n">
              {' '}
              {[part.code, part.serial && say('serialIs', { serial: part.serial })].filter(Boolean).join(', ')}
            </span>
          </span>
          <span className="n">{part.quantity}</span>
        </div>
      ))}
      {order.extras.map(extra => (
        <div className="used-line" key={extra.id}>
          <span>
            {extra.what}
            <span className="small soft"> {say('approvedBy', { by: extra.by })}</span>
          </span>
          <b className="n">{money(extra.price)}</b>
        </div>
      ))}
    </section>
  )
