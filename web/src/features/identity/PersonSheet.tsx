import { type FormEvent, useState } from 'react'
import { Told } from '@/ui/notices'
import { Button, State } from '@/ui/pieces'
import { SideSheet } from '@/ui/SideSheet'
import { ago } from '@/ui/times'
import { type Person, personStates } from './PeopleScreen'
import { type RightsAnswers, RightsFields } from './RightsFields'
import { useSending } from './useSending'

type SheetProps = {
  person: Person
  now: number
  branches: readonly { id: string; name: string }[]
  mayChange: boolean
  isMe: boolean
  onClose: () => void
  onRights: (rights: RightsAnswers) => Promise<void>
  onLink: () => Promise<void>
  onDisable: () => Promise<void>
  onEnable: () => Promise<void>
}

const rightsOf = (person: Person): RightsAnswers => ({
  roles: [...person.roles],
  headOffice: person.headOffice,
  branches: [...person.branchIds],
})

export const PersonSheet = ({
  person,
  now,
  branches,
  mayChange,
  isMe,
  onClose,
  onRights,
  onLink,
  onDisable,
  onEnable,
}: SheetProps) => {
  const [rights, setRights] = useState(rightsOf(person))
  const { sending, trouble, send } = useSending()
  const state = personStates[person.state]
  const changed = JSON.stringify(rights) !== JSON.stringify(rightsOf(person))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(() => onRights(rights))
  }
  return (
    <SideSheet
      name={person.name}
      about={person.email}
      onClose={onClose}
      foot={
        mayChange ? (
          <>
            <Button onClick={() => void send(onLink)} disabled={sending || person.state === 'disabled'}>
              New password link
            </Button>
            {person.state === 'disabled' ? (
              <Button onClick={() => void send(onEnable)} disabled={sending}>
                Enable
              </Button>
            ) : (
              <Button
                onClick={() => void send(onDisable)}
                disabled={sending || isMe}
                title={isMe ? 'You cannot disable your own account.' : undefined}
              >
                Disable
              </Button>
            )}
          </>
        ) : null
      }
    >
      {trouble ? <Told>{trouble}</Told> : null}
      <dl className="facts">
        <dt>State</dt>
        <dd>
          <State tone={state.tone} icon={state.icon}>
            {state.name}
          </State>
        </dd>
        <dt>Second step</dt>
        <dd>{person.hasSecondStep ? 'On' : 'Not set up'}</dd>
        <dt>Last seen</dt>
        <dd>{person.lastSeen === undefined ? 'Never' : ago(person.lastSeen, now)}</dd>
      </dl>
      <form className="form" onSubmit={submit}>
        <fieldset disabled={!mayChange} className="plain">
          <RightsFields rights={rights} branches={branches} onChange={setRights} />
        </fieldset>
        {changed ? (
          <div className="row">
            <Button kind="main" submit disabled={sending || rights.roles.length === 0}>
              Change roles
            </Button>
            <Button onClick={() => setRights(rightsOf(person))}>Undo</Button>
          </div>
        ) : null}
      </form>
    </SideSheet>
  )
}
