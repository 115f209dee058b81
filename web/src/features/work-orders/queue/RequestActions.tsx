import { Menu, Modal, Select, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSending } from '@/features/identity/useSending'
import { useStore } from '@/store/react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { PlaceFields, type Where } from '../PlaceFields'
import { answerTo, askAbout, decline, describe, mergeInto } from './commands'
import type { QueuedRequest } from './request'

type Act = 'ask' | 'answer' | 'merge' | 'decline' | 'describe'

const verbs: Record<Act, string> = {
  ask: 'Ask customer',
  answer: 'Write answer',
  merge: 'Merge',
  decline: 'Decline',
  describe: 'Say who and where',
}

const reasons = [
  { value: 'solvedByCustomer', label: 'Solved without a visit' },
  { value: 'notOurs', label: 'Not ours to do' },
  { value: 'unreachable', label: 'Customer cannot be reached' },
  { value: 'spam', label: 'Spam' },
  { value: 'other', label: 'Something else' },
]

type ActionsProps = {
  request: QueuedRequest
  where: Where
  isWaiting: boolean
  /** Orders that may already answer it. */
  orders: readonly { id: string; name: string }[]
}

export const RequestActions = ({ request, where, isWaiting, orders }: ActionsProps) => {
  const [act, setAct] = useState<Act>()
  return (
    <>
      <Button onClick={() => setAct(isWaiting ? 'answer' : 'ask')}>{isWaiting ? verbs.answer : verbs.ask}</Button>
      <Menu position="top-start" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button icon="more" aria-label="More to do with this request" />
        </Menu.Target>
        <Menu.Dropdown>
          {(['describe', 'merge', 'decline'] as const)
            .filter(a => a !== 'merge' || orders.length > 0)
            .map(a => (
              <Menu.Item key={a} onClick={() => setAct(a)}>
                {verbs[a]}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={act !== undefined} onClose={() => setAct(undefined)} title={act ? verbs[act] : ''} size={480}>
        {act ? <Form act={act} request={request} where={where} orders={orders} onDone={() => setAct(undefined)} /> : null}
      </Modal>
    </>
  )
}

type FormProps = { act: Act; request: QueuedRequest; where: Where; orders: ActionsProps['orders']; onDone: () => void }

const Form = ({ act, request, where, orders, onDone }: FormProps) => {
  const store = useStore()
  const [text, setText] = useState('')
  const [choice, setChoice] = useState(act === 'merge' ? (orders[0]?.id ?? '') : 'solvedByCustomer')
  const [place, setPlace] = useState<Where>(where)
  const { sending, trouble, send } = useSending()
  const given = Object.fromEntries(Object.entries(place).filter(([, id]) => id)) as Record<string, string>
  const doing: Record<Act, () => Promise<unknown>> = {
    ask: () => askAbout(store, request, text.trim()),
    answer: () => answerTo(store, request, text.trim()),
    merge: () => mergeInto(store, request, choice),
    decline: () => decline(store, request, choice),
    describe: () => describe(store, request, given),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => {
      await doing[act]()
      onDone()
    })
  }
  const isText = act === 'ask' || act === 'answer'
  return (
    <form className="form" onSubmit={submit}>
      {isText ? (
        <Textarea
          label={act === 'ask' ? 'What must the customer say first' : 'What the customer said'}
          description={act === 'ask' ? 'The request waits, and keeps its place in the queue.' : undefined}
          data-autofocus
          minRows={3}
          maxLength={1000}
          value={text}
          onChange={e => setText(e.currentTarget.value)}
        />
      ) : null}
      {act === 'merge' || act === 'decline' ? (
        <Select
          label={act === 'merge' ? 'The order that answers it too' : 'Why nothing will be done'}
          data={act === 'merge' ? orders.map(o => ({ value: o.id, label: o.name })) : reasons}
          value={choice}
          onChange={value => value && setChoice(value)}
          allowDeselect={false}
        />
      ) : null}
      {act === 'describe' ? <PlaceFields where={place} onChange={setPlace} /> : null}
      {trouble ? <Told>{trouble}</Told> : null}
      <div className="row">
        <span className="grow" />
        <Button onClick={onDone}>Back</Button>
        <Button kind="main" submit disabled={sending || (isText && text.trim() === '')}>
          {act === 'describe' ? 'Save' : verbs[act]}
        </Button>
      </div>
    </form>
  )
}
