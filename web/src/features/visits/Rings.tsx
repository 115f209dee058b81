import { useState } from 'react'
import { Icon } from '@/ui/Icon'
import { Big, Part } from './frame'
import { type Ringing, useRinging } from './ringing'
import { type Key, say } from './words'

const says: Record<Ringing, Key> = {
  on: 'ringsOn',
  off: 'ringsOff',
  blocked: 'ringsBlocked',
  unsupported: 'ringsUnsupported',
  failed: 'ringsFailed',
}

/** Whether new jobs ring on this device, and the switch for it. */
export const Rings = () => {
  const { state, turnOn, turnOff } = useRinging()
  return (
    <>
      <Part title={say('rings')} />
      <section className="card" aria-live="polite">
        <p className="past">{state ? say(says[state]) : say('notYet')}</p>
      </section>
      <div className="field">
        {state === 'off' || state === 'failed' ? (
          <Big icon="bell" onClick={() => void turnOn()}>
            {say('turnOn')}
          </Big>
        ) : null}
        {state === 'on' ? (
          <Big kind="second" onClick={() => void turnOff()}>
            {say('turnOff')}
          </Big>
        ) : null}
      </div>
    </>
  )
}

const kept = 'rings-offered'

/** Asked once, below the day's work; the answer stands under More afterwards. */
export const RingsOffer = () => {
  const { state, turnOn } = useRinging()
  const [offered, setOffered] = useState(() => localStorage.getItem(kept) !== null)
  if (offered || state !== 'off') return null
  const settle = () => {
    localStorage.setItem(kept, 'yes')
    setOffered(true)
  }
  return (
    <>
      <Part title={say('rings')} />
      <section className="card quiet">
        <Icon name="bell" />
        <p>{say('ringsOffer')}</p>
        <div className="pair">
          <Big onClick={() => void turnOn().then(settle)}>{say('turnOn')}</Big>
          <Big kind="second" onClick={settle}>
            {say('notNow')}
          </Big>
        </div>
      </section>
    </>
  )
}
