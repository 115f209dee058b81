import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Empty, Loading } from '@/ui/notices'
import type { Urgency } from '../work-orders/documents'
import type { Bucket } from '../work-orders/list/orders'
import { type BranchRow, type BranchSort, shareOf } from './branches'
import './branches.css'

type Tone = 'risk' | 'breached'
type Column = {
  key: BranchSort | 'change' | 'share'
  title: string
  /** What the figure counts, for who rests on it. */
  meaning: string
  cell: (row: BranchRow, isTotal: boolean) => ReactNode
  wide?: boolean
}

const count = (n: number, tone?: Tone) =>
  n === 0 ? <span className="soft">0</span> : <span className={tone && `t-${tone}`}>{n}</span>

type Where = { bucket?: Bucket; priority?: Urgency }

/** A figure leads to the orders that it counts. */
const orders = (row: BranchRow, isTotal: boolean, n: number, where: Where, tone?: Tone) =>
  n === 0 ? (
    count(n)
  ) : (
    <Link to="/orders" search={isTotal ? where : { ...where, branch: row.id }} className="link">
      {count(n, tone)}
    </Link>
  )

const columns: readonly Column[] = [
  {
    key: 'requests',
    title: 'In the queue',
    meaning: 'Requests that are not an order yet',
    cell: (r, t) =>
      r.requests === 0 ? (
        count(0)
      ) : (
        <Link to="/queue" search={t ? {} : { branch: r.id }} className="link">
          {r.requests}
        </Link>
      ),
  },
  {
    key: 'emergencies',
    title: 'Emergencies',
    meaning: 'Orders of the highest priority whose work is not done',
    cell: (r, t) => orders(r, t, r.emergencies, { priority: 'emergency' }, 'breached'),
  },
  { key: 'late', title: 'Late', meaning: 'Orders with a promise that is past its time', cell: r => count(r.late, 'risk') },
  {
    key: 'open',
    title: 'Open',
    meaning: 'Orders that are not planned',
    cell: (r, t) => orders(r, t, r.open, { bucket: 'open' }),
  },
  {
    key: 'assigned',
    title: 'Assigned',
    meaning: 'Orders that are planned',
    cell: (r, t) => orders(r, t, r.assigned, { bucket: 'assigned' }),
    wide: true,
  },
  {
    key: 'inProgress',
    title: 'In progress',
    meaning: 'Somebody is on the way or at work',
    cell: (r, t) => orders(r, t, r.inProgress, { bucket: 'inProgress' }),
    wide: true,
  },
  {
    key: 'waitingForParts',
    title: 'Parts',
    meaning: 'Orders that wait for parts',
    cell: (r, t) => orders(r, t, r.waitingForParts, { bucket: 'waitingForParts' }),
    wide: true,
  },
  {
    key: 'toReview',
    title: 'To review',
    meaning: 'Done, and not closed yet',
    cell: (r, t) => orders(r, t, r.toReview, { bucket: 'completed' }),
    wide: true,
  },
  { key: 'done', title: 'Visits done', meaning: 'Visits completed in these days', cell: r => count(r.done) },
  {
    key: 'change',
    title: 'Before',
    meaning: 'Visits completed in as many days before',
    cell: r => <span className="soft">{r.doneBefore}</span>,
    wide: true,
  },
  {
    key: 'share',
    title: 'First time',
    meaning: 'Of the visits done, those that fixed it at the first go',
    cell: r => {
      const share = shareOf(r.firstTime, r.done)
      return share === undefined ? <span className="soft">None</span> : `${share} %`
    },
    wide: true,
  },
  {
    key: 'missed',
    title: 'Missed',
    meaning: 'Visits without access, or that could not be completed',
    cell: r => count(r.missed, 'risk'),
    wide: true,
  },
]

type BranchesProps = {
  rows: readonly BranchRow[] | undefined
  total: BranchRow | undefined
  sort: BranchSort
  chips: ReactNode
  onSort: (by: BranchSort) => void
}

/** The branches side by side, and what they are together. */
export const BranchesScreen = ({ rows, total, sort, chips, onSort }: BranchesProps) => (
  <>
    <div className="chips">{chips}</div>
    {rows === undefined ? <Loading of="the branches" /> : null}
    {rows?.length === 0 ? (
      <Empty icon="customers" title="No branch is chosen">
        <p>Take away a filter above to see more.</p>
      </Empty>
    ) : null}
    {rows && rows.length > 0 ? (
      <div className="branches-scroll scroll">
        <table className="branches n">
          <thead>
            <tr>
              <th scope="col" aria-sort={sort === 'name' ? 'ascending' : undefined}>
                <button type="button" onClick={() => onSort('name')}>
                  Branch
                </button>
              </th>
              {columns.map(c => (
                <th
                  key={c.key}
                  scope="col"
                  className={c.wide ? 'wide' : undefined}
                  aria-sort={sort === c.key ? 'descending' : undefined}
                >
                  {c.key === 'change' || c.key === 'share' ? (
                    <span title={c.meaning}>{c.title}</span>
                  ) : (
                    <button type="button" title={c.meaning} onClick={() => onSort(c.key as BranchSort)}>
                      {c.title}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.id}>
                <th scope="row">
                  <span className="thing">{row.name}</span> <span className="soft wide">{row.code}</span>
                </th>
                <Cells row={row} isTotal={false} />
              </tr>
            ))}
          </tbody>
          {total && rows.length > 1 ? (
            <tfoot>
              <tr>
                <th scope="row">{total.name}</th>
                <Cells row={total} isTotal />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    ) : null}
  </>
)

const Cells = ({ row, isTotal }: { row: BranchRow; isTotal: boolean }) =>
  columns.map(c => (
    <td key={c.key} className={c.wide ? 'wide' : undefined}>
      {c.cell(row, isTotal)}
    </td>
  ))
