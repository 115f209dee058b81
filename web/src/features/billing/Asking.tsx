import { Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Body } from '@/store/wire'
import { ReasonForm } from '../work-orders/order/forms/ReasonForm'
import { MoveForm } from '../work-orders/order/MoveDialog'
import { type Invoice, type Method, methods, nameOf } from './invoice'
import { amountOf, type Money, money, typedOf } from './money'
import { say } from './words'

const receiptAtMost = 40

type AskingProps = { invoice: Invoice; asking: 'void' | 'waive' | 'pay' | undefined; onBack: () => void }

type Answers = {
  onReason: (reason: string) => Promise<void>
  onPayment: (amount: Money, method: Method, receipt: string) => Promise<void>
}

const verbs = { void: say('void'), waive: say('waive'), pay: say('recordPayment') } as const

/** Asks what an act needs before anything happens. */
export const Asking = ({ invoice, asking, onBack, onReason, onPayment }: AskingProps & Answers) => {
  const given = ({ remark }: Body) => onReason(String(remark))
  return (
    <Modal opened={asking !== undefined} onClose={onBack} title={asking ? `${verbs[asking]}, ${nameOf(invoice)}` : ''} size={480}>
      {asking === 'pay' ? <PaymentForm invoice={invoice} onBack={onBack} onPayment={onPayment} /> : null}
      {asking === 'void' ? <ReasonForm verb={say('void')} why={say('whyItIsTakenBack')} onBack={onBack} onGive={given} /> : null}
      {asking === 'waive' ? (
        <ReasonForm verb={say('waive')} why={say('whyNothingIsAsked')} onBack={onBack} onGive={given} />
      ) : null}
    </Modal>
  )
}

type PaymentProps = { invoice: Invoice; onBack: () => void; onPayment: Answers['onPayment'] }

const PaymentForm = ({ invoice, onBack, onPayment }: PaymentProps) => {
  const currency = invoice.open.currency ?? ''
  const [typed, setTyped] = useState(typedOf(invoice.open))
  const [method, setMethod] = useState<Method>('mobileMoney')
  const [receipt, setReceipt] = useState('')
  const amount = amountOf(typed, currency)
  const give = async () => {
    if (amount) await onPayment(amount, method, receipt.trim())
  }
  return (
    <MoveForm verb={say('recordPayment')} canGive={amount !== undefined && amount.minor > 0} onBack={onBack} onGive={give}>
      <TextInput
        label={say('amountIn', { currency })}
        description={say('isStillOpen', { amount: money(invoice.open) })}
        data-autofocus
        inputMode="decimal"
        value={typed}
        error={amount ? undefined : say('writeAnAmount', { currency, example: typedOf(invoice.open) })}
        onChange={e => setTyped(e.currentTarget.value)}
      />
      <Select
        label={say('howItCame')}
        data={Object.entries(methods).map(([value, label]) => ({ value, label }))}
        value={method}
        onChange={value => value && setMethod(value as Method)}
        allowDeselect={false}
      />
      <TextInput
        label={say('numberOfTheTransactionIf')}
        maxLength={receiptAtMost}
        value={receipt}
        onChange={e => setReceipt(e.currentTarget.value)}
      />
    </MoveForm>
  )
}
