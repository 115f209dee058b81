import { Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { noRights, type RightsAnswers, RightsFields } from './RightsFields'
import { useSending } from './useSending'
import { say } from './words'

export type Invited = { name: string; email: string; rights: RightsAnswers }

type InviteProps = {
  opened: boolean
  branches: readonly { id: string; name: string }[]
  onClose: () => void /** Gives the link, once. */
  onInvite: (invited: Invited) => Promise<string>
}

export const InvitePerson = ({ opened, onClose, ...rest }: InviteProps) => (
  <Modal opened={opened} onClose={onClose} title={say('inviteAColleague')} size={520}>
    {opened ? <Form onClose={onClose} {...rest} /> : null}
  </Modal>
)

const Form = ({ branches, onClose, onInvite }: Omit<InviteProps, 'opened'>) => {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [rights, setRights] = useState<RightsAnswers>({
    ...noRights,
    branches: branches.length === 1 ? branches.map(b => b.id) : [],
  })
  const [link, setLink] = useState<string>()
  const { sending, trouble, send } = useSending()
  if (link) return <OneTimeLink name={name} link={link} onClose={onClose} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => setLink(await onInvite({ name: name.trim(), email: email.trim(), rights })))
  }
  return (
    <form className="form" onSubmit={submit}>
      {trouble ? <Told>{trouble}</Told> : null}
      <div className="pair">
        <TextInput
          label={say('name')}
          data-autofocus
          required
          withAsterisk={false}
          value={name}
          onChange={e => setName(e.currentTarget.value)}
        />
        <TextInput
          label={say('eMail')}
          type="email"
          required
          withAsterisk={false}
          value={email}
          onChange={e => setEmail(e.currentTarget.value)}
        />
      </div>
      <RightsFields rights={rights} branches={branches} onChange={setRights} />
      <div className="row">
        <span className="grow" />
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button kind="main" submit disabled={sending || name.trim() === '' || email.trim() === '' || rights.roles.length === 0}>
          {say('invite')}
        </Button>
      </div>
    </form>
  )
}

/** Shown once; whoever holds it can set the password, so it is handed over in person or by a safe way. */
export const OneTimeLink = ({ name, link, onClose }: { name: string; link: string; onClose: () => void }) => {
  const [copied, setCopied] = useState(false)
  const address = new URL(link, location.origin).href
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <div className="form">
      <p>{say('giveThisLinkToIt', { name })}</p>
      <TextInput aria-label={say('oneTimeLink')} readOnly value={address} onFocus={e => e.currentTarget.select()} />
      <div className="row">
        <Button icon={copied ? 'check' : 'link'} onClick={() => void copy()}>
          {copied ? say('copied') : say('copyLink')}
        </Button>
        <span className="grow" />
        <Button kind="main" onClick={onClose}>
          {say('done')}
        </Button>
      </div>
    </div>
  )
}
