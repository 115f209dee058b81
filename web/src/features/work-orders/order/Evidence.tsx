import { Icon } from '@/ui/Icon'
import { SectionTitle } from '@/ui/pieces'
import { clock, moment } from '@/ui/times'
import { say } from '../words'
import type { Order, Reading } from './order'

/** Each step with its reading and its limits; what lies outside has a shape of its own. */
export const Checklist = ({ order }: { order: Order }) => {
  if (order.checklist.length === 0) return null
  const done = order.checklist.filter(r => r.value !== undefined).length
  const out = order.checklist.filter(r => r.isOut).length
  return (
    <section>
      <SectionTitle
        note={
          <>
            {say('doneOfAll', { done, all: order.checklist.length })}
            {out > 0 ? <b className="t-risk">, {say('outOfLimits', { n: out })}</b> : null}
          </>
        }
      >
        {say('checklist')}
      </SectionTitle>
      <table className="readings n">
        <thead>
          <tr>
            <th scope="col">{say('step')}</th>
            <th scope="col" className="right">
              {say('reading')}
            </th>
            <th scope="col" className="right">
              {say('limit')}
            </th>
            <th scope="col" className="right">
              {say('time')}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.checklist.map(reading => (
            <Row key={reading.code} reading={reading} zone={order.site?.zone} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Row = ({ reading, zone }: { reading: Reading; zone: string | undefined }) => (
  <tr data-out={reading.isOut ? '' : undefined}>
    <td>
      <span className={reading.isOut ? 't-risk' : reading.value === undefined ? 'soft' : 't-good'}>
        <Icon
          name={reading.isOut ? 'warn' : reading.value === undefined ? 'circle' : 'check'}
          size={14}
          label={reading.isOut ? say('outOfLimit') : reading.value === undefined ? say('notDone') : say('done')}
        />
      </span>{' '}
      {reading.step}
      {reading.remark ? <div className="small soft">{reading.remark}</div> : null}
    </td>
    <td className="right">
      {reading.value === undefined ? (
        <span className="soft">{reading.required ? say('toDo') : say('open')}</span>
      ) : (
        <b>{reading.value}</b>
      )}
    </td>
    <td className="right soft">{reading.limit}</td>
    <td className="right soft">{reading.at === undefined ? '' : clock(reading.at, zone)}</td>
  </tr>
)

export const Signature = ({ order, now }: { order: Order; now: number }) => {
  const signed = order.signature
  if (!signed) return null
  return (
    <section>
      <SectionTitle aside={say('boundToWhatWasShown', { hash: `${signed.shownHash.slice(0, 4)}…${signed.shownHash.slice(-4)}` })}>
        {say('signature')}
      </SectionTitle>
      <div className="signature">
        {signed.picture ? (
          <img src={`/api/visits/${signed.visit}/signature`} alt={say('signatureOf', { name: signed.name })} />
        ) : null}
        <div>
          <div className="thing">{[signed.name, signed.role].filter(Boolean).join(', ')}</div>
          <div className="small soft n">
            {say('onTheTechniciansDevice', { time: moment(signed.at, now, order.site?.zone) ?? '' })}
          </div>
        </div>
      </div>
    </section>
  )
}
