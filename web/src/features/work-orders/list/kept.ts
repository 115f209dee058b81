import { useState } from 'react'

const read = <T>(key: string, otherwise: T): T => {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise
  } catch {
    return otherwise
  }
}

/** A choice of this person that this browser remembers. */
export const useKept = <T>(key: string, otherwise: T) => {
  const [value, setValue] = useState<T>(() => read(key, otherwise))
  const keep = (to: T) => {
    setValue(to)
    localStorage.setItem(key, JSON.stringify(to))
  }
  return [value, keep] as const
}
