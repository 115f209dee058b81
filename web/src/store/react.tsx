import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Seen } from './documents'
import type { Store } from './sync'
import type { Body } from './wire'

const StoreContext = createContext<Store | undefined>(undefined)

export const StoreProvider = ({ store, children }: { store: Store; children: ReactNode }) => (
  <StoreContext value={store}>{children}</StoreContext>
)

export const useStore = (): Store => {
  const store = useContext(StoreContext)
  if (!store) throw new Error('This component stands outside the store.')
  return store
}

/** All documents of a type that this person may see, as they are now. */
export const useDocuments = <T = Body>(type: string): readonly Seen<T>[] => {
  const { documents } = useStore()
  return useSyncExternalStore(documents.subscribe, () => documents.all<T>(type))
}

export const useDocument = <T = Body>(type: string, id: string | undefined): Seen<T> | undefined => {
  const { documents } = useStore()
  const read = useCallback(() => (id === undefined ? undefined : documents.get<T>(type, id)), [documents, type, id])
  return useSyncExternalStore(documents.subscribe, read)
}

export const useStatus = () => {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, store.status)
}
