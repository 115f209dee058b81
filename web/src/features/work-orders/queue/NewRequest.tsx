import { Modal, Select, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import type { RequestDraft } from './commands'
import { type Channel, channels, takenDown } from './request'

type NewRequestProps = {
  opened: boolean
  branches: readonly { id: string; name: string }[]
  onClose: () => void
  onReceive: (draft: RequestDraft) => Promise<unknown>
}

export const longest = 200

/** For a call that is on the line now: what, where from, and it stands in the queue. */
export const NewRequest = ({ opened, onClose, ...rest }: NewRequestProps) => (
  <Modal opened={opened} onClose={onClose} title="New request" size={520}>
    {opened ? <Form onClose={onClose} {...rest} /> : null}
  </Modal>
)

const Form = ({ branches, onClose, onReceive }: Omit<NewRequestProps, 'opened'>) => {
  const [summary, setSummary] = useState('')
  const [channel, setChannel] = useState<Channel>('phone')
  const [branch, setBranch] = useState(branches[0]?.id ?? '')
  const [trouble, setTrouble] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await onReceive({ branch, channel, summary: summary.trim() })
      onClose()
    } catch {
      setTrouble('This device could not keep the request. Free some space, then try again; the form stays as it is.')
    }
  }
  return (
    <form className="form" onSubmit={event => void submit(event)}>
      {trouble ? <Told>{trouble}</Told> : null}
      <Textarea
        label="What is needed"
        description="In the caller’s words: what, where, since when"
        data-autofocus
        required
        withAsterisk={false}
        minRows={3}
        maxLength={longest}
        value={summary}
        onChange={e => setSummary(e.currentTarget.value)}
      />
      <div className="pair">
        <Select
          label="Came by"
          data={takenDown.map(value => ({ value, label: channels[value].name }))}
          value={channel}
          onChange={value => value && setChannel(value as Channel)}
          allowDeselect={false}
        />
        <Select
          label="Branch"
          data={branches.map(b => ({ value: b.id, label: b.name }))}
          value={branch}
          onChange={value => value && setBranch(value)}
          allowDeselect={false}
          required
          withAsterisk={false}
        />
      </div>
      <div className="row">
        <span className="grow small soft n">
          {summary.length > longest * 0.8 ? `${longest - summary.length} characters left` : ''}
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="main" submit disabled={summary.trim() === '' || branch === ''}>
          Take down
        </Button>
      </div>
    </form>
  )
}
