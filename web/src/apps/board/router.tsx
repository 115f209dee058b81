import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from '@/features/identity/session'
import { Trouble } from '@/ui/notices'
import { liveIn } from '@/ui/times'
import { FirstRunPage } from './pages/FirstRunPage'
import { OfficePage } from './pages/OfficePage'
import { OrderPage } from './pages/OrderPage'
import { QueuePage } from './pages/QueuePage'
import { SetPasswordPage } from './pages/SetPasswordPage'
import { SignInPage } from './pages/SignInPage'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const known = <T extends Record<string, unknown>>(search: T) =>
  Object.fromEntries(Object.entries(search).filter(([, v]) => v !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => (
    <Trouble title="There is no such page">The address may have been shortened on its way. Ctrl K finds anything.</Trouble>
  ),
  errorComponent: ({ error, reset }) => (
    <Trouble title="This page failed" again={reset}>
      {error instanceof Error ? error.message : ''} What you saved is kept on this device.
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
    liveIn(session.organisation?.timeZone)
    return { session }
  },
})

const home = createRoute({ getParentRoute: () => office, path: '/', beforeLoad: () => redirect({ to: '/queue', throw: true }) })

export const queueRoute = createRoute({
  getParentRoute: () => office,
  path: '/queue',
  component: QueuePage,
  validateSearch: search =>
    known({
      selected: text(search.selected),
      branch: text(search.branch),
      channel: text(search.channel),
      new: search.new === true || undefined,
    }),
})

export const orderRoute = createRoute({ getParentRoute: () => office, path: '/orders/$order', component: OrderPage })

export const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: search => known({ back: text(search.back) }),
})
export const setPasswordRoute = createRoute({
  getParentRoute: () => root,
  path: '/set-password/$token',
  component: SetPasswordPage,
})
const firstRun = createRoute({ getParentRoute: () => root, path: '/first-run', component: FirstRunPage })

const tree = root.addChildren([office.addChildren([home, queueRoute, orderRoute]), signInRoute, setPasswordRoute, firstRun])

export const createOfficeRouter = (queries: QueryClient) =>
  createRouter({ routeTree: tree, context: { queries }, defaultPreload: 'intent', scrollRestoration: true })
