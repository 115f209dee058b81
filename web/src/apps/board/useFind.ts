import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { searchCustomers } from '@/features/customers/queries'
import { may, type Session } from '@/features/identity/session'
import type { RequestDocument, WorkOrderDocument } from '@/features/work-orders/documents'
import { useStore } from '@/store/react'
import type { Found } from '@/ui/Palette'
import { placesOf } from './places'
import { say } from './words'

const atMost = 8

/** What Ctrl-K can do: go anywhere this person may go, and begin what they may begin. */
export const useActs = (session: Session): readonly Found[] => {
  const navigate = useNavigate()
  return useMemo(() => {
    const go = placesOf(session).map(
      ({ key, icon, name, to }): Found => ({ id: key, icon, name: say('goTo', { name }), open: () => void navigate({ to }) }),
    )
    const begin: Found = {
      id: 'new-request',
      icon: 'plus',
      name: say('newRequest'),
      open: () => void navigate({ to: '/queue', search: { new: true } }),
    }
    return may(session, 'requests/receive') ? [begin, ...go] : go
  }, [navigate, session])
}

/** What Ctrl-K finds: by number or words among what is live, and customers by whatever is known of them. */
export const useSearch = (session: Session) => {
  const { documents } = useStore()
  const navigate = useNavigate()
  return useCallback(
    async (words: string, signal: AbortSignal): Promise<readonly Found[]> => {
      const has = (...texts: (string | null | undefined)[]) => texts.some(text => text?.toLowerCase().includes(words))
      const orders = documents
        .all<WorkOrderDocument>('work-order')
        .filter(o => has(`WO-${o.number}`, o.summary))
        .map(
          (o): Found => ({
            id: o.id,
            icon: 'orders',
            name: `WO-${o.number}`,
            about: o.summary,
            open: () => void navigate({ to: '/orders/$order', params: { order: o.id } }),
          }),
        )
      const requests = documents
        .all<RequestDocument>('request')
        .filter(r => has(r.number === undefined ? undefined : `RQ-${r.number}`, r.summary, r.callerName, r.callerPhone))
        .map(
          (r): Found => ({
            id: r.id,
            icon: 'queue',
            name: r.summary,
            about: r.callerName ?? undefined,
            open: () => void navigate({ to: '/queue', search: { selected: r.id } }),
          }),
        )
      const customers = may(session, 'accounts') ? await searchCustomers(words, signal, to => void navigate({ to })) : []
      return [...orders.slice(0, atMost), ...requests.slice(0, atMost), ...customers]
    },
    [documents, navigate, session],
  )
}
