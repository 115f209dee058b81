import { TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { encode } from 'uqr'
import { Loading, Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { Door } from './Door'
import { useSending } from './useSending'
import { say } from './words'

type Offer = { key?: string | null; uri?: string | null }

type SecondStepProps = {
  onOffer: () => Promise<Offer>
  /** Gives the recovery codes, once. */
  onCode: (code: string) => Promise<readonly string[]>
  onDone: () => Promise<void>
}

/** Sets up the codes of an authenticator app: show the key, prove that the app has it, keep the recovery codes. */
export const SecondStep = ({ onOffer, onCode, onDone }: SecondStepProps) => {
  const [offer, setOffer] = useState<Offer>()
  const [codes, setCodes] = useState<readonly string[]>()
  const [code, setCode] = useState('')
  const { sending, trouble, send } = useSending()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, as each asking makes another key
  useEffect(() => void send(async () => setOffer(await onOffer())), [])

  if (codes) return <Keep codes={codes} onDone={onDone} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => setCodes(await onCode(code.trim())))
  }
  return (
    <Door title={say('setUpYourSecondStep')}>
      <p className="lead">{say('pointAnAuthenticatorAppAt')}</p>
      <form className="form" onSubmit={submit}>
        {trouble ? <Told>{trouble}</Told> : null}
        {offer?.uri ? <Picture of={offer.uri} /> : trouble ? null : <Loading of={say('yourKey')} rows={1} />}
        {offer?.key ? (
          <p className="small soft">
            {say('noCameraTypeThisKey')} <b className="key">{offer.key.match(/.{1,4}/g)?.join(' ')}</b>
          </p>
        ) : null}
        <TextInput
          label={say('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          value={code}
          onChange={e => setCode(e.currentTarget.value)}
        />
        <Button kind="main" submit disabled={sending || code.trim().length < 6}>
          {say('continue')}
        </Button>
      </form>
    </Door>
  )
}

const quiet = 2

const Picture = ({ of }: { of: string }) => {
  const { data, size } = encode(of, { border: 0 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : []))).join('')
  const side = size + 2 * quiet
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={say('theKeyAsAPicture')}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

const Keep = ({ codes, onDone }: { codes: readonly string[]; onDone: () => Promise<void> }) => (
  <Door title={say('keepTheseCodes')} aside={say('theyAreShownOnlyNow')}>
    <p className="lead">{say('eachLetsYouInOnce')}</p>
    <div className="form">
      <ol className="codes n">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Button kind="main" onClick={() => void onDone()}>
        {say('iHaveKeptThem')}
      </Button>
    </div>
  </Door>
)
