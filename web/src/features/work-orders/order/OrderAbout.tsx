import { Go } from '@/ui/Go'
import { Icon } from '@/ui/Icon'
import { SectionTitle } from '@/ui/pieces'
import type { Order } from './order'

/** What the job is, for whom, where, and on what. */
export const OrderAbout = ({ order }: { order: Order }) => (
  <>
    <section>
      <SectionTitle aside={order.workType}>Job</SectionTitle>
      {order.description ? (
        <p className="words">{order.description}</p>
      ) : (
        <p className="soft">Nothing was written down beside the title.</p>
      )}
    </section>
    {order.customer || order.site ? (
      <section>
        <SectionTitle>Where</SectionTitle>
        <div className="place">
          <Icon name="pin" />
          <div>
            {order.customer ? <Go to={`/customers/${order.customer.id}`}>{order.customer.name}</Go> : null}
            <div>{order.site?.name}</div>
            <div className="soft">{order.site?.address}</div>
            {order.site?.accessNotes ? <div className="soft small">{order.site.accessNotes}</div> : null}
          </div>
        </div>
        {order.site?.hazards ? (
          <div className="place t-risk">
            <Icon name="warn" />
            <div>{order.site.hazards}</div>
          </div>
        ) : null}
        {order.contact ? (
          <div className="place">
            <Icon name="phone" />
            <div className="n">{order.contact}</div>
          </div>
        ) : null}
      </section>
    ) : null}
    {order.assets && order.assets.length > 0 ? (
      <section>
        <SectionTitle note={order.assets.length}>{order.assets.length === 1 ? 'Asset' : 'Assets'}</SectionTitle>
        {order.assets.map(asset => (
          <div className="place" key={asset.id}>
            <Icon name="assets" />
            <div>
              <Go to={`/assets/${asset.id}`}>{asset.name}</Go>
              <div className="soft n">{asset.about}</div>
            </div>
          </div>
        ))}
      </section>
    ) : null}
  </>
)
