import { TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { newId, run } from '@/api/client'
import { noRights, RightsFields, rightsBody } from '@/features/identity/RightsFields'
import { roles } from '@/features/identity/roles'
import { useSending } from '@/features/identity/useSending'
import { Loading, Told } from '@/ui/notices'
import { Button, State } from '@/ui/pieces'
import { ago, millis } from '@/ui/times'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { type ApiKey, apiKeysQuery } from './queries'
import { say } from './words'

type KeysProps = { branches: readonly { id: string; name: string }[] }

/** Keys for other programs: shown once, kept as a hash, revoked at once. */
export const ApiKeys = ({ branches }: KeysProps) => {
  const { data: keys } = useQuery(apiKeysQuery)
  const [secret, setSecret] = useState<string>()
  const queries = useQueryClient()
  const now = useNow()
  const { sending, trouble, send } = useSending()
  if (!keys) return <Loading of={say('apiKeys')} rows={3} />
  const again = () => queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey })
  const revoke = (key: ApiKey) =>
    void send(async () => {
      await run('/api/api-keys/revoke', { key: key.id })
      await again()
      tell(say('opensNothingAnyMore', { name: key.name }))
    })
  return (
    <>
      {trouble ? <Told>{trouble}</Told> : null}
      <ul className="set-list" aria-label={say('apiKeys')}>
        {keys.map(key => (
          <li key={key.id}>
            <span className="thing">{key.name}</span>
            <span className="soft n">{key.begins}…</span>
            <span className="soft grow">
              {key.rights.roles.map(role => (role in roles ? roles[role as keyof typeof roles].name : role)).join(', ')}
              {`, ${say('made', { ago: ago(millis(key.createdAt), now) })}`}
            </span>
            {key.revokedAt ? (
              <State tone="done" icon="lock">
                {say('revoked')}
              </State>
            ) : (
              <Button size="small" disabled={sending} aria-label={say('revoke', { name: key.name })} onClick={() => revoke(key)}>
                {say('revoke2')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {secret ? (
        <OneTimeKey secret={secret} onDone={() => setSecret(undefined)} />
      ) : (
        <NewKey
          key={keys.length}
          branches={branches}
          onMade={async made => {
            setSecret(made)
            await again()
          }}
        />
      )}
    </>
  )
}

const NewKey = ({ branches, onMade }: KeysProps & { onMade: (secret: string) => Promise<void> }) => {
  const [name, setName] = useState('')
  const [rights, setRights] = useState({ ...noRights, branches: branches.length === 1 ? branches.map(b => b.id) : [] })
  const { sending, trouble, send } = useSending()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => {
      const made = await run('/api/api-keys/create', { key: newId(), name: name.trim(), rights: rightsBody(rights) })
      await onMade(made.secret ?? '')
    })
  }
  return (
    <form className="form" onSubmit={submit} aria-label={say('makeAKey')}>
      {trouble ? <Told>{trouble}</Told> : null}
      <TextInput
        label={say('forWhichProgram')}
        required
        withAsterisk={false}
        value={name}
        onChange={e => setName(e.currentTarget.value)}
      />
      <RightsFields rights={rights} branches={branches} onChange={setRights} />
      <div className="row">
        <span className="grow" />
        <Button submit disabled={sending || name.trim() === '' || rights.roles.length === 0}>
          {say('makeKey')}
        </Button>
      </div>
    </form>
  )
}

const OneTimeKey = ({ secret, onDone }: { secret: string; onDone: () => void }) => {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <div className="form">
      <p>{say('thisIsTheKeyIt')}</p>
      <TextInput aria-label={say('theKey')} readOnly value={secret} onFocus={e => e.currentTarget.select()} />
      <div className="row">
        <Button icon={copied ? 'check' : 'link'} onClick={() => void copy()}>
          {copied ? say('copied') : say('copyKey')}
        </Button>
        <span className="grow" />
        <Button kind="main" onClick={onDone}>
          {say('done')}
        </Button>
      </div>
    </div>
  )
}
