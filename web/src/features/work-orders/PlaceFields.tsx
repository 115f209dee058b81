import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answerOf, api } from '@/api/client'
import { say } from './words'

export type Where = {
  account?: string | undefined
  site?: string | undefined
  contact?: string | undefined
  asset?: string | undefined
}

const found = 20

const accountQuery = (id: string | undefined) => ({
  queryKey: ['account-page', id],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answerOf(api.GET('/api/accounts/{id}', { params: { path: { id: id ?? '' } }, signal })),
  enabled: id !== undefined,
})

/** Customer, site, contact and asset, each narrowing the next; one choice that is the only one is made at once. */
export const PlaceFields = ({ where, onChange }: { where: Where; onChange: (where: Where) => void }) => {
  const [words, setWords] = useState('')
  const { data: page } = useQuery(accountQuery(where.account))
  const { data: accounts } = useQuery({
    queryKey: ['accounts-by', words],
    queryFn: ({ signal }) => answerOf(api.GET('/api/accounts', { params: { query: { q: words, limit: found } }, signal })),
    enabled: words.trim().length > 1,
    placeholderData: known => known,
  })
  const only = page?.sites.length === 1 ? page.sites[0]?.id : undefined
  useEffect(() => {
    if (only && !where.site) onChange({ ...where, site: only })
  }, [only, where, onChange])
  const chosen = page ? [{ value: page.id, label: page.details.name }] : []
  const others = (accounts?.items ?? []).filter(a => a.id !== page?.id).map(a => ({ value: a.id, label: a.name }))
  const here = page?.assets.filter(a => !where.site || a.site === where.site) ?? []
  return (
    <>
      <Select
        label={say('customer')}
        placeholder={say('namePhoneSerialOrAddress')}
        searchable
        filter={({ options }) => options}
        nothingFoundMessage={words.trim().length > 1 ? say('noCustomerFound') : say('typeAPartOfThe')}
        data={[...chosen, ...others]}
        value={where.account ?? null}
        onSearchChange={setWords}
        onChange={account => onChange(account ? { account } : {})}
      />
      <div className="pair">
        <Select
          label={say('site')}
          placeholder={say('where')}
          data={(page?.sites ?? []).map(s => ({ value: s.id, label: s.name }))}
          value={where.site ?? null}
          disabled={!page}
          onChange={site => onChange({ ...where, site: site ?? undefined, asset: undefined })}
        />
        <Select
          label={say('contact')}
          placeholder={say('whomToAskFor')}
          data={(page?.contacts ?? []).map(c => ({ value: c.id, label: c.details.name }))}
          value={where.contact ?? null}
          disabled={!page}
          onChange={contact => onChange({ ...where, contact: contact ?? undefined })}
        />
      </div>
      <Select
        label={say('asset')}
        placeholder={say('whatItIsAbout')}
        searchable
        clearable
        data={here.map(a => ({ value: a.id, label: [a.name, a.serial].filter(Boolean).join(', ') }))}
        value={where.asset ?? null}
        disabled={!page}
        onChange={asset =>
          onChange({ ...where, asset: asset ?? undefined, site: where.site ?? here.find(a => a.id === asset)?.site })
        }
      />
    </>
  )
}
