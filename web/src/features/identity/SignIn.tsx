import { PasswordInput, PinInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { Door } from './Door'
import { useSending } from './useSending'
import { say } from './words'

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
    <Door title={say('signIn')} aside={say('forgotYourPasswordYourAdministrator')}>
      <form className="form" onSubmit={submit}>
        {trouble ? <Told>{trouble}</Told> : null}
        <TextInput
          label={say('eMail')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={e => setEmail(e.currentTarget.value)}
          withAsterisk={false}
        />
        <PasswordInput
          label={say('password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={e => setPassword(e.currentTarget.value)}
          withAsterisk={false}
        />
        <Button kind="main" submit disabled={sending}>
          {sending ? say('signingIn') : say('signIn')}
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
    <Door title={recovery ? say('recoveryCode') : say('yourCode')}>
      <p className="lead">{recovery ? say('oneOfTheCodesThat') : say('sixFiguresFromYourAuthenticator')}</p>
      <form className="form" onSubmit={submit}>
        {trouble ? <Told>{trouble}</Told> : null}
        {recovery ? (
          <TextInput
            label={say('recoveryCode')}
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
            aria-label={say('code')}
            getInputProps={i => ({ 'aria-label': say('figureOfSix', { n: i + 1 }) })}
          />
        )}
        <Button kind="main" submit disabled={sending || code.length < 6}>
          {sending ? say('checking') : say('continue')}
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
            {recovery ? say('useTheApp') : say('useARecoveryCode')}
          </Button>
          <span className="grow" />
          <Button kind="plain" size="small" onClick={onBack}>
            {say('someoneElse')}
          </Button>
        </div>
      </form>
    </Door>
  )
}
