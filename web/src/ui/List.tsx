import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

export type Column<T> = {
  key: string
  title: string
  /** A track of the grid: "120px", "1fr", "minmax(0, 2fr)". */
  width: string
  cell: (row: T) => ReactNode
  align?: 'right'
  /** Shown on a phone too. */
  narrow?: boolean
}

type Group<T> = { name: string; rows: readonly T[] }

export type ListProps<T> = {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  /** The same rows under headings; without it they stand as they are. */
  groups?: readonly Group<T>[]
  idOf: (row: T) => string
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen?: (id: string) => void
  /** Rows taken together for one act; Space, Ctrl with a click, or the cell with `data-mark`. */
  marked?: ReadonlySet<string>
  onMark?: (id: string) => void
  rowHeight?: number
  /** "11 of 46 in view" */
  foot?: ReactNode
  /** Asked for when the end comes near. */
  onEnd?: () => void
}

type Item<T> = { heading: string; count: number } | { row: T }

const itemsOf = <T,>(rows: readonly T[], groups?: readonly Group<T>[]): Item<T>[] =>
  groups
    ? groups
        .filter(g => g.rows.length > 0)
        .flatMap(g => [{ heading: g.name, count: g.rows.length }, ...g.rows.map(row => ({ row }))])
    : rows.map(row => ({ row }))

const headingHeight = 28
const nearEnd = 20

/** A list of any length: it draws only what is in view, and is walked with the arrow keys. */
export const List = <T,>({
  label,
  columns,
  rows,
  groups,
  idOf,
  selected,
  onSelect,
  onOpen,
  marked,
  onMark,
  rowHeight = 32,
  foot,
  onEnd,
}: ListProps<T>) => {
  const scroller = useRef<HTMLDivElement>(null)
  const items = itemsOf(rows, groups)
  const ordered = items.flatMap(item => ('row' in item ? [idOf(item.row)] : []))
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: i => ('row' in (items[i] as Item<T>) ? rowHeight : headingHeight),
    getItemKey: i => keyOf(items[i] as Item<T>, idOf),
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0

  useEffect(() => {
    if (onEnd && lastShown > items.length - nearEnd) onEnd()
  }, [onEnd, lastShown, items.length])

  const cameBackTo = useRef(selected)
  useEffect(() => {
    const at = items.findIndex(item => 'row' in item && idOf(item.row) === cameBackTo.current)
    if (at > 0) virtual.scrollToIndex(at, { align: 'center' })
    cameBackTo.current = undefined
  })

  const go = (to: number) => {
    const id = ordered[Math.max(0, Math.min(ordered.length - 1, to))]
    if (id === undefined) return
    onSelect(id)
    virtual.scrollToIndex(items.findIndex(item => 'row' in item && idOf(item.row) === id))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = selected === undefined ? -1 : ordered.indexOf(selected)
    const page = Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      j: at + 1,
      k: at - 1,
      Home: 0,
      End: ordered.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    }
    const to = moves[event.key]
    if (to !== undefined) go(to)
    else if (event.key === 'Enter' && selected !== undefined) onOpen?.(selected)
    else if (event.key === ' ' && selected !== undefined && onMark) onMark(selected)
    else return
    event.preventDefault()
  }

  const wide = columns.map(c => c.width).join(' ')
  const narrow = columns
    .map(c => (c.narrow ? c.width : '0'))
    .filter(w => w !== '0')
    .join(' ')
  const isShown = shown.some(v => {
    const item = items[v.index]
    return item && 'row' in item && idOf(item.row) === selected
  })
  const active = isShown ? `row-${selected}` : undefined
  return (
    <div className="list scroll grow" ref={scroller} style={{ '--columns': wide, '--columns-narrow': narrow }}>
      <div className="head line" aria-hidden>
        {columns.map(c => (
          <span key={c.key} className={c.align} data-wide={c.narrow ? undefined : ''}>
            {c.title}
          </span>
        ))}
      </div>
      <div
        role="listbox"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={active}
        className="rows"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {shown.map(v => {
          const item = items[v.index] as Item<T>
          const place = { transform: `translateY(${v.start}px)`, height: v.size }
          if (!('row' in item))
            return (
              <div key={v.key} className="heading" role="presentation" style={place}>
                {item.heading}
                <span className="n">{item.count}</span>
              </div>
            )
          const id = idOf(item.row)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and names the active row
            <div
              key={v.key}
              id={`row-${id}`}
              role="option"
              aria-selected={id === selected}
              aria-checked={marked ? marked.has(id) : undefined}
              className="item line"
              style={place}
              onClick={event => (onMark && marks(event) ? onMark(id) : onSelect(id))}
              onDoubleClick={() => onOpen?.(id)}
            >
              {columns.map(c => (
                <div key={c.key} className={`cell ${c.align ?? ''}`} data-wide={c.narrow ? undefined : ''}>
                  {c.cell(item.row)}
                </div>
              ))}
            </div>
          )
        })}
      </div>
      {foot ? <div className="foot n">{foot}</div> : null}
    </div>
  )
}

const marks = (event: MouseEvent) =>
  event.ctrlKey || event.metaKey || (event.target instanceof Element && event.target.closest('[data-mark]') !== null)

const keyOf = <T,>(item: Item<T>, idOf: (row: T) => string) => ('row' in item ? idOf(item.row) : `heading ${item.heading}`)
