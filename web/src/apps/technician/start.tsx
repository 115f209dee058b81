import { type ReactNode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { askSession } from '@/features/identity/session'
import { Agenda } from '@/features/visits/Agenda'
import { openFiles, sendFiles, watchRoom } from '@/features/visits/files'
import { Big } from '@/features/visits/frame'
import { JobScreen } from '@/features/visits/JobScreen'
import { More } from '@/features/visits/More'
import { keepMe, MeContext, meOnThisDevice } from '@/features/visits/me'
import { Outbox } from '@/features/visits/Outbox'
import { keepRinging, openWhatRang } from '@/features/visits/ringing'
import { EmptiedDevice, Locked } from '@/features/visits/Stopped'
import { go, useWay } from '@/features/visits/way'
import { type Key, say } from '@/features/visits/words'
import { anyMark } from '@/store/browser'
import { type DeviceStore, openStore } from '@/store/device'
import { StoreProvider, useStatus } from '@/store/react'
import { useStanding } from '@/store/useStanding'
import { Icon, type IconName } from '@/ui/Icon'
import { number } from '@/words/formats'
import { languageNow } from '@/words/languages'
import { serveOffline } from './offline'
import '@fontsource-variable/inter'
import '@/ui/tokens.css'
import './technician.css'

const sendEvery = 30_000
const signIn = () => location.assign(`/sign-in?back=${encodeURIComponent('/technician')}`)

/** Opens with what this device knows, and asks the office meanwhile who holds it. */
const useMine = () => {
  const [me, setMe] = useState(meOnThisDevice)
  const [asked, setAsked] = useState(false)
  const [signedIn, setSignedIn] = useState(false)
  useEffect(() => {
    askSession().then(
      session => {
        setAsked(true)
        if (!session?.person) return meOnThisDevice() || anyMark() ? undefined : signIn()
        setSignedIn(true)
        const known = {
          person: session.person.id,
          name: session.person.name,
          currency: session.branches[0]?.currency ?? session.organisation?.currency ?? 'EUR',
          ...(session.technician ? { technician: session.technician } : {}),
        }
        keepMe(known)
        setMe(before => (JSON.stringify(before) === JSON.stringify(known) ? before : known))
      },
      () => setAsked(true),
    )
  }, [])
  return { me, asked, signedIn }
}

const Technician = () => {
  const { me, asked, signedIn } = useMine()
  const [store, setStore] = useState<DeviceStore>()
  const person = me?.person
  useEffect(() => {
    if (!person) return
    const opening = openStore(person).then(async opened => ({ opened, closeFiles: await openFiles(person, opened) }))
    void opening.then(({ opened }) => {
      setStore(opened)
      void sendFiles()
    })
    return () =>
      void opening.then(({ opened, closeFiles }) => {
        closeFiles()
        opened.leave()
      })
  }, [person])
  useEffect(() => {
    if (store && signedIn) void store.standing.begin()
  }, [store, signedIn])
  useEffect(() => {
    const send = () => {
      void watchRoom()
      void sendFiles()
    }
    const sending = setInterval(send, sendEvery)
    addEventListener('online', send)
    return () => {
      clearInterval(sending)
      removeEventListener('online', send)
    }
  }, [])
  if (!me && asked && anyMark()) return <EmptiedDevice mark={anyMark()} />
  if (!me || !store)
    return (
      <main className="opening" role="status">
        <p>{say(asked && !me ? 'noSignalNow' : 'notYet')}</p>
        {asked && !me ? <Big onClick={() => location.reload()}>{say('tryNow')}</Big> : null}
      </main>
    )
  return (
    <MeContext value={me}>
      <StoreProvider store={store}>
        <Wanted store={store}>{me.technician ? <Places /> : <NoTechnician />}</Wanted>
      </StoreProvider>
    </MeContext>
  )
}

/** Shows the pages only as long as the office wants this device. */
const Wanted = ({ store, children }: { store: DeviceStore; children: ReactNode }) => {
  const standing = useStanding(store.standing)
  const { waiting } = useStatus()
  const again = () => void store.standing.tell().then(store.retry, () => undefined)
  if (standing.state === 'wiped') return <EmptiedDevice mark={store.standing.mark()} />
  if (standing.state !== 'inUse') return <Locked standing={standing} unsent={waiting.length} onAgain={again} />
  return children
}

const NoTechnician = () => (
  <main className="opening">
    <p>{say('notATechnician')}</p>
    <Big onClick={() => location.assign('/')}>Callout</Big>
  </main>
)

const Places = () => {
  const [place, id, section] = useWay()
  useEffect(() => openWhatRang(), [])
  useEffect(() => void keepRinging(languageNow()).catch(() => undefined), [])
  if (place === 'job' && id) return <JobScreen key={id} id={id} section={section} />
  return (
    <>
      {place === 'outbox' ? <Outbox /> : place === 'more' ? <More /> : <Agenda />}
      <Tabs at={place ?? ''} />
    </>
  )
}

const tabs: { to: string; name: Key; icon: IconName }[] = [
  { to: '', name: 'today', icon: 'calendar' },
  { to: 'outbox', name: 'outbox', icon: 'device' },
  { to: 'more', name: 'more', icon: 'more' },
]

const Tabs = ({ at }: { at: string }) => {
  const { waiting, needsYou } = useStatus()
  const n = waiting.length + needsYou.length
  return (
    <nav className="tabs">
      {tabs.map(({ to, name, icon }) => (
        <button key={to} type="button" aria-current={to === at ? 'page' : undefined} onClick={() => go(...(to ? [to] : []))}>
          <Icon name={icon} />
          {say(name)}
          {to === 'outbox' && n > 0 ? <em>{number(n)}</em> : null}
        </button>
      ))}
    </nav>
  )
}

serveOffline()
const app = document.getElementById('app')
if (app) createRoot(app).render(<Technician />)
