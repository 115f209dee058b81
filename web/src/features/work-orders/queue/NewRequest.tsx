import { Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { answerOf, api } from '@/api/client'
import { Icon } from '@/ui/Icon'
import { Told } from '@/ui/notices'
import { Button, type Level } from '@/ui/pieces'
import { homeZone } from '@/ui/times'
import { priorities } from '../documents'
import { PlaceFields, type Where } from '../PlaceFields'
import { PriorityField } from '../PriorityField'
import { say } from '../words'
import type { NewCustomer, RequestDraft } from './commands'
import { KnownCaller } from './KnownCaller'
import { type Channel, channels, takenDown } from './request'

type NewRequestProps = {
  opened: boolean
  branches: readonly { id: string; name: string; timeZone?: string }[]
  onClose: () => void
  onReceive: (draft: RequestDraft, caller: NewCustomer | undefined) => Promise<unknown>
}

export const longest = 200

/** For a call that is on the line now: who, where, what, and it stands in the queue. */
export const NewRequest = ({ opened, onClose, ...rest }: NewRequestProps) => (
  <Modal opened={opened} onClose={onClose} title={say('newRequest')} size={640}>
    {opened ? <Form onClose={onClose} {...rest} /> : null}
  </Modal>
)

type Draft = {
  summary: string
  channel: Channel
  branch: string
  caller: string
  phone: string
  level: Level
  where: Where
  isNew: boolean
  company: string
  place: string
  street: string
}

const key = 'request.draft'

/** The form as it was left, also over a sign-in that expired. */
const useDraft = (branch: string) => {
  const empty: Draft = {
    summary: '',
    channel: 'phone',
    branch,
    caller: '',
    phone: '',
    level: 3,
    where: {},
    isNew: false,
    company: '',
    place: '',
    street: '',
  }
  const [draft, setDraft] = useState<Draft>(() => ({
    ...empty,
    ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>),
  }))
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(draft)), [draft])
  const set = (change: Partial<Draft>) => setDraft(known => ({ ...known, ...change }))
  return { draft, set, forget: () => sessionStorage.removeItem(key) }
}

const Form = ({ branches, onClose, onReceive }: Omit<NewRequestProps, 'opened'>) => {
  const { draft, set, forget } = useDraft(branches[0]?.id ?? '')
  const [trouble, setTrouble] = useState<string>()
  const [sending, setSending] = useState(false)
  const { where } = draft
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const ids = Object.fromEntries(Object.entries(where).filter(([, id]) => id)) as Where
    const caller = {
      ...(draft.caller.trim() ? { callerName: draft.caller.trim() } : {}),
      ...(draft.phone.trim() ? { callerPhone: draft.phone.trim() } : {}),
    }
    const said = {
      branch: draft.branch,
      channel: draft.channel,
      summary: draft.summary.trim(),
      urgency: priorities[draft.level - 1] ?? 'normal',
    }
    const added: NewCustomer | undefined =
      draft.isNew && draft.company.trim() !== ''
        ? {
            branch: draft.branch,
            zone: branches.find(b => b.id === draft.branch)?.timeZone ?? homeZone(),
            name: draft.company.trim(),
            kind: 'company',
            place: draft.place.trim(),
            street: draft.street.trim(),
            contact: draft.caller.trim(),
            phone: draft.phone.trim(),
          }
        : undefined
    try {
      await onReceive({ ...said, ...caller, ...(ids as Partial<RequestDraft>) }, added)
      forget()
      onClose()
    } catch {
      setTrouble(say('thisDeviceCouldNotKeep'))
    } finally {
      setSending(false)
    }
  }
  return (
    <form className="form" onSubmit={event => void submit(event)}>
      {trouble ? <Told>{trouble}</Told> : null}
      {draft.isNew ? (
        <>
          <TextInput
            label={say('newCustomer')}
            data-autofocus
            maxLength={200}
            value={draft.company}
            onChange={e => set({ company: e.currentTarget.value })}
          />
          <div className="pair">
            <TextInput
              label={say('site')}
              placeholder={say('whatTheyCallThePlace')}
              value={draft.place}
              onChange={e => set({ place: e.currentTarget.value })}
            />
            <TextInput label={say('street')} value={draft.street} onChange={e => set({ street: e.currentTarget.value })} />
          </div>
        </>
      ) : where.account ? (
        <>
          <PlaceFields where={where} onChange={to => set({ where: to })} />
          <KnownCaller where={where} />
        </>
      ) : (
        <FindCaller
          onFound={(to, caller) => set({ where: to, ...caller })}
          onNew={words => set(/^[+\d\s()-]+$/.test(words) ? { isNew: true, phone: words } : { isNew: true, company: words })}
        />
      )}
      <div className="pair">
        <TextInput
          label={say('caller')}
          maxLength={200}
          value={draft.caller}
          onChange={e => set({ caller: e.currentTarget.value })}
        />
        <TextInput
          label={say('phone')}
          type="tel"
          maxLength={40}
          value={draft.phone}
          onChange={e => set({ phone: e.currentTarget.value })}
        />
      </div>
      <Textarea
        label={say('whatIsNeeded')}
        description={say('inTheCallersWordsWhat')}
        required
        withAsterisk={false}
        minRows={2}
        maxLength={longest}
        value={draft.summary}
        onChange={e => set({ summary: e.currentTarget.value })}
      />
      <PriorityField level={draft.level} onChange={level => set({ level })} />
      <div className="pair">
        <Select
          label={say('cameBy')}
          data={takenDown.map(value => ({ value, label: channels[value].name }))}
          value={draft.channel}
          onChange={value => value && set({ channel: value as Channel })}
          allowDeselect={false}
        />
        <Select
          label={say('branch')}
          data={branches.map(b => ({ value: b.id, label: b.name }))}
          value={draft.branch}
          onChange={value => value && set({ branch: value })}
          allowDeselect={false}
          required
          withAsterisk={false}
        />
      </div>
      <div className="row">
        <span className="grow small soft n">
          {draft.summary.length > longest * 0.8 ? say('charactersLeft', { n: longest - draft.summary.length }) : ''}
        </span>
        <Button
          onClick={() => {
            forget()
            onClose()
          }}
        >
          {say('cancel')}
        </Button>
        <Button kind="main" submit disabled={sending || draft.summary.trim() === '' || draft.branch === ''}>
          {say('takeDown')}
        </Button>
      </div>
    </form>
  )
}

