import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answerOf, api } from '@/api/client'
import { may, sessionQuery } from '@/features/identity/session'
import { useDocuments, useStore } from '@/store/react'
import type { AccountDocument, AssetDocument, ContactDocument, SiteDocument, TechnicianDocument } from './documents'

type Id = string | null | undefined

/** Whose, where, on what and by whom: from the documents that lie beside the orders in the store. */
export type Names = {
  account(id: Id): AccountDocument | undefined
  site(id: Id): SiteDocument | undefined
  asset(id: Id): AssetDocument | undefined
  contact(id: Id): ContactDocument | undefined
  technician(id: Id): TechnicianDocument | undefined
  /** Who did something, as the ledger names them. */
  who(key: string): string | undefined
}

const colleagues = 200

export const useNames = (): Names => {
  const { documents } = useStore()
  const accounts = useDocuments('account')
  const sites = useDocuments('site')
  const assets = useDocuments('asset')
  const contacts = useDocuments('contact')
  const technicians = useDocuments('technician')
  const { data: session } = useQuery(sessionQuery)
  const { data: people } = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/people', { params: { query: { limit: colleagues } }, signal })),
    enabled: session ? may(session, 'people') : false,
    staleTime: 300_000,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are what tells of a change
  return useMemo(() => {
    const of =
      <T>(type: string) =>
      (id: Id) =>
        id ? documents.get<T>(type, id) : undefined
    const named = new Map(people?.items.map(p => [`person:${p.id}`, p.name]))
    return {
      account: of<AccountDocument>('account'),
      site: of<SiteDocument>('site'),
      asset: of<AssetDocument>('asset'),
      contact: of<ContactDocument>('contact'),
      technician: of<TechnicianDocument>('technician'),
      who: key => {
        if (key === 'system') return 'Callout'
        if (session?.person && key === `person:${session.person.id}`) return session.person.name
        return named.get(key)
      },
    }
  }, [documents, accounts, sites, assets, contacts, technicians, people, session])
}
