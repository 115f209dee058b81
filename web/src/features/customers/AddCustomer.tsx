import { Modal, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { newId } from '@/api/client'
import { attempt } from '@/store/attempt'
import { useStore } from '@/store/react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { useSending } from '../identity/useSending'
import { say } from './words'

type AddCustomerProps = {
  opened: boolean
  branches: readonly { id: string; name: string }[]
  onClose: () => void
  onAdded: (account: string) => void
}

export const AddCustomer = ({ opened, onClose, ...rest }: AddCustomerProps) => (
  <Modal opened={opened} onClose={onClose} title={say('newCustomer')} size={480}>
    {opened ? <Form onClose={onClose} {...rest} /> : null}
  </Modal>
)

const Form = ({ branches, onClose, onAdded }: Omit<AddCustomerProps, 'opened'>) => {
  const store = useStore()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'company' | 'person'>('company')
  const [branch, setBranch] = useState(branches[0]?.id ?? '')
  const { sending, trouble, send } = useSending()
  const add = async () => {
    const account = newId()
    const details = { kind, name: name.trim(), branch }
    await attempt(store, {
      type: 'accounts/add',
      title: say('newCustomer2', { name: details.name }),
      entity: account,
      baseVersion: 0,
      body: { account, details },
      patches: [{ type: 'account', id: account, set: details }],
    })
    onAdded(account)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(add)
  }
  return (
    <form className="form" onSubmit={submit}>
      {trouble ? <Told>{trouble}</Told> : null}
      <TextInput
        label={say('name')}
        data-autofocus
        required
        withAsterisk={false}
        maxLength={200}
        value={name}
        onChange={e => setName(e.currentTarget.value)}
      />
      <div className="pair">
        <Select
          label={say('kind')}
          data={[
            { value: 'company', label: say('company') },
            { value: 'person', label: say('person') },
          ]}
          value={kind}
          onChange={value => setKind(value === 'person' ? 'person' : 'company')}
          allowDeselect={false}
        />
        <Select
          label={say('branch')}
          data={branches.map(b => ({ value: b.id, label: b.name }))}
          value={branch}
          onChange={value => value && setBranch(value)}
          allowDeselect={false}
        />
      </div>
      <div className="row">
        <span className="grow" />
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button kind="main" submit disabled={sending || name.trim() === '' || branch === ''}>
          {say('addCustomer')}
        </Button>
      </div>
    </form>
  )
}
