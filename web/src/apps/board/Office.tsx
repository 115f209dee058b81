import { useHotkeys } from '@mantine/hooks'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { onSignedOut } from '@/api/client'
import type { Session } from '@/features/identity/session'
import { openStore } from '@/store/device'
import type { Presence } from '@/store/presence'
import { StoreProvider } from '@/store/react'
import { Loading } from '@/ui/notices'
import { Palette } from '@/ui/Palette'
import { type Place, Rail } from '@/ui/Shell'
import { Toasts } from '@/ui/toasts'
import { LinkBanner } from './LinkBanner'
import { placesOf } from './places'
import { useActs, useSearch } from './useFind'
import { useQueueCount } from './useQueueCount'

const OfficeContext = createContext<{ session: Session; presence: Presence; find: () => void } | undefined>(undefined)

/** Who sits here, and the way to Ctrl-K. */
export const useOffice = () => {
  const office = useContext(OfficeContext)
  if (!office) throw new Error('This page stands outside the office.')
  return office
}

/** Opens the person's store, and then the office around the page. */
export const Office = ({ session, leave }: { session: Session; leave: () => Promise<void> }) => {
  const person = session.person?.id ?? 'key'
  const [store, setStore] = useState<Awaited<ReturnType<typeof openStore>>>()
  useEffect(() => {
    const opening = openStore(person)
    void opening.then(setStore)
    return () => void opening.then(opened => opened.leave())
  }, [person])
  if (!store) return <Loading of="the office" />
  return (
    <StoreProvider store={store}>
      <Room session={session} presence={store.presence} leave={leave} />
    </StoreProvider>
  )
}

/** So that nobody takes what they see, or what they type, for real. */
const DemoStrip = () => (
  <p className="demo-strip">
    <b>Demo.</b> People and customers are invented; nothing is sent to anyone.
  </p>
)

const Room = ({ session, presence, leave }: { session: Session; presence: Presence; leave: () => Promise<void> }) => {
  const [finding, setFinding] = useState(false)
  const navigate = useNavigate()
  const waiting = useQueueCount()
  const find = () => setFinding(true)
  useHotkeys([
    ['mod+K', find],
    ['/', find],
  ])
  useEffect(() => onSignedOut(() => void navigate({ to: '/sign-in', search: { back: location.pathname } })), [navigate])
  const office = useMemo(() => ({ session, presence, find: () => setFinding(true) }), [session, presence])
  const shown = placesOf(session).map((place): Place => (place.key === 'queue' ? { ...place, count: waiting } : place))
  return (
    <OfficeContext value={office}>
      <div className="office">
        <Rail places={shown} person={session.person?.name ?? 'You'} onSignOut={() => void leave()} />
        <main className="page">
          {session.organisation?.demo ? <DemoStrip /> : null}
          <LinkBanner />
          <Outlet />
        </main>
      </div>
      <Palette opened={finding} onClose={() => setFinding(false)} acts={useActs(session)} search={useSearch(session)} />
      <Toasts />
    </OfficeContext>
  )
}
