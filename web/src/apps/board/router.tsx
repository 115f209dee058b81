import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { filterOf } from '@/features/billing/invoice'
import { figures, spans } from '@/features/branches/branches'
import { onlys } from '@/features/devices/devices'
import { may, sessionQuery } from '@/features/identity/session'
import { priorities } from '@/features/work-orders/documents'
import { Trouble } from '@/ui/notices'
import { liveIn } from '@/ui/times'
import { bucketOf, keptOrdersSearch } from './ordersSearch'
import { FirstRunPage, firstSteps } from './pages/FirstRunPage'
import { OfficePage } from './pages/OfficePage'
import { placesOf } from './places'
import { say } from './words'

// A page is fetched when somebody goes there, or is about to.
const AssetPage = lazyRouteComponent(() => import('./pages/AssetPage'), 'AssetPage')
const AssetsPage = lazyRouteComponent(() => import('./pages/AssetsPage'), 'AssetsPage')
const BoardPage = lazyRouteComponent(() => import('./pages/BoardPage'), 'BoardPage')
const BranchesPage = lazyRouteComponent(() => import('./pages/BranchesPage'), 'BranchesPage')
const CustomerPage = lazyRouteComponent(() => import('./pages/CustomerPage'), 'CustomerPage')
const CustomersPage = lazyRouteComponent(() => import('./pages/CustomersPage'), 'CustomersPage')
const DevicesPage = lazyRouteComponent(() => import('./pages/DevicesPage'), 'DevicesPage')
const InvoicePage = lazyRouteComponent(() => import('./pages/InvoicePage'), 'InvoicePage')
const MoneyPage = lazyRouteComponent(() => import('./pages/MoneyPage'), 'MoneyPage')
const OrderPage = lazyRouteComponent(() => import('./pages/OrderPage'), 'OrderPage')
const OrdersPage = lazyRouteComponent(() => import('./pages/OrdersPage'), 'OrdersPage')
const PeoplePage = lazyRouteComponent(() => import('./pages/PeoplePage'), 'PeoplePage')
const QueuePage = lazyRouteComponent(() => import('./pages/QueuePage'), 'QueuePage')
const SecondStepPage = lazyRouteComponent(() => import('./pages/SecondStepPage'), 'SecondStepPage')
const SetPasswordPage = lazyRouteComponent(() => import('./pages/SetPasswordPage'), 'SetPasswordPage')
const SettingsPage = lazyRouteComponent(() => import('./pages/SettingsPage'), 'SettingsPage')
const SignInPage = lazyRouteComponent(() => import('./pages/SignInPage'), 'SignInPage')
const UnsettledPage = lazyRouteComponent(() => import('./pages/UnsettledPage'), 'UnsettledPage')

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const known = <T extends Record<string, unknown>>(search: T) =>
  Object.fromEntries(Object.entries(search).filter(([, v]) => v !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => <Trouble title={say('thereIsNoSuchPage')}>{say('theAddressMayHaveBeen')}</Trouble>,
  errorComponent: ({ error, reset }) => (
    <Trouble title={say('thisPageFailed')} again={reset}>
      {say('failedButKept', { problem: error instanceof Error ? error.message : '' })}
    </Trouble>
  ),
})

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: OfficePage,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: { back: location.href } })
    if (session.mustSetUpSecondStep) throw redirect({ to: '/second-step' })
    if (!session.organisation && may(session, 'organisation/begin')) throw redirect({ to: '/first-run' })
    liveIn(session.organisation?.timeZone)
    return { session }
  },
})

/** Each begins at the first place of their own; who works outside alone, on the phone's pages. */
const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  beforeLoad: ({ context }) => {
    const [first] = placesOf(context.session)
    if (first) throw redirect({ to: first.to })
    if (context.session.technician) throw redirect({ href: '/technician', reloadDocument: true })
  },
  component: () => <Trouble title={say('thereIsNoPlaceFor')}>{say('yourAccountHasNoRole')}</Trouble>,
})

const queueRoute = createRoute({
  getParentRoute: () => office,
  path: '/queue',
  component: QueuePage,
  validateSearch: search =>
    known({
      selected: text(search.selected),
      branch: text(search.branch),
      channel: text(search.channel),
      waiting: search.waiting === true || undefined,
      new: search.new === true || undefined,
    }),
})

const oneOf = <T extends string>(value: unknown, of: readonly T[]) => of.find(known => known === value)

const boardRoute = createRoute({
  getParentRoute: () => office,
  path: '/board',
  component: BoardPage,
  validateSearch: search =>
    known({
      branch: text(search.branch),
      day: typeof search.day === 'string' && /^\d{4}-\d\d-\d\d$/.test(search.day) ? search.day : undefined,
      scale: oneOf(search.scale, ['hour', 'day', 'week', 'month'] as const),
      tab: oneOf(search.tab, ['urgent', 'atRisk', 'unscheduled', 'onHold'] as const),
      q: text(search.q),
      skill: text(search.skill),
      map: search.map === false ? (false as const) : undefined,
      selected: text(search.selected),
    }),
})

