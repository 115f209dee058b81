import { createContext, useContext } from 'react'

/** Who holds the phone, as this device last knew it: it opens without signal. */
export type Me = { person: string; name: string; technician?: string; currency: string }

const place = 'technician'

export const meOnThisDevice = (): Me | undefined => {
  const kept = localStorage.getItem(place)
  return kept ? (JSON.parse(kept) as Me) : undefined
}

export const keepMe = (me: Me | undefined) =>
  me ? localStorage.setItem(place, JSON.stringify(me)) : localStorage.removeItem(place)

export const MeContext = createContext<Me | undefined>(undefined)

export const useMe = (): Me => {
  const me = useContext(MeContext)
  if (!me) throw new Error('This component stands outside the session.')
  return me
}
