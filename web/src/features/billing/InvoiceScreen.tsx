import type { ReactNode } from 'react'
import { Go } from '@/ui/Go'
import { Icon } from '@/ui/Icon'
import { SectionTitle } from '@/ui/pieces'
import { date, exact, moment } from '@/ui/times'
import { number } from '@/words/formats'
import { InvoiceTag } from './InvoicesScreen'
import { lineKinds, methods, nameOf, type Page } from './invoice'
import { money, price } from './money'
import { say } from './words'
import './billing.css'

type InvoiceProps = { page: Page; now: number; actions: ReactNode; editing?: ReactNode }

const quantity = (milli: number, unit: string) => `${number(Number(milli) / 1000)} ${unit}`
const dayOf = (day: string | null, now: number) => (day ? date(Date.parse(`${day}T12:00:00Z`), now, 'UTC') : undefined)

/** One invoice: what is asked, of whom, what came in, and the paper itself. */
export const InvoiceScreen = ({ page, now, actions, editing }: InvoiceProps) => {
  const { invoice } = page
  return (
    <div className="record invoice">
      <div className="top">
        <div>
          <div className="row">
            <h2 className="n">{nameOf(invoice)}</h2>
            <InvoiceTag invoice={invoice} />
          </div>
          <div className="soft">
            <Go to={`/customers/${invoice.account}`}>{invoice.accountName ?? say('customer')}</Go>
            {say('for')} <Go to={`/orders/${invoice.workOrder}`}>WO-{invoice.orderNumber}</Go>
          </div>
          {page.remark ? <p className="soft">{say('remark', { remark: page.remark })}</p> : null}
        </div>
        <div className="row acts">{actions}</div>
      </div>
      <div className="columns">
        <div className="column scroll">
          <Amounts page={page} now={now} />
          <Payments page={page} now={now} />
        </div>
        <div className="column scroll">{editing ?? <Lines page={page} />}</div>
      </div>
    </div>
  )
}

const Amounts = ({ page: { invoice, sum, ...page }, now }: { page: Page; now: number }) => (
  <section>
    <SectionTitle>{say('amounts')}</SectionTitle>
    <dl className="sums n">
      <dt>{say('net')}</dt>
      <dd>{money(sum.net)}</dd>
      {sum.taxName ? (
        <>
          <dt>
            {sum.taxName} {number(Number(sum.rate) / 100)}%
          </dt>
          <dd>{money(sum.tax)}</dd>
        </>
      ) : null}
      <dt className="thing">{say('total')}</dt>
      <dd className="thing">{money(sum.total)}</dd>
      <dt>{say('stillOpen')}</dt>
      <dd>{money(invoice.open)}</dd>
    </dl>
    <dl className="facts">
      {invoice.issuedOn ? (
        <>
          <dt>{say('issued')}</dt>
          <dd className="n">{dayOf(invoice.issuedOn, now)}</dd>
        </>
      ) : null}
      {invoice.dueOn ? (
        <>
          <dt>{say('due')}</dt>
          <dd className="n">{dayOf(invoice.dueOn, now)}</dd>
        </>
      ) : null}
      {page.payerAddress ? (
        <>
          <dt>{say('billedTo')}</dt>
          <dd>{page.payerAddress}</dd>
        </>
      ) : null}
    </dl>
  </section>
)

const Payments = ({ page, now }: { page: Page; now: number }) => (
  <section>
    <SectionTitle note={page.payments.length}>{say('payments')}</SectionTitle>
    {page.payments.length === 0 ? <p className="soft">{say('nothingHasComeInYet')}</p> : null}
    {page.payments.map(p => (
      <div className="payment" key={p.id}>
        <Icon name="check" size={14} />
        <div>
          {methods[p.method ?? 'cash']}
          <div className="small soft n" title={exact(Date.parse(p.receivedAt))}>
            {[moment(Date.parse(p.receivedAt), now), p.receipt].filter(Boolean).join(', ')}
          </div>
        </div>
        <b className="n">{money(p.amount)}</b>
      </div>
    ))}
  </section>
)

const Lines = ({ page }: { page: Page }) => (
  <section>
    <SectionTitle note={page.lines.length}>{say('lines')}</SectionTitle>
    <div className="wide-table">
      <table className="readings n">
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col" className="right">
              {say('quantity')}
            </th>
            <th scope="col" className="right">
              {say('price')}
            </th>
            <th scope="col" className="right">
              {say('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.lines.map(({ line, toPay }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
            <tr key={i} data-out={!line.price && !line.coveredBy ? '' : undefined}>
              <td>
                {line.text}
                <div className="small soft">
                  {[lineKinds[line.kind ?? 'fee'], line.kind === 'part' ? line.code : undefined, line.coveredBy]
                    .filter(Boolean)
                    .join(', ')}
                </div>
              </td>
              <td className="right">{quantity(line.quantity, line.unit)}</td>
              <td className="right">
                {line.price ? price(line.price) : line.coveredBy ? '' : <b className="t-risk">{say('noPriceYet')}</b>}
              </td>
              <td className="right">{line.coveredBy ? <span className="soft">{say('covered')}</span> : money(toPay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)
