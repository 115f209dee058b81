import { useHotkeys } from '@mantine/hooks'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { BranchChip } from '@/features/identity/BranchChip'
import type { RequestDocument, WorkOrderDocument } from '@/features/work-orders/documents'
import { addCaller, receiveRequest } from '@/features/work-orders/queue/commands'
import { hintsOf, isWaiting, queued } from '@/features/work-orders/queue/fromDocument'
import { queueInWords } from '@/features/work-orders/queue/inWords'
import { NewRequest } from '@/features/work-orders/queue/NewRequest'
import { QueueScreen } from '@/features/work-orders/queue/QueueScreen'
import { type Channel, channels } from '@/features/work-orders/queue/request'
import { TriagePanel } from '@/features/work-orders/queue/TriagePanel'
import { useDocuments, useStatus, useStore } from '@/store/react'
import { Button } from '@/ui/pieces'
import { Chips, FilterChip, Title } from '@/ui/Shell'
import { tell } from '@/ui/toasts'
import { useArrivals } from '@/ui/useArrivals'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/queue')

export const QueuePage = () => {
  const { session, find } = useOffice()
  const store = useStore()
  const { caughtUpAt, behind } = useStatus()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/queue' })
  const now = useNow()
  const documents = useDocuments<RequestDocument>('request')
  const orders = useDocuments<WorkOrderDocument>('work-order')
  const [accounts, sites] = [useDocuments<{ name: string }>('account'), useDocuments<{ name: string }>('site')]
  const waiting = useMemo(() => {
    const nameOf = (of: readonly { id: string; name: string }[]) => {
      const names = new Map(of.map(d => [d.id, d.name]))
      return (id: string) => names.get(id)
    }
    const names = { account: nameOf(accounts), site: nameOf(sites) }
    const open = documents.filter(isWaiting)
    const hint = hintsOf(open, orders)
    return open.map(request => queued(request, names, hint(request)))
  }, [documents, orders, accounts, sites])
  const wanted = useMemo(
    () =>
      waiting.filter(
        r =>
          (!search.branch || r.branch === search.branch) &&
          (!search.channel || r.channel === search.channel) &&
          (!search.waiting || r.isWaiting),
      ),
    [waiting, search.branch, search.channel, search.waiting],
  )
  const { shown, arrived, show } = useArrivals(wanted, `${search.branch} ${search.channel} ${search.waiting}`)
  const selected = waiting.find(r => r.id === search.selected)

  const set = (change: typeof search) => void navigate({ search: known => ({ ...known, ...change }), replace: true })
  const begin = () => set({ new: true })
  useHotkeys([
    ['n', begin],
    ['Escape', () => set({ selected: undefined })],
  ])

  const isLoading = (caughtUpAt === undefined || behind > 0) && waiting.length === 0
  const opened = (subject: string) => (order: string) => {
    set({ selected: undefined })
    tell(say('orderCreatedFrom', { subject }), {
      act: { verb: say('open'), run: () => void navigate({ to: '/orders/$order', params: { order } }) },
    })
  }

  return (
    <>
      <Title name={say('queue')} note={isLoading ? say('loading') : queueInWords(waiting, now)} onFind={find}>
        <Button kind="main" icon="plus" shortcut="N" onClick={begin}>
          {say('newRequest')}
        </Button>
      </Title>
      <QueueScreen
        requests={isLoading ? undefined : shown}
        arrived={arrived}
        now={now}
        selected={search.selected}
        chips={
          <>
            <Chips
              chips={[
                { value: 'triage', name: say('toTriage'), count: waiting.length },
                { value: 'waiting', name: say('waiting'), count: waiting.filter(r => r.isWaiting).length },
              ]}
              chosen={search.waiting ? 'waiting' : 'triage'}
              onChoose={chip => set({ branch: undefined, channel: undefined, waiting: chip === 'waiting' || undefined })}
            />
            <span className="rule" />
            <BranchChip session={session} branch={search.branch} onChange={branch => set({ branch })} />
            <FilterChip
              name={say('channel')}
              value={search.channel}
              options={Object.entries(channels).map(([value, { name }]) => ({ value, name }))}
              onChange={channel => set({ channel: channel as Channel | undefined })}
            />
          </>
        }
        panel={
          selected ? (
            <TriagePanel
              key={selected.id}
              request={selected}
              now={now}
              onClose={() => set({ selected: undefined })}
              onOpened={opened(selected.subject)}
            />
          ) : null
        }
        onSelect={id => set({ selected: id })}
        onShowArrived={show}
        onNew={begin}
      />
      <NewRequest
        opened={search.new === true}
        branches={session.branches}
        onClose={() => set({ new: undefined })}
        onReceive={async (draft, caller) => {
          if (!caller) return receiveRequest(store, draft)
          const { needs, ...ids } = await addCaller(store, caller)
          return receiveRequest(store, { ...draft, ...ids }, needs)
        }}
      />
    </>
  )
}
