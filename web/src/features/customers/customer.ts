import type { IconName } from '@/ui/Icon'
import type { Level, Tone } from '@/ui/pieces'

export type AccountLine = {
  id: string
  name: string
  kind: 'person' | 'company'
  address?: string
  branch?: string
  because: readonly string[]
}

export type Contact = { id: string; name: string; role?: string; phone?: string; email?: string; prefers?: string }

export type Site = { id: string; name: string; address?: string; accessNotes?: string; zone?: string; assets: number }

export type AssetLine = {
  id: string
  name: string
  model?: string
  serial?: string
  site?: string
  customer?: string
  parent?: string
  state: 'operational' | 'degraded' | 'down' | 'retired'
  warrantyUntil?: number
}

export const assetStates: Record<AssetLine['state'], { name: string; tone: Tone; icon: IconName }> = {
  operational: { name: 'Works', tone: 'good', icon: 'check' },
  degraded: { name: 'Degraded', tone: 'amber', icon: 'warn' },
  down: { name: 'Down', tone: 'breached', icon: 'cannot' },
  retired: { name: 'Retired', tone: 'done', icon: 'close' },
}

export type HistoryLine = {
  id: string
  at: number
  number?: string
  orderId?: string
  what: string
  who?: string
  where?: string
  outcome?: string
  tone?: Tone
  priority?: Level
}
