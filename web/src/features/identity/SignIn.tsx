import { PasswordInput, PinInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { Door } from './Door'
import { useSending } from './useSending'

export type SignInStep = 'password' | 'code'

type SignInProps = {
  step: SignInStep
  /** Known when they have just set their password. */
  email?: string
  /** Both throw with a sentence to show. */
  onPassword: (email: string, password: string) => Promise<void>
  onCode: (code: string, isRecovery: boolean) => Promise<void>
  onBack: () => void
}

export const SignIn = ({ step, email, onPassword, onCode, onBack }: SignInProps) =>
  step === 'password' ? <PasswordStep known={email} onPassword={onPassword} /> : <CodeStep onCode={onCode} onBack={onBack} />

const PasswordStep = ({ known, onPassword }: Pick<SignInProps, 'onPassword'> & { known?: string }) => {
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const { sending, trouble, send } = useSending()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(() => onPassword(email, password))
  }
  return (
    <Door title="Sign in" aside="Forgot your password? Your administrator can send you a link to set a new one.">
      <form className="form" onSubmit={submit}>
        {trouble ? <Told>{trouble}</Told> : null}
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={e => setEmail(e.currentTarget.value)}
          withAsterisk={false}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          value={password}
          onChange={e => setPassword(e.currentTarget.value)}
          withAsterisk={false}
        />
        <Button kind="main" submit disabled={sending}>
          {sending ? 'Signing in' : 'Sign in'}
        </Button>
      </form>
    </Door>
  )
}

const CodeStep = ({ onCode, onBack }: Pick<SignInProps, 'onCode' | 'onBack'>) => {
  const [recovery, setRecovery] = useState(false)
  const [code, setCode] = useState('')
  const { sending, trouble, send } = useSending()
  const give = (given: string) => void send(() => onCode(given.trim(), recovery))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give(code)
  }
  return (
    <Door title={recovery ? 'Recovery code' : 'Your code'}>
      <p className="lead">
        {recovery
          ? 'One of the codes that you kept when you set this up. Each works once.'
          : 'Six figures from your authenticator app.'}
      </p>
      <form className="form" onSubmit={submit}>
        {trouble ? <Told>{trouble}</Told> : null}
        {recovery ? (
          <TextInput
            label="Recovery code"
            autoFocus
            required
            value={code}
            onChange={e => setCode(e.currentTarget.value)}
            withAsterisk={false}
          />
        ) : (
          <PinInput
            className="code"
            length={6}
            type="number"
            oneTimeCode
            autoFocus
            value={code}
            onChange={setCode}
            onComplete={give}
            aria-label="Code"
            getInputProps={i => ({ 'aria-label': `Figure ${i + 1} of 6` })}
          />
        )}
        <Button kind="main" submit disabled={sending || code.length < 6}>
          {sending ? 'Checking' : 'Continue'}
        </Button>
        <div className="row">
          <Button
            kind="plain"
            size="small"
            onClick={() => {
              setRecovery(!recovery)
              setCode('')
            }}
          >
            {recovery ? 'Use the app' : 'Use a recovery code'}
          </Button>
          <span className="grow" />
          <Button kind="plain" size="small" onClick={onBack}>
            Someone else
          </Button>
        </div>
      </form>
    </Door>
  )
}
