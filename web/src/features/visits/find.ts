import type { Seen } from '@/store/documents'
import type { Account, Asset, Contact, Site, Visit } from './documents'

/** What lies on this device beside the visits, by its id. */
export type Around = {
  sites: ReadonlyMap<string, Site>
  accounts: ReadonlyMap<string, Account>
  contacts: ReadonlyMap<string, Contact>
  assets: ReadonlyMap<string, Asset>
}

export const byId = <T>(all: readonly Seen<T>[]): ReadonlyMap<string, T> => new Map(all.map(one => [one.id, one]))

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
/** A phone number or serial is typed with and without its gaps. */
const tight = (text: string) => text.replace(/[\s\-–./()]/g, '')

const saidOf = (visit: Visit, { sites, accounts, contacts, assets }: Around): string[] => {
  const site = sites.get(visit.job.site ?? '')
  const contact = contacts.get(visit.job.contact ?? site?.contact ?? '')
  const texts = [
    `WO-${visit.job.number}`,
    visit.job.summary,
    visit.brief.type,
    site?.name,
    site?.address,
    accounts.get(site?.account ?? '')?.name,
    contact?.name,
    visit.job.contactName,
    visit.job.contactPhone,
    ...(contact?.phones ?? []),
    ...visit.job.assets.flatMap(id => {
      const asset = assets.get(id)
      return [asset?.name, asset?.maker, asset?.model, asset?.serial]
    }),
  ]
  return texts.filter(t => t !== undefined && t !== null).map(plain)
}

/** Those of which each word asked for is somewhere in what they say; the coming ones first, then the past ones. Needs no signal. */
export const found = <T extends Visit>(visits: readonly T[], words: string, around: Around, now: number): T[] => {
  const asked = plain(words).split(/\s+/).filter(Boolean)
  if (asked.length === 0) return []
  const far = (visit: T) => {
    const at = visit.start ? Date.parse(visit.start) : Number.MAX_SAFE_INTEGER
    return at >= now ? at - now : Number.MAX_SAFE_INTEGER + (now - at)
  }
  return visits
    .filter(visit => {
      const said = saidOf(visit, around)
      const whole = said.map(tight)
      return asked.every(word => said.some(text => text.includes(word)) || whole.some(text => text.includes(tight(word) || word)))
    })
    .sort((a, b) => far(a) - far(b))
}