const customersRoute = createRoute({
  getParentRoute: () => office,
  path: '/customers',
  component: CustomersPage,
  validateSearch: search =>
    known({
      q: text(search.q),
      branch: text(search.branch),
      selected: text(search.selected),
      new: search.new === true || undefined,
    }),
})

const customerRoute = createRoute({ getParentRoute: () => office, path: '/customers/$account', component: CustomerPage })

const assetsRoute = createRoute({
  getParentRoute: () => office,
  path: '/assets',
  component: AssetsPage,
  validateSearch: search =>
    known({
      selected: text(search.selected),
      q: text(search.q),
      state: oneOf(search.state, ['operational', 'degraded', 'down', 'retired'] as const),
    }),
})

const assetRoute = createRoute({ getParentRoute: () => office, path: '/assets/$asset', component: AssetPage })

const branchesRoute = createRoute({
  getParentRoute: () => office,
  path: '/branches',
  component: BranchesPage,
  validateSearch: search =>
    known({
      days: oneOf(
        String(search.days),
        spans.map(s => s.value),
      ),
      only: text(search.only),
      sort: oneOf(search.sort, ['name', ...figures] as const),
    }),
})

const peopleRoute = createRoute({
  getParentRoute: () => office,
  path: '/people',
  component: PeoplePage,
  validateSearch: search =>
    known({
      search: text(search.search),
      branch: text(search.branch),
      state: text(search.state),
      selected: text(search.selected),
      new: search.new === true || undefined,
    }),
})

const devicesRoute = createRoute({
  getParentRoute: () => office,
  path: '/devices',
  component: DevicesPage,
  validateSearch: search =>
    known({
      search: text(search.search),
      branch: text(search.branch),
      only: oneOf(
        search.only,
        onlys.map(o => o.value),
      ),
      selected: text(search.selected),
    }),
})

const unsettledRoute = createRoute({
  getParentRoute: () => office,
  path: '/unsettled',
  component: UnsettledPage,
  validateSearch: search => known({ show: oneOf(search.show, ['settled'] as const) }),
})

const ordersRoute = createRoute({
  getParentRoute: () => office,
  path: '/orders',
  component: OrdersPage,
  validateSearch: search =>
    known({
      bucket: bucketOf(search.bucket),
      branch: text(search.branch),
      priority: priorities.find(p => p === search.priority),
      technician: text(search.technician),
      account: text(search.account),
      q: text(search.q),
      sort: search.sort === 'newest' ? ('newest' as const) : undefined,
      selected: text(search.selected),
    }),
  beforeLoad: ({ search, cause }) => {
    const kept = keptOrdersSearch()
    if (cause === 'enter' && kept && Object.keys(search).length === 0)
      throw redirect({ to: '/orders', search: kept, replace: true })
  },
})

const orderRoute = createRoute({ getParentRoute: () => office, path: '/orders/$order', component: OrderPage })

const settingsRoute = createRoute({ getParentRoute: () => office, path: '/settings/$section', component: SettingsPage })
const settingsHome = createRoute({
  getParentRoute: () => office,
  path: '/settings',
  beforeLoad: () => redirect({ to: '/settings/$section', params: { section: 'organisation' }, throw: true }),
})

const moneyRoute = createRoute({
  getParentRoute: () => office,
  path: '/money',
  component: MoneyPage,
  validateSearch: search =>
    known({
      show: filterOf(search.show),
      branch: text(search.branch),
      account: text(search.account),
      selected: text(search.selected),
    }),
})

const invoiceRoute = createRoute({ getParentRoute: () => office, path: '/money/$invoice', component: InvoicePage })

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: search => known({ back: text(search.back), email: text(search.email) }),
})
const setPasswordRoute = createRoute({
  getParentRoute: () => root,
  path: '/set-password/$token',
  component: SetPasswordPage,
})
const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/first-run',
  component: FirstRunPage,
  validateSearch: search => known({ step: oneOf(search.step, firstSteps) }),
})

const secondStep = createRoute({ getParentRoute: () => root, path: '/second-step', component: SecondStepPage })

const tree = root.addChildren([
  office.addChildren([
    home,
    queueRoute,
    ordersRoute,
    boardRoute,
    orderRoute,
    customersRoute,
    customerRoute,
    assetsRoute,
    assetRoute,
    branchesRoute,
    peopleRoute,
    devicesRoute,
    unsettledRoute,
    settingsHome,
    settingsRoute,
    moneyRoute,
    invoiceRoute,
  ]),
  signInRoute,
  setPasswordRoute,
  firstRun,
  secondStep,
])

export const createOfficeRouter = (queries: QueryClient) =>
  createRouter({ routeTree: tree, context: { queries }, defaultPreload: 'intent', scrollRestoration: true })
