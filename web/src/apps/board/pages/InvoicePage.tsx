import { Menu } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Asking } from '@/features/billing/Asking'
import { InvoiceScreen } from '@/features/billing/InvoiceScreen'
import { nameOf, openTo, type Page } from '@/features/billing/invoice'
import { LinesForm } from '@/features/billing/LinesForm'
import { change, invoiceQuery, issue, recordPayment, takeBack, waive } from '@/features/billing/queries'
import { may } from '@/features/identity/session'
import { useSending } from '@/features/identity/useSending'
import { useStore } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { Loading, Told, Trouble } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { Title } from '@/ui/Shell'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/money/$invoice')

export const InvoicePage = () => {
  const { invoice: id } = route.useParams()
  const { find } = useOffice()
  const { data: page, error, refetch } = useQuery(invoiceQuery(id))
  return (
    <>
      <Title name={page ? nameOf(page.invoice) : say('invoice')} under={{ name: say('money'), to: '/money' }} onFind={find} />
      {page ? <Live key={page.invoice.id} page={page} /> : null}
      {error && !page ? (
        <Trouble title={say('thisInvoiceCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : null}
      {!page && !error ? <Loading of={say('theInvoice')} /> : null}
    </>
  )
}

const Live = ({ page }: { page: Page }) => {
  const { session } = useOffice()
  const store = useStore()
  const queries = useQueryClient()
  const now = useNow()
  const [asking, setAsking] = useState<'void' | 'waive' | 'pay'>()
  const [editing, setEditing] = useState(false)
  const { sending, trouble, send } = useSending()
  const { invoice } = page
  const can = (act: keyof typeof openTo, command: string) => openTo[act](invoice) && may(session, command)

  const doing = async (work: Promise<'applied' | 'kept'>, done: string) => {
    const answer = await work
    await Promise.all(['invoice', 'invoices', 'billing'].map(key => queries.invalidateQueries({ queryKey: [key] })))
    tell(answer === 'applied' ? say('whatDone', { what: nameOf(invoice), done }) : say('keptHere', { what: nameOf(invoice) }))
    setAsking(undefined)
    setEditing(false)
  }
  const more = [
    ...(can('waive', 'invoices/waive') ? [{ verb: say('waive'), ask: 'waive' as const }] : []),
    ...(can('void', 'invoices/void') ? [{ verb: say('void'), ask: 'void' as const }] : []),
  ]
  return (
    <>
      <InvoiceScreen
        page={page}
        now={now}
        actions={
          <>
            {trouble ? <Told>{trouble}</Told> : null}
            <a className="button" href={`/api/invoices/${invoice.id}/invoice.pdf`} target="_blank" rel="noreferrer">
              <Icon name="orders" size={14} />
              {say('pdf')}
            </a>
            {can('change', 'invoices/change') && !editing ? (
              <Button onClick={() => setEditing(true)}>{say('changeLines')}</Button>
            ) : null}
            {can('issue', 'invoices/issue') && !editing ? (
              <Button kind="main" disabled={sending} onClick={() => void send(() => doing(issue(store, invoice), say('issued')))}>
                {say('issue')}
              </Button>
            ) : null}
            {can('pay', 'payments/record') ? (
              <Button kind="main" onClick={() => setAsking('pay')}>
                {say('recordPayment')}
              </Button>
            ) : null}
            {more.length > 0 ? (
              <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
                <Menu.Target>
                  <Button icon="more" aria-label={say('moreToDoWithThis')} />
                </Menu.Target>
                <Menu.Dropdown>
                  {more.map(({ verb, ask }) => (
                    <Menu.Item key={verb} leftSection={<Icon name="close" />} onClick={() => setAsking(ask)}>
                      {verb}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            ) : null}
          </>
        }
        editing={
          editing ? (
            <LinesForm
              page={page}
              onBack={() => setEditing(false)}
              onChange={lines => doing(change(store, invoice, lines), say('changed'))}
            />
          ) : undefined
        }
      />
      <Asking
        invoice={invoice}
        asking={asking}
        onBack={() => setAsking(undefined)}
        onReason={reason =>
          asking === 'void'
            ? doing(takeBack(store, invoice, reason), say('takenBack'))
            : doing(waive(store, invoice, reason), say('waived'))
        }
        onPayment={(amount, method, receipt) => doing(recordPayment(store, invoice, amount, method, receipt), say('hasAPayment'))}
      />
    </>
  )
}
