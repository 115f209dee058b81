import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Bar, isOpen, type Person } from './board'
import { cancelVisit, type Desk, dispatchVisit, moveVisit, slotOf, unscheduleVisit } from './commands'
import type { Waiting } from './Pane'

/** What the menu stands on, and where on the screen. */
export type MenuAt = { x: number; y: number; bar?: Bar; person?: string; order?: Waiting }

const reasons = ['Customer rang off', 'Not needed any more', 'Customer asks for another day'] as const
const quarter = 15 * 60_000

export const BoardMenu = ({ at, onClose, children }: { at: MenuAt | undefined; onClose: () => void; children: ReactNode }) => (
  <Menu opened={at !== undefined} onClose={onClose} transitionProps={{ duration: 0 }} position="bottom-start" width={260}>
    <Menu.Target>
      <button
        type="button"
        className="menu-anchor"
        tabIndex={-1}
        aria-label="What may be done here"
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
      />
    </Menu.Target>
    <Menu.Dropdown>{children}</Menu.Dropdown>
  </Menu>
)

const Key = ({ children }: { children: string }) => (
  <kbd className="soft small" aria-hidden>
    {children}
  </kbd>
)

type VisitActsProps = {
  desk: Desk
  bar: Bar
  zone: string
  people: readonly Person[]
  onSlot: () => void
  onWhen: () => void
  onOpen: (order: string) => void
}

export const VisitActs = ({ desk, bar, zone, people, onSlot, onWhen, onOpen }: VisitActsProps) => {
  const may = isOpen(bar.state)
  const slot = slotOf(bar, zone)
  const who = people.find(p => p.id === bar.technician)?.name ?? 'them'
  return (
    <>
      <Menu.Label>
        {bar.number} {bar.summary}
      </Menu.Label>
      <Menu.Item onClick={onSlot}>Details and who could take it</Menu.Item>
      <Menu.Item onClick={() => onOpen(bar.order)}>Open order</Menu.Item>
      {bar.state === 'scheduled' ? (
        <Menu.Item rightSection={<Key>D</Key>} onClick={() => void dispatchVisit(desk, bar)}>
          Dispatch
        </Menu.Item>
      ) : null}
      {may ? (
        <>
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item>Give to</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown className="menu-people">
              {people
                .filter(p => p.id !== bar.technician)
                .map(p => (
                  <Menu.Item key={p.id} onClick={() => void moveVisit(desk, bar, { ...slot, technician: p.id }, p.name)}>
                    {p.name} <span className="soft small">{p.skills.slice(0, 2).join(', ')}</span>
                  </Menu.Item>
                ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
          <Menu.Item rightSection={<Key>M</Key>} onClick={onWhen}>
            Move to another time
          </Menu.Item>
          <Menu.Item
            rightSection={<Key>]</Key>}
            onClick={() => void moveVisit(desk, bar, { ...slot, end: slot.end + quarter }, who)}
          >
            A quarter of an hour longer
          </Menu.Item>
          {bar.end - bar.start > quarter ? (
            <Menu.Item
              rightSection={<Key>[</Key>}
              onClick={() => void moveVisit(desk, bar, { ...slot, end: slot.end - quarter }, who)}
            >
              A quarter of an hour shorter
            </Menu.Item>
          ) : null}
          <Menu.Item rightSection={<Key>U</Key>} onClick={() => void unscheduleVisit(desk, bar, zone)}>
            Unschedule
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Cancel the visit</Menu.Label>
          {reasons.map(reason => (
            <Menu.Item key={reason} onClick={() => void cancelVisit(desk, bar, reason)}>
              {reason}
            </Menu.Item>
          ))}
        </>
      ) : null}
    </>
  )
}

type PersonActsProps = {
  name: string
  open: number
  unsent: number
  onRoute: () => void
  onDispatch: () => void
  onAway: () => void
}

export const PersonActs = ({ name, open, unsent, onRoute, onDispatch, onAway }: PersonActsProps) => (
  <>
    <Menu.Label>{name}</Menu.Label>
    <Menu.Item onClick={onRoute}>Show the day’s route on the map</Menu.Item>
    {unsent > 0 ? (
      <Menu.Item onClick={onDispatch}>
        Dispatch {unsent === 1 ? 'the visit' : `all ${unsent} visits`} that {unsent === 1 ? 'is' : 'are'} only planned
      </Menu.Item>
    ) : null}
    <Menu.Item disabled={open === 0} onClick={onAway}>
      {open === 0 ? 'Nothing left to hand over here' : `Away: hand over ${open === 1 ? 'one visit' : `${open} visits`}`}
    </Menu.Item>
  </>
)

type OrderActsProps = { order: Waiting; onSlot: () => void; onBest: () => void; onOpen: (order: string) => void }

export const OrderActs = ({ order, onSlot, onBest, onOpen }: OrderActsProps) => (
  <>
    <Menu.Label>
      {order.number} {order.summary}
    </Menu.Label>
    <Menu.Item onClick={onSlot}>Find a slot</Menu.Item>
    {order.held ? null : (
      <Menu.Item rightSection={<Key>P</Key>} onClick={onBest}>
        Plan with the best fit
      </Menu.Item>
    )}
    <Menu.Item onClick={() => onOpen(order.id)}>Open order</Menu.Item>
  </>
)