const found = 8
const pause = 200

type FindProps = { onFound: (where: Where, caller: { caller?: string; phone?: string }) => void; onNew: (words: string) => void }

/** Finds the caller by whatever is known: a phone number in any form, a name, an address, a serial. */
const FindCaller = ({ onFound, onNew }: FindProps) => {
  const [words, setWords] = useState('')
  const [asked] = useDebouncedValue(words.trim(), pause)
  const { data } = useQuery({
    queryKey: ['accounts-by', asked],
    queryFn: ({ signal }) => answerOf(api.GET('/api/accounts', { params: { query: { q: asked, limit: found } }, signal })),
    enabled: asked.length > 1,
  })
  const accounts = asked.length > 1 ? (data?.items ?? []) : []
  const choose = (account: (typeof accounts)[0]) => {
    const hit = (kind: string) => account.because.find(b => b.kind === kind)
    const contact = hit('contact')
    onFound(
      { account: account.id, contact: contact?.id, site: hit('site')?.id, asset: hit('asset')?.id },
      contact ? { caller: contact.title, ...(contact.detail ? { phone: contact.detail.split(/[,\n]/)[0] ?? '' } : {}) } : {},
    )
  }
  return (
    <div>
      <TextInput
        label={say('whoIsCalling')}
        placeholder={say('phoneNameAddressOrSerial')}
        data-autofocus
        leftSection={<Icon name="search" size={14} />}
        value={words}
        onChange={e => setWords(e.currentTarget.value)}
        onKeyDown={e => {
          const [first] = accounts
          if (e.key !== 'Enter') return
          e.preventDefault()
          if (first) choose(first)
        }}
      />
      {asked.length > 1 ? (
        <div className="hits scroll">
          {accounts.map(account => (
            <button type="button" key={account.id} onClick={() => choose(account)}>
              <b className="thing">{account.name}</b> <span className="soft">{account.address}</span>
              <div className="small soft n cut">
                {account.because.map(hit => [hit.title, hit.detail].filter(Boolean).join(' ')).join(', ')}
              </div>
            </button>
          ))}
          <button type="button" onClick={() => onNew(words.trim())}>
            <Icon name="plus" size={14} /> {say('newCustomerNamed', { name: words.trim() })}
          </button>
        </div>
      ) : null}
    </div>
  )
}
