import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Empty, Loading } from '@/ui/notices'
import type { Urgency } from '../work-orders/documents'
import type { Bucket } from '../work-orders/list/orders'
import { type BranchRow, type BranchSort, shareOf } from './branches'
import { say } from './words'
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
    title: say('inTheQueue'),
    meaning: say('requestsThatAreNotAn'),
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
    title: say('emergencies'),
    meaning: say('ordersOfTheHighestPriority'),
    cell: (r, t) => orders(r, t, r.emergencies, { priority: 'emergency' }, 'breached'),
  },
  { key: 'late', title: say('late'), meaning: say('ordersWithAPromiseThat'), cell: r => count(r.late, 'risk') },
  {
    key: 'open',
    title: say('open'),
    meaning: say('ordersThatAreNotPlanned'),
    cell: (r, t) => orders(r, t, r.open, { bucket: 'open' }),
  },
  {
    key: 'assigned',
    title: say('assigned'),
    meaning: say('ordersThatArePlanned'),
    cell: (r, t) => orders(r, t, r.assigned, { bucket: 'assigned' }),
    wide: true,
  },
  {
    key: 'inProgress',
    title: say('inProgress'),
    meaning: say('somebodyIsOnTheWay'),
    cell: (r, t) => orders(r, t, r.inProgress, { bucket: 'inProgress' }),
    wide: true,
  },
  {
    key: 'waitingForParts',
    title: say('parts'),
    meaning: say('ordersThatWaitForParts'),
    cell: (r, t) => orders(r, t, r.waitingForParts, { bucket: 'waitingForParts' }),
    wide: true,
  },
  {
    key: 'toReview',
    title: say('toReview'),
    meaning: say('doneAndNotClosedYet'),
    cell: (r, t) => orders(r, t, r.toReview, { bucket: 'completed' }),
    wide: true,
  },
  { key: 'done', title: say('visitsDone'), meaning: say('visitsCompletedInTheseDays'), cell: r => count(r.done) },
  {
    key: 'change',
    title: say('before'),
    meaning: say('visitsCompletedInAsMany'),
    cell: r => <span className="soft">{r.doneBefore}</span>,
    wide: true,
  },
  {
    key: 'share',
    title: say('firstTime'),
    meaning: say('ofTheVisitsDoneThose'),
    cell: r => {
      const share = shareOf(r.firstTime, r.done)
      return share === undefined ? <span className="soft">{say('none')}</span> : `${share} %`
    },
    wide: true,
  },
  {
    key: 'missed',
    title: say('missed'),
    meaning: say('visitsWithoutAccessOrThat'),
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
    {rows === undefined ? <Loading of={say('theBranches')} /> : null}
    {rows?.length === 0 ? (
      <Empty icon="customers" title={say('noBranchIsChosen')}>
        <p>{say('takeAwayAFilterAbove')}</p>
      </Empty>
    ) : null}
    {rows && rows.length > 0 ? (
      <div className="branches-scroll scroll">
        <table className="branches n">
          <thead>
            <tr>
              <th scope="col" aria-sort={sort === 'name' ? 'ascending' : undefined}>
                <button type="button" onClick={() => onSort('name')}>
                  {say('branch')}
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
