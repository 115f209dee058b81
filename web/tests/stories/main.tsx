import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { AssetScreen } from '@/features/customers/AssetScreen'
import { CustomerScreen } from '@/features/customers/CustomerScreen'
import { FirstRun } from '@/features/identity/FirstRun'
import { PeopleScreen } from '@/features/identity/PeopleScreen'
import { SetPassword } from '@/features/identity/SetPassword'
import { SignIn } from '@/features/identity/SignIn'
import { Checklist } from '@/features/work-orders/order/Evidence'
import { OrderScreen } from '@/features/work-orders/order/OrderScreen'
import { Visits } from '@/features/work-orders/order/Visits'
import { queueInWords } from '@/features/work-orders/queue/inWords'
import { QueueScreen } from '@/features/work-orders/queue/QueueScreen'
import { RequestPanel } from '@/features/work-orders/queue/RequestPanel'
import { Look } from '@/ui/Look'
import { Button } from '@/ui/pieces'
import { Chips, Rail, Title } from '@/ui/Shell'
import { arrived, asset, context, customer, history, now, order, people, requests } from './fixtures'

const theme = new URLSearchParams(location.search).get('theme') ?? 'light'
localStorage.setItem('theme', theme)
document.documentElement.dataset.theme = theme
document.documentElement.dataset.mantineColorScheme = theme

const nothing = () => undefined
const never = async () => undefined
const places = [
  { to: '/queue', icon: 'queue', name: 'Queue', count: 13 },
  { to: '/orders', icon: 'orders', name: 'Orders' },
  { to: '/customers', icon: 'customers', name: 'Customers' },
  { to: '/assets', icon: 'assets', name: 'Assets' },
  { to: '/people', icon: 'people', name: 'People' },
] as const

const Office = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <div className="office">
    <Rail places={places} person="Ann Njeri" onSignOut={nothing} />
    <main className="page">
      {title}
      {children}
    </main>
  </div>
)

const queueChips = [
  { value: 'triage', name: 'To triage', count: 13 },
  { value: 'mine', name: 'Mine', count: 4 },
  { value: 'waiting', name: 'Waiting', count: 6 },
]

const stories: Record<string, () => ReactNode> = {
  queue: () => (
    <Office
      title={
        <Title name="Queue" note={queueInWords(requests, now)} onFind={nothing}>
          <Button kind="main" icon="plus" shortcut="N">
            New request
          </Button>
        </Title>
      }
    >
      <QueueScreen
        requests={requests}
        arrived={arrived}
        now={now}
        selected="r0"
        chips={<Chips chips={queueChips} chosen="triage" onChoose={nothing} />}
        panel={
          innerWidth < 720 ? null : (
            <RequestPanel
              request={requests[0] as (typeof requests)[0]}
              context={{ known: context, asset: 'a1', onAsset: nothing }}
              now={now}
              onClose={nothing}
              triage={<b>Triage</b>}
            >
              <Button kind="second">Create order</Button>
            </RequestPanel>
          )
        }
        onSelect={nothing}
        onShowArrived={nothing}
        onNew={nothing}
      />
    </Office>
  ),
  order: () => (
    <Office title={<Title name={order.number} under={{ name: 'Orders', to: '/orders' }} onFind={nothing} />}>
      <OrderScreen
        order={order}
        now={now}
        evidence={
          <>
            <Visits order={order} now={now} />
            <Checklist order={order} />
          </>
        }
        next={{
          tone: 'risk',
          what: 'settle one reading, then close.',
          why: 'Superheat 14.2 K is above 8 K. Brian proposes a follow-up within 7 days.',
          actions: (
            <>
              <Button size="small">Send back</Button>
              <Button size="small" kind="main">
                Accept and close
              </Button>
            </>
          ),
        }}
      />
    </Office>
  ),
  customer: () => (
    <Office title={<Title name={customer.name} under={{ name: 'Customers', to: '/customers' }} onFind={nothing} />}>
      <CustomerScreen customer={customer} now={now} history={history} />
    </Office>
  ),
  asset: () => (
    <Office title={<Title name={asset.name} under={{ name: 'Assets', to: '/assets' }} onFind={nothing} />}>
      <AssetScreen asset={asset} now={now} history={history} />
    </Office>
  ),
  people: () => (
    <Office
      title={
        <Title name="People" note="10 people" onFind={nothing}>
          <Button kind="main" icon="plus">
            Invite
          </Button>
        </Title>
      }
    >
      <PeopleScreen
        people={people}
        now={now}
        selected="Ruth Wekesa"
        chips={<Chips chips={[{ value: 'all', name: 'All', count: 10 }]} chosen="all" onChoose={nothing} />}
        onSelect={nothing}
        foot="All 10 shown."
      />
    </Office>
  ),
  'sign-in': () => <SignIn step="password" onPassword={never} onCode={never} onBack={nothing} />,
  code: () => <SignIn step="code" onPassword={never} onCode={never} onBack={nothing} />,
  'set-password': () => <SetPassword name="Ann" email="ann@baridi.example" onSet={never} />,
  'first-run': () => <FirstRun onBegin={never} />,
}

const story = new URLSearchParams(location.search).get('story') ?? 'queue'
const root = createRootRoute({ component: () => stories[story]?.(), notFoundComponent: () => stories[story]?.() })
const router = createRouter({
  routeTree: root,
  history: createMemoryHistory({ initialEntries: [story === 'order' ? '/orders' : `/${story}`] }),
})

createRoot(document.getElementById('app') as HTMLElement).render(
  <Look>
    <RouterProvider router={router} />
  </Look>,
)
