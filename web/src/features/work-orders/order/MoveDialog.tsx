import { Modal } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useSending } from '@/features/identity/useSending'
import type { Body } from '@/store/wire'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { say } from '../words'
import { CloseForm } from './forms/CloseForm'
import { CodeForm } from './forms/CodeForm'
import { DescribeForm } from './forms/DescribeForm'
import { HoldForm } from './forms/HoldForm'
import { PlanForm } from './forms/PlanForm'
import { PriorityForm } from './forms/PriorityForm'
import { ReasonForm } from './forms/ReasonForm'
import { TriageForm } from './forms/TriageForm'
import { moves, type OrderMove } from './moves'
import type { Order } from './order'

export type FormProps = {
  order: Order
  /** Sends the answer; resolves when it is done or kept, and throws the server's sentence when it was refused. */
  onGive: (answer: Body) => Promise<void>
  onBack: () => void
}

type DialogProps = {
  move: OrderMove | undefined
  order: Order
  onGive: (move: OrderMove, answer: Body) => Promise<void>
  onClose: () => void
}

/** Asks what a move needs before anything happens; a refusal is said beside the button that was pressed. */
export const MoveDialog = ({ move, order, onGive, onClose }: DialogProps) => (
  <Modal opened={move !== undefined} onClose={onClose} title={move ? `${moves[move].verb}, ${order.number}` : ''} size={520}>
    {move ? <FormOf move={move} order={order} onBack={onClose} onGive={answer => onGive(move, answer)} /> : null}
  </Modal>
)

const FormOf = ({ move, ...rest }: FormProps & { move: OrderMove }) => {
  if (move === 'hold') return <HoldForm {...rest} />
  if (move === 'triage') return <TriageForm {...rest} />
  if (move === 'plan') return <PlanForm {...rest} />
  if (move === 'prioritise') return <PriorityForm {...rest} />
  if (move === 'describe') return <DescribeForm {...rest} />
  if (move === 'code') return <CodeForm {...rest} />
  if (move === 'close') return <CloseForm {...rest} />
  return <ReasonForm why={moves[move].why ?? say('why')} verb={moves[move].verb} {...rest} />
}

type MoveFormProps = { verb: string; canGive: boolean; onGive: () => Promise<void>; onBack: () => void; children: ReactNode }

/** What every such form shares: its fields, what went wrong, the way back and the verb. */
export const MoveForm = ({ verb, canGive, onGive, onBack, children }: MoveFormProps) => {
  const { sending, trouble, send } = useSending()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(onGive)
  }
  return (
    <form className="form" onSubmit={submit}>
      {children}
      {trouble ? <Told>{trouble}</Told> : null}
      <div className="row">
        <span className="grow" />
        <Button onClick={onBack}>{say('back')}</Button>
        <Button kind="main" submit disabled={sending || !canGive}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
