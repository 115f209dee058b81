import type { Device } from './device'

type Receipt = { id: string; outcome: string; code: string | null; at: number; events: string[] }
type Kept = { id: string; settled: boolean; technician: string | null; office: string[] }

/** Who changed which fields of a row, and which version of it that made. */
export type Change = { id: string; row: string; version: number; actor: string; fields: string[] }

/** What the server knows at the end. */
export type Known = {
  receipts: Receipt[]
  conflicts: Kept[]
  changes: Change[]
  /** Devices that were emptied, and the last number that had arrived from them. */
  losses: { device: string; after: number }[]
  /** Commands that were carried out in a branch that their sender no longer saw. */
  outOfSight: string[]
}

/** What one device recorded happened in the order in which it was recorded. */
export const judgeOrder = (device: Device, receipts: Map<string, Receipt>): string[] => {
  const applied = [...device.recorded.values()].map(r => receipts.get(r.id)).filter(r => r !== undefined && r.at > 0) as Receipt[]
  return applied.flatMap((r, i) => {
    const before = applied[i - 1]
    return before && before.at > r.at
      ? [`${device.who} recorded ${before.id.slice(-6)} before ${r.id.slice(-6)}, and it happened after it`]
      : []
  })
}

/** A conflict is on the devices of its sender and of the office for as long as it waits, and on none afterwards. */
export const judgeConflicts = (conflicts: Kept[], held: Map<Device, Set<string>>, technicians: string[]): string[] =>
  conflicts.flatMap(({ id, settled, technician, office }) =>
    [...held].flatMap(([device, shown]) => {
      const number = /^technician-(\d)/.exec(device.who)?.[1]
      const concerned = number === undefined ? office.includes(device.who) : technicians[Number(number)] === technician
      const name = `the conflict ${id.slice(-6)}`
      if (concerned && !settled && !shown.has(id)) return [`${device.who} does not see ${name}`]
      return settled && shown.has(id) ? [`${device.who} still sees ${name}`] : []
    }),
  )

const owner: Record<string, 'technician' | 'office'> = {
  cause: 'technician',
  action: 'technician',
  summary: 'office',
  instructions: 'office',
}
const sideOf = (who: string) => (who.startsWith('technician') ? 'technician' : 'office')

/** Set over another's value by somebody who had not seen it, and who was not the one to have the last word. */
export const lostUpdates = (changes: Change[], devices: Device[]): string[] => {
  const sent = new Map(devices.flatMap(d => [...d.recorded.values()].map(r => [r.id, { ...r, who: d.who }] as const)))
  return changes.flatMap(change => {
    const mine = sent.get(change.id)
    if (!mine || mine.type === 'conflicts/settle' || mine.entity !== change.row) return []
    const side = sideOf(mine.who)
    return changes
      .filter(c => c.row === change.row && c.version < change.version && c.version > mine.baseVersion && c.actor !== change.actor)
      .filter(c =>
        c.fields.some(f => change.fields.includes(f) && (side !== owner[f] || sideOf(sent.get(c.id)?.who ?? 'office') === side)),
      )
      .map(c => `${mine.who} ${mine.type} ${mine.id.slice(-6)} set over ${c.id.slice(-6)}, which it had not seen`)
  })
}
