import { Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/ui/pieces'
import { say } from './words'

export type Why = { title: string; rule: string; go: (although: string) => void }

const usual = [say('overtimeIsAgreed'), say('onCall'), say('theCustomerInsists')] as const
const longest = 500

/** A rule says no and may be overridden: by whom and why stands with the visit afterwards. */
export const WhyDialog = ({ why, onClose }: { why: Why | undefined; onClose: () => void }) => (
  <Modal opened={why !== undefined} onClose={onClose} title={why?.title ?? ''} size={480}>
    {why ? <Form why={why} onClose={onClose} /> : null}
  </Modal>
)

const Form = ({ why, onClose }: { why: Why; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    why.go(reason.trim())
    onClose()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p>{why.rule}</p>
      <div className="row wrap">
        {usual.map(words => (
          <Button key={words} size="small" onClick={() => setReason(words)}>
            {words}
          </Button>
        ))}
      </div>
      <Textarea
        label={say('whyItMayBeSo')}
        data-autofocus
        required
        withAsterisk={false}
        minRows={2}
        maxLength={longest}
        value={reason}
        onChange={e => setReason(e.currentTarget.value)}
      />
      <div className="row">
        <span className="grow" />
        <Button onClick={onClose}>{say('back')}</Button>
        <Button kind="main" submit disabled={reason.trim() === ''}>
          {say('bookAllTheSame')}
        </Button>
      </div>
    </form>
  )
}
