import type { ReactNode } from 'react'
import { List, type ListProps } from './List'
import { Loading } from './notices'

type ListScreenProps<T> = Omit<ListProps<T>, 'rows'> & {
  /** Undefined while they are fetched. */
  rows: readonly T[] | undefined
  chips: ReactNode
  /** Acts on the rows that are marked. */
  bulk?: ReactNode
  /** What is fetched. */
  loading: string
  /** Instead of a list without rows: what to do next. */
  empty: ReactNode
  panel?: ReactNode
}

/** A page that is one list: its filters above it, the chosen row beside it. */
export const ListScreen = <T,>({ rows, chips, bulk, loading, empty, panel, ...list }: ListScreenProps<T>) => (
  <>
    <div className="chips">{chips}</div>
    {bulk ? <div className="bulk">{bulk}</div> : null}
    <div className="body">
      <div className="grow list-side">
        {rows === undefined ? <Loading of={loading} rows={12} /> : null}
        {rows?.length === 0 ? empty : null}
        {rows && rows.length > 0 ? <List rows={rows} {...list} /> : null}
      </div>
      {panel}
    </div>
  </>
)
