import { PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { Door } from './Door'
import { useSending } from './useSending'
import { say } from './words'

export const shortest = 12

export const SetPassword = ({
  name,
  email,
  onSet,
}: {
  name: string
  email: string
  onSet: (password: string) => Promise<void>
}) => {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const { sending, trouble, send } = useSending()
  const differs = again !== '' && again !== password
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!differs) void send(() => onSet(password))
  }
  return (
    <Door title={say('welcome', { name })} aside={say('thisLinkWorksOnceWhoever')}>
      <p className="lead">{say('youSignInAsAt', { email, shortest })}</p>
      <form className="form" onSubmit={submit}>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        {trouble ? <Told>{trouble}</Told> : null}
        <PasswordInput
          label={say('newPassword')}
          autoComplete="new-password"
          minLength={shortest}
          required
          autoFocus
          value={password}
          onChange={e => setPassword(e.currentTarget.value)}
          withAsterisk={false}
        />
        <PasswordInput
          label={say('theSameAgain')}
          autoComplete="new-password"
          required
          value={again}
          onChange={e => setAgain(e.currentTarget.value)}
          error={differs ? say('theTwoAreNotThe') : undefined}
          withAsterisk={false}
        />
        <Button kind="main" submit disabled={sending || differs || password.length < shortest}>
          {sending ? say('setting') : say('setPassword')}
        </Button>
      </form>
    </Door>
  )
}
