import { useQuery } from '@tanstack/react-query'
import { Go } from '@/ui/Go'
import { SectionTitle } from '@/ui/pieces'
import { InvoiceTag } from './InvoicesScreen'
import { nameOf } from './invoice'
import { money } from './money'
import { billingQuery } from './queries'
import { say } from './words'
import './billing.css'

/** What was asked for an order, or why nothing is to be paid. */
export const OrderMoney = ({ order, ended }: { order: string; ended: boolean }) => {
  const { data: billing } = useQuery(billingQuery(order))
  if (!billing || (!ended && billing.invoices.length === 0 && !billing.covered)) return null
  return (
    <section>
      <SectionTitle note={billing.invoices.length || undefined}>{say('invoice')}</SectionTitle>
      {billing.invoices.map(({ invoice }) => (
        <div className="invoice-line" key={invoice.id}>
          <Go to={`/money/${invoice.id}`}>{nameOf(invoice)}</Go>
          <InvoiceTag invoice={invoice} />
          <b className="n right">{money(invoice.total)}</b>
        </div>
      ))}
      {billing.covered ? (
        <div className="invoice-line">
          <a className="link" href={`/api/billing/${order}/cover.pdf`} target="_blank" rel="noreferrer">
            {say('coverConfirmation')}
          </a>
          <span className="small soft">{billing.covered[0]?.coveredBy}</span>
          <b className="right">{say('nothingToPay')}</b>
        </div>
      ) : null}
      {billing.invoices.length === 0 && !billing.covered ? <p className="soft">{say('nothingIsDraftedYet')}</p> : null}
    </section>
  )
}
