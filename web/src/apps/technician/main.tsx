import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { askSession } from '@/features/identity/session'
import { Agenda } from '@/features/visits/Agenda'
import { sendFiles } from '@/features/visits/files'
import { Big } from '@/features/visits/frame'
import { JobScreen } from '@/features/visits/JobScreen'
import { More } from '@/features/visits/More'
import { keepMe, MeContext, meOnThisDevice } from '@/features/visits/me'
import { Outbox } from '@/features/visits/Outbox'
import { go, useWay } from '@/features/visits/way'
import { type Key, useWords } from '@/features/visits/words'
import { openStore } from '@/store/device'
import { StoreProvider, useStatus } from '@/store/react'
import type { Store } from '@/store/sync'
import { Icon, type IconName } from '@/ui/Icon'
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
  useEffect(() => {
    askSession().then(
      session => {
        setAsked(true)
        if (!session?.person) return meOnThisDevice() ? undefined : signIn()
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
  return { me, asked }
}

const Technician = () => {
  const { say } = useWords()
  const { me, asked } = useMine()
  const [store, setStore] = useState<Store>()
  const person = me?.person
  useEffect(() => {
    if (!person) return
    const opening = openStore(person)
    void opening.then(setStore)
    return () => void opening.then(opened => opened.leave())
  }, [person])
  useEffect(() => {
    const sending = setInterval(() => void sendFiles(), sendEvery)
    addEventListener('online', sendFiles)
    void sendFiles()
    return () => {
      clearInterval(sending)
      removeEventListener('online', sendFiles)
    }
  }, [])
  if (!me || !store)
    return (
      <main className="opening" role="status">
        <p>{say(asked && !me ? 'noSignalNow' : 'notYet')}</p>
        {asked && !me ? <Big onClick={() => location.reload()}>{say('tryNow')}</Big> : null}
      </main>
    )
  return (
    <MeContext value={me}>
      <StoreProvider store={store}>{me.technician ? <Places /> : <NoTechnician />}</StoreProvider>
    </MeContext>
  )
}

const NoTechnician = () => (
  <main className="opening">
    <p>{useWords().say('notATechnician')}</p>
    <Big onClick={() => location.assign('/')}>Callout</Big>
  </main>
)

const Places = () => {
  const [place, id, section] = useWay()
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
  const { say, number } = useWords()
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
