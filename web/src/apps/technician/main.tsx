import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { sessionQuery } from '@/features/identity/session'
import { openStore } from '@/store/device'
import { StoreProvider, useStatus } from '@/store/react'
import type { Store } from '@/store/sync'
import { Look } from '@/ui/Look'
import { Empty, Loading, Trouble } from '@/ui/notices'
import { clock } from '@/ui/times'
import './technician.css'

/** The technician's shell: it holds their store, and says how far it is in step with the office. */
const Technician = () => {
  const { data: session, isPending, error, refetch } = useQuery(sessionQuery)
  const [store, setStore] = useState<Store>()
  const person = session?.person?.id
  useEffect(() => {
    if (!person) return
    const opening = openStore(person)
    void opening.then(setStore)
    return () => void opening.then(opened => opened.leave())
  }, [person])

  if (error)
    return (
      <Trouble title="No way to the office" again={() => void refetch()}>
        Your work is kept on this device.
      </Trouble>
    )
  if (session === null) {
    location.assign(`/sign-in?back=${encodeURIComponent('/technician')}`)
    return null
  }
  if (isPending || !store) return <Loading of="your day" />
  return (
    <StoreProvider store={store}>
      <InStep />
    </StoreProvider>
  )
}

const InStep = () => {
  const { link, waiting, caughtUpAt } = useStatus()
  const since = caughtUpAt === undefined ? 'not yet' : clock(caughtUpAt)
  return (
    <main className="technician">
      <Empty icon={link === 'live' ? 'check' : 'offline'} title={link === 'live' ? 'In step with the office' : 'No signal'}>
        <p>
          {waiting.length === 0 ? 'Nothing waits to be sent.' : `${waiting.length} waiting, saved on this device.`} Last in step:{' '}
          {since}.
        </p>
      </Empty>
    </main>
  )
}

const app = document.getElementById('app')
if (app)
  createRoot(app).render(
    <Look>
      <QueryClientProvider client={new QueryClient()}>
        <Technician />
      </QueryClientProvider>
    </Look>,
  )
