import { useState } from 'react'

type Arrivals<T> = { shown: readonly T[]; arrived: readonly T[]; show: () => void }

/** Holds back what arrives while someone reads, so that nothing moves under the pointer. What this device made itself shows at once. */
export const useArrivals = <T extends { id: string; unsent: boolean }>(rows: readonly T[], of: string): Arrivals<T> => {
  const [known, setKnown] = useState<{ of: string; ids: ReadonlySet<string> }>()
  const everything = () => setKnown({ of, ids: new Set(rows.map(r => r.id)) })
  const isFresh = known === undefined || known.of !== of || known.ids.size === 0
  if (isFresh && rows.length > 0) everything()
  const isKnown = (row: T) => isFresh || row.unsent || known.ids.has(row.id)
  const own = rows.filter(r => r.unsent && !isFresh && !known.ids.has(r.id))
  if (own.length > 0 && known) setKnown({ of, ids: new Set([...known.ids, ...own.map(r => r.id)]) })
  return { shown: rows.filter(isKnown), arrived: rows.filter(r => !isKnown(r)), show: everything }
}
