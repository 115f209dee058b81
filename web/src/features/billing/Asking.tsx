import { Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { MoveForm } from '../work-orders/order/MoveDialog'
import { type Invoice, type Method, methods, nameOf } from './invoice'
import { amountOf, type Money, money, typedOf } from './money'

const longest = 500
const receiptAtMost = 40

type AskingProps = { invoice: Invoice; asking: 'void' | 'waive' | 'pay' | undefined; onBack: () => void }

type Answers = {
  onReason: (reason: string) => Promise<void>
  onPayment: (amount: Money, method: Method, receipt: string) => Promise<void>
}

const verbs = { void: 'Void', waive: 'Waive', pay: 'Record payment' } as const

/** Asks what an act needs before anything happens. */
export const Asking = ({ invoice, asking, onBack, onReason, onPayment }: AskingProps & Answers) => (
  <Modal opened={asking !== undefined} onClose={onBack} title={asking ? `${verbs[asking]}, ${nameOf(invoice)}` : ''} size={480}>
    {asking === 'pay' ? <PaymentForm invoice={invoice} onBack={onBack} onPayment={onPayment} /> : null}
    {asking === 'void' ? (
      <ReasonForm verb="Void" why="Why it is taken back; its number stays taken" onBack={onBack} onReason={onReason} />
    ) : null}
    {asking === 'waive' ? <ReasonForm verb="Waive" why="Why nothing is asked" onBack={onBack} onReason={onReason} /> : null}
  </Modal>
)

type ReasonProps = { verb: string; why: string; onBack: () => void; onReason: Answers['onReason'] }

const ReasonForm = ({ verb, why, onBack, onReason }: ReasonProps) => {
  const [reason, setReason] = useState('')
  return (
    <MoveForm verb={verb} canGive={reason.trim() !== ''} onBack={onBack} onGive={() => onReason(reason.trim())}>
      <Textarea
        label={why}
        data-autofocus
        required
        withAsterisk={false}
        minRows={3}
        maxLength={longest}
        value={reason}
        onChange={e => setReason(e.currentTarget.value)}
      />
    </MoveForm>
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
    <MoveForm verb="Record payment" canGive={amount !== undefined && amount.minor > 0} onBack={onBack} onGive={give}>
      <TextInput
        label={`Amount in ${currency}`}
        description={`${money(invoice.open)} is still open`}
        data-autofocus
        inputMode="decimal"
        value={typed}
        error={amount ? undefined : `Write an amount of ${currency}, such as ${typedOf(invoice.open)}`}
        onChange={e => setTyped(e.currentTarget.value)}
      />
      <Select
        label="How it came"
        data={Object.entries(methods).map(([value, label]) => ({ value, label }))}
        value={method}
        onChange={value => value && setMethod(value as Method)}
        allowDeselect={false}
      />
      <TextInput
        label="Number of the transaction, if there is one"
        maxLength={receiptAtMost}
        value={receipt}
        onChange={e => setReceipt(e.currentTarget.value)}
      />
    </MoveForm>
  )
}
