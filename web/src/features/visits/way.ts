import { useSyncExternalStore } from 'react'

/** Where in the phone one is: few places, so the address itself is the state. */
const root = '/technician'

const subscribe = (listener: () => void) => {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

export const useWay = (): string[] =>
  useSyncExternalStore(subscribe, () => location.pathname)
    .slice(root.length)
    .split('/')
    .filter(Boolean)

export const go = (...to: string[]) => {
  history.pushState({ inside: true }, '', [root, ...to].join('/'))
  dispatchEvent(new PopStateEvent('popstate'))
  scrollTo(0, 0)
}

/** Back to where one came from; from a link that was opened directly, to the place above. */
export const back = (...above: string[]) => {
  if ((history.state as { inside?: boolean } | null)?.inside) history.back()
  else go(...above)
}
