import { PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { Door } from './Door'
import { useSending } from './useSending'

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
    <Door title={`Welcome, ${name}`} aside="This link works once. Whoever has it can set the password, so do not pass it on.">
      <p className="lead">
        You sign in as {email}. At least {shortest} characters: a few words that you can remember are better than one that you
        cannot.
      </p>
      <form className="form" onSubmit={submit}>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        {trouble ? <Told>{trouble}</Told> : null}
        <PasswordInput
          label="New password"
          autoComplete="new-password"
          minLength={shortest}
          required
          autoFocus
          value={password}
          onChange={e => setPassword(e.currentTarget.value)}
          withAsterisk={false}
        />
        <PasswordInput
          label="The same again"
          autoComplete="new-password"
          required
          value={again}
          onChange={e => setAgain(e.currentTarget.value)}
          error={differs ? 'The two are not the same.' : undefined}
          withAsterisk={false}
        />
        <Button kind="main" submit disabled={sending || differs || password.length < shortest}>
          {sending ? 'Setting' : 'Set password'}
        </Button>
      </form>
    </Door>
  )
}
