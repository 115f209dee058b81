import { Fragment } from 'react'
import { Icon } from '@/ui/Icon'
import { State } from '@/ui/pieces'
import { type OrderState, orderStates, steps } from './order'

/** Which steps lie behind, which one it is at, which are to come. A side state shows where it branched off. */
export const Steps = ({ state, reached, note }: { state: OrderState; reached: OrderState; note?: string }) => {
  const at = steps.indexOf(reached as (typeof steps)[number])
  const onSide = !(steps as readonly string[]).includes(state)
  return (
    <ol className="steps" aria-label="State">
      {steps.map((step, i) => (
        <Fragment key={step}>
          {i > 0 ? <li className="dash" aria-hidden /> : null}
          {i === at ? (
            <li aria-current="step">
              <State tone={onSide ? orderStates[state].tone : currentTone(state)} icon={orderStates[state].icon}>
                {orderStates[state].name}
                {note ? `: ${note}` : ''}
              </State>
            </li>
          ) : (
            <li className="step" data-done={i < at ? '' : undefined}>
              <Icon name={i < at ? 'check' : 'circle'} size={14} />
              {step === 'completed' ? 'Completed' : orderStates[step].name}
            </li>
          )}
        </Fragment>
      ))}
    </ol>
  )
}

const currentTone = (state: OrderState) => (state === 'ready' || state === 'triaged' ? 'amber' : orderStates[state].tone)
