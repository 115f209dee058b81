import { Menu, Modal, Select, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSending } from '@/features/identity/useSending'
import { useStore } from '@/store/react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { PlaceFields, type Where } from '../PlaceFields'
import { say } from '../words'
import { answerTo, askAbout, decline, describe, mergeInto } from './commands'
import type { QueuedRequest } from './request'

type Act = 'ask' | 'answer' | 'merge' | 'decline' | 'describe'

const verbs: Record<Act, string> = {
  ask: say('askCustomer'),
  answer: say('writeAnswer'),
  merge: say('merge'),
  decline: say('decline'),
  describe: say('sayWhoAndWhere'),
}

const reasons = [
  { value: 'solvedByCustomer', label: say('solvedWithoutAVisit') },
  { value: 'notOurs', label: say('notOursToDo') },
  { value: 'unreachable', label: say('customerCannotBeReached') },
  { value: 'spam', label: say('spam') },
  { value: 'other', label: say('somethingElse') },
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
          <Button icon="more" aria-label={say('moreToDoWithThis2')} />
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
          label={act === 'ask' ? say('whatMustTheCustomerSay') : say('whatTheCustomerSaid')}
          description={act === 'ask' ? say('theRequestWaitsAndKeeps') : undefined}
          data-autofocus
          minRows={3}
          maxLength={1000}
          value={text}
          onChange={e => setText(e.currentTarget.value)}
        />
      ) : null}
      {act === 'merge' || act === 'decline' ? (
        <Select
          label={act === 'merge' ? say('theOrderThatAnswersIt') : say('whyNothingWillBeDone')}
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
        <Button onClick={onDone}>{say('back')}</Button>
        <Button kind="main" submit disabled={sending || (isText && text.trim() === '')}>
          {act === 'describe' ? say('save') : verbs[act]}
        </Button>
      </div>
    </form>
  )
}
