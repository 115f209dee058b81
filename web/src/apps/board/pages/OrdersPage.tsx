import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { BranchChip } from '@/features/identity/BranchChip'
import { may } from '@/features/identity/session'
import { priorities, priorityNames, type TechnicianDocument, type Urgency } from '@/features/work-orders/documents'
import { BulkActions, type BulkMove } from '@/features/work-orders/list/BulkActions'
import { type Choosable, orderColumns, usual } from '@/features/work-orders/list/columns'
import { csvOf, download } from '@/features/work-orders/list/csv'
import { useKept } from '@/features/work-orders/list/kept'
import { OrderPeek } from '@/features/work-orders/list/OrderPeek'
import { OrdersScreen } from '@/features/work-orders/list/OrdersScreen'
import {
  allOrders,
  type Bucket,
  buckets,
  bucketsQuery,
  type OrderFilter,
  type OrderRow,
  ordersQuery,
} from '@/features/work-orders/list/orders'
import { ColumnChoice, Views } from '@/features/work-orders/list/Views'
import { move } from '@/features/work-orders/order/commands'
import { moves } from '@/features/work-orders/order/moves'
import { orderStates } from '@/features/work-orders/order/order'
import { useDocuments, useStore } from '@/store/react'
import type { Body } from '@/store/wire'
import { Trouble } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { SearchField } from '@/ui/SearchField'
import { Chips, FilterChip, Title } from '@/ui/Shell'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { keepOrdersSearch } from '../ordersSearch'
import { say } from '../words'

const route = getRouteApi('/office/orders')

