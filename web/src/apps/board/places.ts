import type { IconName } from '@/ui/Icon'

export const places: readonly { key: string; to: string; icon: IconName; name: string }[] = [
  { key: 'queue', to: '/queue', icon: 'queue', name: 'Queue' },
]
