import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Bar, isOpen, type Person } from './board'
import { cancelVisit, type Desk, dispatchVisit, moveVisit, slotOf, unscheduleVisit } from './commands'
import type { Waiting } from './Pane'
import { say } from './words'

/** What the menu stands on, and where on the screen. */
export type MenuAt = { x: number; y: number; bar?: Bar; person?: string; order?: Waiting }

const reasons = [say('customerRangOff'), say('notNeededAnyMore'), say('customerAsksForAnotherDay')] as const
const quarter = 15 * 60_000

export const BoardMenu = ({ at, onClose, children }: { at: MenuAt | undefined; onClose: () => void; children: ReactNode }) => (
  <Menu opened={at !== undefined} onClose={onClose} transitionProps={{ duration: 0 }} position="bottom-start" width={260}>
    <Menu.Target>
      <button
        type="button"
        className="menu-anchor"
        tabIndex={-1}
        aria-label={say('whatMayBeDoneHere')}
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
      <Menu.Item onClick={onSlot}>{say('detailsAndWhoCouldTake')}</Menu.Item>
      <Menu.Item onClick={() => onOpen(bar.order)}>{say('openOrder')}</Menu.Item>
      {bar.state === 'scheduled' ? (
        <Menu.Item rightSection={<Key>D</Key>} onClick={() => void dispatchVisit(desk, bar)}>
          {say('dispatch')}
        </Menu.Item>
      ) : null}
      {may ? (
        <>
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{say('giveTo')}</Menu.Sub.Item>
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
            {say('moveToAnotherTime')}
          </Menu.Item>
          <Menu.Item
            rightSection={<Key>]</Key>}
            onClick={() => void moveVisit(desk, bar, { ...slot, end: slot.end + quarter }, who)}
          >
            {say('aQuarterOfAnHour3')}
          </Menu.Item>
          {bar.end - bar.start > quarter ? (
            <Menu.Item
              rightSection={<Key>[</Key>}
              onClick={() => void moveVisit(desk, bar, { ...slot, end: slot.end - quarter }, who)}
            >
              {say('aQuarterOfAnHour4')}
            </Menu.Item>
          ) : null}
          <Menu.Item rightSection={<Key>U</Key>} onClick={() => void unscheduleVisit(desk, bar, zone)}>
            {say('unschedule')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{say('cancelTheVisit')}</Menu.Label>
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
    <Menu.Item onClick={onRoute}>{say('showTheDaysRouteOn')}</Menu.Item>
    {unsent > 0 ? <Menu.Item onClick={onDispatch}>{say('dispatchPlanned', { n: unsent })}</Menu.Item> : null}
    <Menu.Item disabled={open === 0} onClick={onAway}>
      {open === 0 ? say('nothingLeftToHandOver') : say('awayHandOver', { n: open })}
    </Menu.Item>
  </>
)

type OrderActsProps = { order: Waiting; onSlot: () => void; onBest: () => void; onOpen: (order: string) => void }

export const OrderActs = ({ order, onSlot, onBest, onOpen }: OrderActsProps) => (
  <>
    <Menu.Label>
      {order.number} {order.summary}
    </Menu.Label>
    <Menu.Item onClick={onSlot}>{say('findASlot')}</Menu.Item>
    {order.held ? null : (
      <Menu.Item rightSection={<Key>P</Key>} onClick={onBest}>
        {say('planWithTheBestFit')}
      </Menu.Item>
    )}
    <Menu.Item onClick={() => onOpen(order.id)}>{say('openOrder')}</Menu.Item>
  </>
)
