import { Select } from '@mantine/core'
import { useState } from 'react'
import { say } from '@/features/work-orders/words'
import { type FormProps, MoveForm } from '../MoveDialog'
import { billingRules } from '../order'

type Billing = keyof typeof billingRules

/** The review accepts, and says who pays. */
export const CloseForm = ({ order, onGive, onBack }: FormProps) => {
  const [billing, setBilling] = useState<Billing>(order.billing ?? 'billable')
  return (
    <MoveForm verb={say('acceptAndClose')} canGive onBack={onBack} onGive={() => onGive({ billing })}>
      <Select
        label={say('whoPays')}
        data-autofocus
        data={Object.entries(billingRules).map(([value, label]) => ({ value, label }))}
        value={billing}
        onChange={value => value && setBilling(value as Billing)}
        allowDeselect={false}
      />
      {order.missing.length > 0 ? <p className="t-risk">{say('stillNeeded', { missing: order.missing.join(', ') })}</p> : null}
      {order.deviations.some(d => !d.settledBy) ? <p className="t-risk">{say('somethingDiffersFromThePlan')}</p> : null}
    </MoveForm>
  )
}
