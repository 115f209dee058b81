import { type FormEvent, useState } from 'react'
import { Told } from '@/ui/notices'
import { Button, State } from '@/ui/pieces'
import { SideSheet } from '@/ui/SideSheet'
import { ago } from '@/ui/times'
import { type Person, personStates } from './PeopleScreen'
import { type RightsAnswers, RightsFields } from './RightsFields'
import { useSending } from './useSending'
import { say } from './words'

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
              {say('newPasswordLink')}
            </Button>
            {person.state === 'disabled' ? (
              <Button onClick={() => void send(onEnable)} disabled={sending}>
                {say('enable')}
              </Button>
            ) : (
              <Button
                onClick={() => void send(onDisable)}
                disabled={sending || isMe}
                title={isMe ? say('youCannotDisableYourOwn') : undefined}
              >
                {say('disable')}
              </Button>
            )}
          </>
        ) : null
      }
    >
      {trouble ? <Told>{trouble}</Told> : null}
      <dl className="facts">
        <dt>{say('state')}</dt>
        <dd>
          <State tone={state.tone} icon={state.icon}>
            {state.name}
          </State>
        </dd>
        <dt>{say('secondStep')}</dt>
        <dd>{person.hasSecondStep ? say('on') : say('notSetUp')}</dd>
        <dt>{say('lastSeen')}</dt>
        <dd>{person.lastSeen === undefined ? say('never') : ago(person.lastSeen, now)}</dd>
      </dl>
      <form className="form" onSubmit={submit}>
        <fieldset disabled={!mayChange} className="plain">
          <RightsFields rights={rights} branches={branches} onChange={setRights} />
        </fieldset>
        {changed ? (
          <div className="row">
            <Button kind="main" submit disabled={sending || rights.roles.length === 0}>
              {say('changeRoles')}
            </Button>
            <Button onClick={() => setRights(rightsOf(person))}>{say('undo')}</Button>
          </div>
        ) : null}
      </form>
    </SideSheet>
  )
}
