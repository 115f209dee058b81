import { Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Body } from '@/store/wire'
import { Icon } from '@/ui/Icon'
import { Told } from '@/ui/notices'
import { Avatar, Button, SectionTitle, State } from '@/ui/pieces'
import { range } from '@/ui/times'
import { say } from '../words'
import { ReasonForm } from './forms/ReasonForm'
import { type Order, type Visit, type VisitAct, visitStates } from './order'

const acts = {
  dispatch: { verb: say('dispatch'), icon: 'send' },
  unschedule: { verb: say('takeOffThePlan'), icon: 'calendar' },
  cancel: { verb: say('cancelVisit'), icon: 'close' },
} as const

type VisitsProps = { order: Order; now: number; onAct?: (visit: Visit, act: VisitAct, answer?: Body) => Promise<void> }

export const Visits = ({ order, now, onAct }: VisitsProps) => {
  const [refused, setRefused] = useState<string>()
  const [cancelling, setCancelling] = useState<Visit>()
  const act = async (visit: Visit, what: VisitAct) => {
    setRefused(undefined)
    if (what === 'cancel') return setCancelling(visit)
    await onAct?.(visit, what).catch((problem: unknown) =>
      setRefused(problem instanceof Error ? problem.message : say('nothingWasChanged')),
    )
  }
  return (
    <section>
      <SectionTitle note={order.visits.length}>{say('visits')}</SectionTitle>
      {order.visits.length === 0 ? <p className="soft">{say('nonePlannedYet')}</p> : null}
      {refused ? <Told>{refused}</Told> : null}
      {order.visits.map(visit => (
        <Line key={visit.id} visit={visit} order={order} now={now} onAct={onAct ? what => void act(visit, what) : undefined} />
      ))}
      <Modal opened={cancelling !== undefined} onClose={() => setCancelling(undefined)} title={say('cancelVisit')} size={460}>
        {cancelling ? (
          <ReasonForm
            why={say('whyIsItCancelled')}
            verb={say('cancelVisit')}
            onBack={() => setCancelling(undefined)}
            onGive={async answer => {
              await onAct?.(cancelling, 'cancel', answer)
              setCancelling(undefined)
            }}
          />
        ) : null}
      </Modal>
    </section>
  )
}

type LineProps = { visit: Visit; order: Order; now: number; onAct?: ((act: VisitAct) => void) | undefined }

const Line = ({ visit, order, now, onAct }: LineProps) => {
  const { name, tone, icon } = visitStates[visit.state]
  return (
    <div className="visit">
      {visit.who ? <Avatar name={visit.who} /> : <span className="avatar" data-tone="none" />}
      <span className="cut">
        {visit.what}
        {visit.who ? <span className="soft">, {visit.who}</span> : null}
      </span>
      <span className="soft n cut when">
        {visit.from === undefined ? say('notBooked') : range(visit.from, visit.to, now, order.site?.zone)}
      </span>
      <span className="right">
        <State tone={tone} icon={icon}>
          {name}
        </State>
      </span>
      {onAct && visit.acts.length > 0 ? (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button kind="plain" size="small" icon="more" aria-label={say('moreToDoWith', { what: visit.what })} />
          </Menu.Target>
          <Menu.Dropdown>
            {visit.acts.map(what => (
              <Menu.Item key={what} leftSection={<Icon name={acts[what].icon} />} onClick={() => onAct(what)}>
                {acts[what].verb}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  )
}
