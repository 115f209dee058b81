import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { BranchesScreen } from '@/features/branches/BranchesScreen'
import { comparisonQuery, rowsOf, sorted, spanOf, spans, totalOf } from '@/features/branches/branches'
import { useDocuments } from '@/store/react'
import { Trouble } from '@/ui/notices'
import { Chips, Title } from '@/ui/Shell'
import { homeZone, localIn } from '@/ui/times'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/branches')

/** The head office's view: how each branch stands, and all of them together. */
export const BranchesPage = () => {
  const { session, find } = useOffice()
  const { days = '7', only, sort = 'late' } = route.useSearch()
  const navigate = useNavigate({ from: '/branches' })
  const now = useNow()
  const { from, to } = spanOf(localIn(now, homeZone()).slice(0, 10), Number(days))
  const { data, error, refetch } = useQuery(comparisonQuery(from, to))
  useBranchesLive()
  const chosen = new Set(only?.split(',') ?? session.branches.map(b => b.id))
  const rows =
    data &&
    rowsOf(
      session.branches.filter(b => chosen.has(b.id)),
      data,
    )
  const choose = (id: string) => {
    const next = new Set(only ? chosen : [])
    if (!next.delete(id)) next.add(id)
    const all = next.size === 0 || next.size === session.branches.length
    void navigate({ search: known => ({ ...known, only: all ? undefined : [...next].join(',') }), replace: true })
  }
  return (
    <>
      <Title
        name={say('branches')}
        note={rows ? say('nOfAll', { n: rows.length, all: session.branches.length }) : undefined}
        onFind={find}
      />
      {error && !data ? (
        <Trouble title={say('theBranchesCannotBeCompared')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <BranchesScreen
          rows={rows && sorted(rows, sort)}
          total={rows && totalOf(rows)}
          sort={sort}
          chips={
            <>
              <Chips
                chips={spans}
                chosen={days}
                onChoose={value => void navigate({ search: known => ({ ...known, days: value }), replace: true })}
              />
              <span className="rule" />
              {session.branches.map(branch => (
                <button
                  type="button"
                  key={branch.id}
                  className="chip"
                  aria-pressed={only !== undefined && chosen.has(branch.id)}
                  onClick={() => choose(branch.id)}
                >
                  {branch.name}
                </button>
              ))}
            </>
          }
          onSort={by => void navigate({ search: known => ({ ...known, sort: by }), replace: true })}
        />
      )}
    </>
  )
}

/** Asked again when a request or an order changed anywhere. */
const useBranchesLive = () => {
  const queries = useQueryClient()
  const [requests, orders] = [useDocuments('request'), useDocuments('work-order')]
  const told = [...requests, ...orders].reduce((sum, d) => sum + d.version, requests.length + orders.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions are what tells of a change
  useEffect(() => void queries.invalidateQueries({ queryKey: ['orders', 'branches'] }), [queries, told])
}
