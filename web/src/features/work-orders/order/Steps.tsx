import { Fragment } from 'react'
import { Icon } from '@/ui/Icon'
import { State } from '@/ui/pieces'
import { within } from '@/words/formats'
import { say } from '../words'
import { type HoldReason, holdReasons, type OrderState, orderStates, steps } from './order'

/** After which step a side state stands. */
const after: Partial<Record<OrderState, number>> = { draft: 0, awaitingApproval: 1, onHold: 3, cannotComplete: 4, cancelled: 1 }

/** Which steps lie behind, which one it is at, which are to come. A side state stands in the place where it branched off. */
export const Steps = ({ state, note }: { state: OrderState; note?: string | undefined }) => {
  const main = (steps as readonly string[]).indexOf(state)
  const at = main >= 0 ? main : (after[state] ?? 0)
  const reason = note ? holdReasons[note as HoldReason] : undefined
  return (
    <ol className="steps" aria-label={say('state')}>
      {steps.map((step, i) => (
        <Fragment key={step}>
          {i > 0 ? <li className="dash" aria-hidden /> : null}
          {i === at ? (
            <li aria-current="step">
              <State tone={currentTone(state)} icon={orderStates[state].icon}>
                {orderStates[state].name}
                {reason ? `: ${within(reason)}` : ''}
              </State>
            </li>
          ) : (
            <li className="step" data-done={i < at ? '' : undefined}>
              <Icon name={i < at ? 'check' : 'circle'} size={14} />
              {step === 'completed' ? say('completed') : orderStates[step].name}
            </li>
          )}
        </Fragment>
      ))}
    </ol>
  )
}

const currentTone = (state: OrderState) => (state === 'ready' || state === 'triaged' ? 'amber' : orderStates[state].tone)
