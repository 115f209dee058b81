import { Modal, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Body } from '@/store/wire'
import type { Level } from '@/ui/pieces'
import { Button } from '@/ui/pieces'
import { priorities } from '../documents'
import { type HoldReason, holdReasons } from '../order/order'
import { PriorityField } from '../PriorityField'
import { say } from '../words'

export type BulkMove = 'hold' | 'cancel' | 'prioritise'

const verbs: Record<BulkMove, string> = { hold: say('putOnHold'), cancel: say('cancelOrders'), prioritise: say('changePriority') }

type BulkProps = {
  count: number
  may: (move: BulkMove) => boolean
  onGive: (move: BulkMove, answer: Body) => Promise<void>
  onUnmark: () => void
}

/** The same move on every marked order, with one reason. */
export const BulkActions = ({ count, may, onGive, onUnmark }: BulkProps) => {
  const [asking, setAsking] = useState<BulkMove>()
  return (
    <>
      <b className="n" role="status">
        {say('marked', { n: count })}
      </b>
      {(Object.keys(verbs) as BulkMove[]).filter(may).map(move => (
        <Button key={move} size="small" onClick={() => setAsking(move)}>
          {verbs[move]}
        </Button>
      ))}
      <span className="grow" />
      <Button kind="plain" size="small" onClick={onUnmark}>
        {say('unmarkAll')}
      </Button>
      <Modal
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={asking ? `${verbs[asking]}: ${count}` : ''}
        size={460}
      >
        {asking ? (
          <Form
            move={asking}
            onBack={() => setAsking(undefined)}
            onGive={async answer => {
              await onGive(asking, answer)
              setAsking(undefined)
            }}
          />
        ) : null}
      </Modal>
    </>
  )
}

const Form = ({ move, onBack, onGive }: { move: BulkMove; onBack: () => void; onGive: (answer: Body) => Promise<void> }) => {
  const [hold, setHold] = useState<HoldReason>('waitingParts')
  const [level, setLevel] = useState<Level>(2)
  const [words, setWords] = useState('')
  const [sending, setSending] = useState(false)
  const said = words.trim()
  const answers: Record<BulkMove, Body> = {
    hold: { reason: hold, remark: said || null },
    cancel: { remark: said },
    prioritise: { priority: priorities[level - 1] ?? 'normal', reason: said },
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    void onGive(answers[move]).finally(() => setSending(false))
  }
  return (
    <form className="form" onSubmit={submit}>
      {move === 'hold' ? (
        <Select
          label={say('whatAreTheyWaitingFor')}
          data={Object.entries(holdReasons).map(([value, label]) => ({ value, label }))}
          value={hold}
          onChange={value => value && setHold(value as HoldReason)}
          allowDeselect={false}
        />
      ) : null}
      {move === 'prioritise' ? <PriorityField level={level} onChange={setLevel} /> : null}
      <TextInput
        label={move === 'hold' ? say('remark') : say('why')}
        data-autofocus
        maxLength={200}
        value={words}
        onChange={e => setWords(e.currentTarget.value)}
      />
      <div className="row">
        <span className="grow" />
        <Button onClick={onBack}>{say('back')}</Button>
        <Button kind="main" submit disabled={sending || (move !== 'hold' && said === '')}>
          {verbs[move]}
        </Button>
      </div>
    </form>
  )
}
