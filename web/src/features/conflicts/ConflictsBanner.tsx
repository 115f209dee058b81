import { Link } from '@tanstack/react-router'
import type { WorkOrderDocument } from '@/features/work-orders/documents'
import type { Seen } from '@/store/documents'
import { kept } from '@/store/kept'
import { useDocument, useDocuments, useStore } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { type Choice, type Conflict, choose, isOpen, nameOf, shown } from './conflicts'
import { say } from './words'

/** The oldest of what waits for somebody to choose; the next comes when it is settled. */
export const ConflictsBanner = () => {
  const open = useDocuments<Conflict>('conflict')
    .filter(isOpen)
    .sort((a, b) => a.recordedAt.localeCompare(b.recordedAt))
  const [oldest] = open
  return oldest ? <Line key={oldest.id} conflict={oldest} more={open.length - 1} /> : null
}

const sides = { office: say('inTheOffice'), technician: say('byATechnician'), customer: say('byTheCustomer') }

const Line = ({ conflict, more }: { conflict: Seen<Conflict>; more: number }) => {
  const store = useStore()
  const order = useDocument<WorkOrderDocument>('work-order', conflict.row === 'work-order' ? conflict.rowId : undefined)
  const name = order ? `WO-${order.number}` : say('aRecord')
  const settle = (keep: Choice) => void kept(choose(store, conflict, say('chooseFor', { name }), keep))
  return (
    <div className="banner" data-tone="risk" role="alert">
      <Icon name="warn" />
      <span className="grow">
        <b>
          {order ? (
            <Link to="/orders/$order" params={{ order: conflict.rowId }} className="link">
              {name}
            </Link>
          ) : (
            name
          )}{' '}
          {say('wasChangedTwice')}
        </b>{' '}
        {conflict.fields
          .map(f =>
            say('standsAndCame', {
              field: nameOf(f.field),
              present: shown(f.present),
              side: sides[f.by],
              sent: shown(f.sent),
            }),
          )
          .join(' ')}
        {more > 0 ? ` ${say('moreWait', { n: more })}` : ''}
      </span>
      <Button size="small" onClick={() => settle('present')}>
        {say('leaveIt')}
      </Button>
      <Button size="small" onClick={() => settle('sent')}>
        {say('takeTheOther')}
      </Button>
    </div>
  )
}
