import type { IconName } from '@/ui/Icon'

export const places: readonly { key: string; to: string; icon: IconName; name: string }[] = [
  { key: 'queue', to: '/queue', icon: 'queue', name: 'Queue' },
  { key: 'orders', to: '/orders', icon: 'orders', name: 'Orders' },
  { key: 'customers', to: '/customers', icon: 'customers', name: 'Customers' },
  { key: 'assets', to: '/assets', icon: 'assets', name: 'Assets' },
  { key: 'people', to: '/people', icon: 'people', name: 'People' },
]
