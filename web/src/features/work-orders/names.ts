import { useMemo } from 'react'
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
}

export const useNames = (): Names => {
  const { documents } = useStore()
  const accounts = useDocuments('account')
  const sites = useDocuments('site')
  const assets = useDocuments('asset')
  const contacts = useDocuments('contact')
  const technicians = useDocuments('technician')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are what tells of a change
  return useMemo(() => {
    const of =
      <T>(type: string) =>
      (id: Id) =>
        id ? documents.get<T>(type, id) : undefined
    return {
      account: of<AccountDocument>('account'),
      site: of<SiteDocument>('site'),
      asset: of<AssetDocument>('asset'),
      contact: of<ContactDocument>('contact'),
      technician: of<TechnicianDocument>('technician'),
    }
  }, [documents, accounts, sites, assets, contacts, technicians])
}
