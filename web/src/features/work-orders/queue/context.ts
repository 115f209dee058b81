import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { useDocument, useDocuments } from '@/store/react'
import type { AssetDocument, RequestDocument } from '../documents'
import { historyQuery } from '../history'
import { useNames } from '../names'
import type { RequestContext } from './RequestPanel'

const day = (date: string) => Date.parse(`${date}T12:00:00Z`)

/** Who calls, from where, what stands there and what was done before. */
export const useRequestContext = (id: string, asset: string | undefined) => {
  const names = useNames()
  const request = useDocument<RequestDocument>('request', id)
  const assets = useDocuments<AssetDocument>('asset').filter(a => request?.site && a.site === request.site)
  const { data: history } = useQuery(
    historyQuery(
      asset
        ? { asset }
        : { site: request?.site ?? undefined, ...(request?.site ? {} : { account: request?.account ?? undefined }) },
    ),
  )
  const { data: page } = useQuery({
    queryKey: ['request', id, request?.version],
    queryFn: ({ signal }) => answerOf(api.GET('/api/requests/{id}', { params: { path: { id } }, signal })),
    enabled: request !== undefined && !request.unsent,
  })
  const site = names.site(request?.site)
  const contact = names.contact(request?.contact)
  const name = contact?.name ?? request?.callerName ?? undefined
  const phone = contact?.phones?.[0] ?? request?.callerPhone ?? undefined
  const email = request?.callerEmail ?? undefined
  const known: RequestContext = {
    ...(name
      ? {
          caller: {
            name,
            ...(contact?.role ? { role: contact.role } : {}),
            ...(phone ? { phone } : {}),
            ...(email ? { email } : {}),
          },
        }
      : {}),
    ...(site
      ? {
          place: {
            name: [names.account(request?.account)?.name, site.name].filter(Boolean).join(', '),
            about: [site.address, site.accessNotes].filter(Boolean).join('. '),
          },
        }
      : {}),
    assets: assets.map(a => ({
      id: a.id,
      name: a.name,
      about: [a.maker, a.model].filter(Boolean).join(' '),
      ...(a.warranty ? { warrantyUntil: day(a.warranty.until) } : {}),
    })),
    assetCount: assets.length,
    visits: history?.visits ?? [],
  }
  return { request, known, open: history?.open ?? [], alike: page?.alike, files: page?.attachments ?? [] }
}