export const OrdersPage = () => {
  const { session, find } = useOffice()
  const search = route.useSearch()
  const { selected: selectedId, ...filter } = search
  const navigate = useNavigate({ from: '/orders' })
  const now = useNow()
  const [shown, choose] = useKept<readonly Choosable[]>('orders.columns', usual)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(ordersQuery(filter))
  const { data: counts } = useQuery(bucketsQuery(filter.branch))
  const orders = useMemo(() => data?.pages.flatMap(page => page.rows), [data])
  const branches = new Map(session.branches.map(b => [b.id, b.name]))
  const technicians = useDocuments<TechnicianDocument>('technician')
  const customers = new Map(orders?.flatMap(o => (o.account && o.customer ? [[o.account, o.customer] as const] : [])))
  const selected = orders?.find(o => o.id === selectedId)
  useOrdersLive()
  useEffect(() => keepOrdersSearch(search), [search])

  const set = useCallback(
    (change: typeof search) => void navigate({ search: known => ({ ...known, ...change }), replace: true }),
    [navigate],
  )
  const onSearch = useCallback((q: string) => set({ q: q || undefined }), [set])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const open = (order: string) => void navigate({ to: '/orders/$order', params: { order } })
  const mark = (id: string) => {
    const next = new Set(marked)
    if (!next.delete(id)) next.add(id)
    setMarked(next)
  }
  const bulk = useBulk(
    (orders ?? []).filter(o => marked.has(o.id)),
    () => setMarked(new Set()),
  )

  return (
    <>
      <Title
        name={say('orders')}
        note={counts ? say('inAll', { n: [...counts.values()].reduce((a, b) => a + b, 0) }) : undefined}
        onFind={find}
      >
        <ColumnChoice shown={shown} onChange={choose} />
        <Button size="small" onClick={() => void exported(filter, branches)}>
          {say('export')}
        </Button>
      </Title>
      {error && !orders ? (
        <Trouble title={say('ordersCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <OrdersScreen
          orders={orders}
          columns={orderColumns(now, marked, shown, branches)}
          selected={selectedId}
          marked={marked}
          isFiltered={Object.keys(filter).length > 0}
          chips={
            <>
              <SearchField label={say('numberWordsCustomerOrSerial')} value={search.q ?? ''} onSearch={onSearch} />
              <Chips
                chips={[
                  { value: 'all' as const, name: say('all') },
                  ...(Object.keys(buckets) as Bucket[]).map(value => ({
                    value,
                    name: buckets[value],
                    count: counts?.get(value) ?? 0,
                  })),
                ]}
                chosen={search.bucket ?? 'all'}
                onChoose={bucket => set({ bucket: bucket === 'all' ? undefined : bucket, selected: undefined })}
              />
              <span className="rule" />
              <BranchChip session={session} branch={search.branch} onChange={branch => set({ branch })} />
              <FilterChip
                name={say('priority')}
                value={search.priority}
                options={priorities.map(value => ({ value, name: priorityNames[value] }))}
                onChange={priority => set({ priority: priority as Urgency | undefined })}
              />
              <FilterChip
                name={say('technician')}
                value={search.technician}
                options={technicians.map(t => ({ value: t.id, name: t.name }))}
                onChange={technician => set({ technician })}
              />
              <FilterChip
                name={say('customer')}
                value={search.account}
                options={[...customers].map(([value, name]) => ({ value, name }))}
                onChange={account => set({ account })}
              />
              <FilterChip
                name={say('sort')}
                value={search.sort}
                options={[{ value: 'newest', name: say('newest') }]}
                onChange={sort => set({ sort: sort === 'newest' ? sort : undefined })}
              />
              <Views filter={filter} onChoose={view => void navigate({ search: view, replace: true })} />
            </>
          }
          bulk={
            <BulkActions
              count={marked.size}
              may={what => may(session, moves[what].route)}
              onGive={bulk}
              onUnmark={() => setMarked(new Set())}
            />
          }
          panel={
            selected ? (
              <OrderPeek
                key={selected.id}
                row={selected}
                now={now}
                onClose={() => set({ selected: undefined })}
                foot={
                  <>
                    <span className="grow" />
                    <Button kind="second" onClick={() => open(selected.id)}>
                      {say('openOrder')}
                    </Button>
                  </>
                }
              />
            ) : null
          }
          foot={
            hasNextPage ? say('theFirstShownMoreFollow', { n: orders?.length ?? 0 }) : say('allShown', { n: orders?.length ?? 0 })
          }
          onSelect={selected => set({ selected })}
          onMark={mark}
          onOpen={open}
          onEnd={more}
        />
      )}
    </>
  )
}

/** Lists and counts are asked again when an order changed anywhere. */
const useOrdersLive = () => {
  const queries = useQueryClient()
  const documents = useDocuments('work-order')
  const told = documents.reduce((sum, d) => sum + d.version, documents.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions are what tells of a change
  useEffect(() => void queries.invalidateQueries({ queryKey: ['orders'] }), [queries, told])
}

/** One move on many orders: what was refused is said by number, the rest is done. */
const useBulk = (orders: readonly OrderRow[], onDone: () => void) => {
  const store = useStore()
  const queries = useQueryClient()
  return async (what: BulkMove, answer: Body) => {
    const refused: string[] = []
    for (const order of orders)
      await move(store, order, what, answer).catch((problem: unknown) =>
        refused.push(`${order.number}: ${problem instanceof Error ? problem.message : say('notDone2')}`),
      )
    await queries.invalidateQueries({ queryKey: ['orders'] })
    const done = orders.length - refused.length
    if (done > 0) tell(say('ordersDone', { n: done, done: moves[what].done }))
    if (refused.length > 0) tell(refused.slice(0, 3).join(' '), { kind: 'trouble' })
    onDone()
  }
}

const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString())
const head = [
  say('order'),
  say('what'),
  say('priority'),
  say('state'),
  say('customer'),
  say('site'),
  say('address'),
  say('asset'),
  say('serial'),
  say('technician'),
  say('nextVisit'),
  say('due'),
  say('asked'),
  say('branch'),
]

const exported = async (filter: OrderFilter, branches: ReadonlyMap<string, string>) => {
  try {
    const rows = await allOrders(filter)
    const lines = rows.map(o => [
      o.number,
      o.title,
      o.priority,
      orderStates[o.state].name,
      o.customer,
      o.site,
      o.address,
      o.asset,
      o.serial,
      o.technician,
      iso(o.next),
      iso(o.due),
      iso(o.asked),
      branches.get(o.branch),
    ])
    download('orders.csv', csvOf([head, ...lines]))
    tell(say('ordersExported', { n: rows.length }))
  } catch (problem) {
    tell(problem instanceof Error ? problem.message : say('nothingWasExportedTryAgain'), { kind: 'trouble' })
  }
}
