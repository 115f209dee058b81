import type { Session } from '@/features/identity/session'
import { may } from '@/features/identity/session'
import type { IconName } from '@/ui/Icon'

type PlaceOf = { key: string; to: string; icon: IconName; name: string /** Who may ask this may go there. */; needs: string }

const places: readonly PlaceOf[] = [
  { key: 'queue', to: '/queue', icon: 'queue', name: 'Queue', needs: 'requests' },
  { key: 'orders', to: '/orders', icon: 'orders', name: 'Orders', needs: 'work-orders' },
  { key: 'board', to: '/board', icon: 'board', name: 'Board', needs: 'schedule/day' },
  { key: 'customers', to: '/customers', icon: 'customers', name: 'Customers', needs: 'accounts' },
  { key: 'assets', to: '/assets', icon: 'assets', name: 'Assets', needs: 'assets' },
  { key: 'branches', to: '/branches', icon: 'pin', name: 'Branches', needs: 'work-orders/branches' },
  { key: 'people', to: '/people', icon: 'people', name: 'People', needs: 'people' },
  { key: 'money', to: '/money', icon: 'money', name: 'Money', needs: 'invoices' },
  { key: 'settings', to: '/settings', icon: 'settings', name: 'Settings', needs: 'organisation/change' },
]

/** Who sees one branch alone has nothing to compare. */
export const placesOf = (session: Session) =>
  places.filter(place => may(session, place.needs) && (place.key !== 'branches' || session.branches.length > 1))
