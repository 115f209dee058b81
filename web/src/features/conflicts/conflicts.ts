import type { Seen } from '@/store/documents'
import type { Store } from '@/store/sync'
import type { ClashingField, Json } from '@/store/wire'
import { moment } from '@/ui/times'
import { say } from './words'

/** Two people set the same field, neither knowing of the other; it waits until somebody chooses. */
export type Conflict = {
  row: string
  rowId: string
  fields: ClashingField[]
  sender: string
  recordedAt: string
  chosen?: Choice
}

/** The value that was recorded on a device, or the one that stands. */
export type Choice = 'sent' | 'present'

export const isOpen = (conflict: Seen<Conflict>) => conflict.chosen === undefined && conflict.fields !== undefined

export const choose = (store: Store, { id, version }: Seen<Conflict>, title: string, keep: Choice) =>
  store.add({
    type: 'conflicts/settle',
    title,
    entity: id,
    baseVersion: version,
    body: { conflict: id, keep },
    patches: [{ type: 'conflict', id, set: { chosen: keep } }],
  })

const names: Record<string, string> = {
  summary: say('summary'),
  instructions: say('instructions'),
  safety: say('safetyNotes'),
  contact: say('contact'),
  windowFrom: say('beginOfTheWindow'),
  windowTo: say('endOfTheWindow'),
  priority: say('priority'),
  symptom: say('symptom'),
  problem: say('problemCode'),
  cause: say('cause'),
  action: say('action'),
}

/** As the office calls it. */
export const nameOf = (field: string) => names[field] ?? field

const instant = /^\d{4}-\d\d-\d\dT.*Z$/
const id = /^[0-9a-f]{8}-[0-9a-f]{4}-7/

export const shown = (value: Json | undefined): string => {
  if (value === undefined || value === null) return '–'
  if (Array.isArray(value)) return value.map(shown).join(', ')
  if (typeof value === 'object') return Object.values(value).map(shown).join(', ')
  if (typeof value !== 'string') return String(value)
  if (instant.test(value)) return moment(Date.parse(value), Date.now())
  return id.test(value) ? say('anotherOne') : value
}
