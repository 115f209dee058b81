import { useHotkeys } from '@mantine/hooks'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { onSignedOut } from '@/api/client'
import { ConflictsBanner } from '@/features/conflicts/ConflictsBanner'
import { may, type Session } from '@/features/identity/session'
import { DeclinedBanner } from '@/features/schedule/DeclinedBanner'
import { UnansweredBanner } from '@/features/schedule/UnansweredBanner'
import { LossesBanner } from '@/features/storage-losses/LossesBanner'
import { type DeviceStore, openStore } from '@/store/device'
import type { Presence } from '@/store/presence'
import { StoreProvider } from '@/store/react'
import { useStanding } from '@/store/useStanding'
import { Loading, Trouble } from '@/ui/notices'
import { Palette } from '@/ui/Palette'
import { type Place, Rail } from '@/ui/Shell'
import { Toasts } from '@/ui/toasts'
import { LinkBanner } from './LinkBanner'
import { placesOf } from './places'
import { useActs, useSearch } from './useFind'
import { useQueueCount } from './useQueueCount'
import { useUnsettledCount } from './useUnsettledCount'
import { say } from './words'

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
  const [store, setStore] = useState<DeviceStore>()
  useEffect(() => {
    const opening = openStore(person)
    void opening.then(setStore)
    return () => void opening.then(opened => opened.leave())
  }, [person])
  if (!store) return <Loading of={say('theOffice')} />
  return (
    <StoreProvider store={store}>
      <Wanted store={store}>
        <Room session={session} presence={store.presence} leave={leave} />
      </Wanted>
    </StoreProvider>
  )
}

/** Shows the office only as long as this device is wanted. */
const Wanted = ({ store, children }: { store: DeviceStore; children: ReactNode }) => {
  const { state, reason } = useStanding(store.standing)
  useEffect(() => void store.standing.begin(), [store])
  if (state === 'inUse') return children
  return (
    <Trouble
      title={state === 'wiped' ? say('thisDeviceWasEmptied') : say('thisDeviceIsLocked')}
      again={() => (state === 'wiped' ? location.assign('/sign-in') : void store.standing.tell().catch(() => undefined))}
    >
      {reason} {state === 'wiped' ? say('signInToUseIt') : say('whatYouDidIsKept')}
    </Trouble>
  )
}

/** So that nobody takes what they see, or what they type, for real. */
const DemoStrip = () => (
  <p className="demo-strip">
    <b>{say('demo')}</b> {say('peopleAndCustomersAreInvented')}
  </p>
)

const Room = ({ session, presence, leave }: { session: Session; presence: Presence; leave: () => Promise<void> }) => {
  const [finding, setFinding] = useState(false)
  const navigate = useNavigate()
  const waiting = useQueueCount()
  const unsettled = useUnsettledCount()
  const counts: Partial<Record<string, number>> = { queue: waiting, unsettled }
  const find = () => setFinding(true)
  useHotkeys([
    ['mod+K', find],
    ['/', find],
  ])
  useEffect(() => onSignedOut(() => void navigate({ to: '/sign-in', search: { back: location.pathname } })), [navigate])
  const office = useMemo(() => ({ session, presence, find: () => setFinding(true) }), [session, presence])
  const shown = placesOf(session).map((place): Place => ({ ...place, count: counts[place.key] }))
  return (
    <OfficeContext value={office}>
      <div className="office">
        <Rail places={shown} person={session.person?.name ?? say('you')} onSignOut={() => void leave()} />
        <main className="page">
          {session.organisation?.demo ? <DemoStrip /> : null}
          <LinkBanner />
          {may(session, 'conflicts/settle') ? <ConflictsBanner /> : null}
          {may(session, 'visits/reassign') ? <UnansweredBanner zone={session.organisation?.timeZone} /> : null}
          {may(session, 'visits/reassign') ? <DeclinedBanner zone={session.organisation?.timeZone} /> : null}
          {may(session, 'storage-losses/settle') ? <LossesBanner me={`person:${session.person?.id ?? ''}`} /> : null}
          <Outlet />
        </main>
      </div>
      <Palette opened={finding} onClose={() => setFinding(false)} acts={useActs(session)} search={useSearch(session)} />
      <Toasts />
    </OfficeContext>
  )
}
