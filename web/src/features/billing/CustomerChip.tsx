import { Popover, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '@/api/client'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { say } from './words'

const atMost = 8

type ChipProps = { chosen: string | undefined; name: string | undefined; onChoose: (account: string | undefined) => void }

/** Narrows a list to one customer, who is found by a few letters. */
export const CustomerChip = ({ chosen, name, onChoose }: ChipProps) => {
  const [opened, setOpened] = useState(false)
  const [q, setQ] = useState('')
  const { data } = useQuery({
    queryKey: ['customer-chip', q],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/accounts', { params: { query: { q: q || undefined, limit: atMost } }, signal })),
    enabled: opened,
    placeholderData: known => known,
  })
  const choose = (account: string) => {
    setOpened(false)
    onChoose(account)
  }
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus>
        <Popover.Target>
          <button type="button" className="chip" aria-pressed={chosen !== undefined} onClick={() => setOpened(o => !o)}>
            {chosen === undefined ? <Icon name="plus" size={12} /> : null}
            {say('customer')} {chosen === undefined ? null : <b>{name ?? ''}</b>}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <TextInput
            aria-label={say('findTheCustomer')}
            placeholder={say('namePhoneSerialOrAddress')}
            data-autofocus
            value={q}
            onChange={e => setQ(e.currentTarget.value)}
          />
          <div className="customer-choice">
            {data?.items.map(a => (
              <button key={a.id} type="button" className="cut" onClick={() => choose(a.id)}>
                {a.name}
              </button>
            ))}
            {data?.items.length === 0 ? <p className="small soft">{say('noCustomerFound')}</p> : null}
          </div>
        </Popover.Dropdown>
      </Popover>
      {chosen === undefined ? null : (
        <Button kind="plain" size="small" icon="close" aria-label={say('anyCustomer')} onClick={() => onChoose(undefined)} />
      )}
    </>
  )
}
