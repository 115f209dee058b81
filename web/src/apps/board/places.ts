import type { Session } from '@/features/identity/session'
import { may } from '@/features/identity/session'
import type { IconName } from '@/ui/Icon'
import { say } from './words'

type PlaceOf = { key: string; to: string; icon: IconName; name: string /** Who may ask this may go there. */; needs: string }

const places: readonly PlaceOf[] = [
  { key: 'queue', to: '/queue', icon: 'queue', name: say('queue'), needs: 'requests' },
  { key: 'orders', to: '/orders', icon: 'orders', name: say('orders'), needs: 'work-orders' },
  { key: 'board', to: '/board', icon: 'board', name: say('board'), needs: 'schedule/day' },
  { key: 'customers', to: '/customers', icon: 'customers', name: say('customers'), needs: 'accounts' },
  { key: 'assets', to: '/assets', icon: 'assets', name: say('assets'), needs: 'assets' },
  { key: 'branches', to: '/branches', icon: 'pin', name: say('branches'), needs: 'work-orders/branches' },
  { key: 'people', to: '/people', icon: 'people', name: say('people'), needs: 'people' },
  { key: 'devices', to: '/devices', icon: 'device', name: say('devices'), needs: 'devices' },
  { key: 'unsettled', to: '/unsettled', icon: 'warn', name: say('toSettle'), needs: 'held-commands' },
  { key: 'money', to: '/money', icon: 'money', name: say('money'), needs: 'invoices' },
  { key: 'settings', to: '/settings', icon: 'settings', name: say('settings'), needs: 'organisation/change' },
]

/** Who sees one branch alone has nothing to compare. */
export const placesOf = (session: Session) =>
  places.filter(place => may(session, place.needs) && (place.key !== 'branches' || session.branches.length > 1))
