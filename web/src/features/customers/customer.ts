import type { IconName } from '@/ui/Icon'
import type { Level, Tone } from '@/ui/pieces'
import { say } from './words'

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
  operational: { name: say('works'), tone: 'good', icon: 'check' },
  degraded: { name: say('degraded'), tone: 'amber', icon: 'warn' },
  down: { name: say('down'), tone: 'breached', icon: 'cannot' },
  retired: { name: say('retired'), tone: 'done', icon: 'close' },
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
