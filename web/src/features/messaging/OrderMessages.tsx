import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import { Icon, type IconName } from '@/ui/Icon'
import { SectionTitle } from '@/ui/pieces'
import { exact, moment } from '@/ui/times'
import { say } from './words'
import './messaging.css'

type Shapes = components['schemas']
type Message = Shapes['MessageLine']

const again = 20_000

export const messagesQuery = (order: string) =>
  queryOptions({
    queryKey: ['messages', order],
    queryFn: ({ signal }) => answerOf(api.GET('/api/messages', { params: { query: { order } }, signal })),
    refetchInterval: again,
  })

const occasions: Record<NonNullable<Message['occasion']>, string> = {
  booked: say('visitBooked'),
  moved: say('visitMoved'),
  cancelled: say('visitCancelled'),
  onTheWay: say('onTheWay'),
  delayed: say('runningLate'),
  done: say('workDone'),
  requestReceived: say('requestReceived'),
  written: say('writtenByTheOffice'),
  jobSent: say('jobSent'),
  jobChanged: say('jobChanged'),
  jobTakenAway: say('jobTakenOff'),
  jobCancelled: say('jobCancelled'),
}

const channels: Record<NonNullable<Message['channel']>, { name: string; icon: IconName }> = {
  email: { name: say('email'), icon: 'email' },
  sms: { name: 'SMS', icon: 'sms' },
  whatsApp: { name: say('whatsapp'), icon: 'whatsApp' },
  push: { name: say('notification'), icon: 'bell' },
}

const states: Record<NonNullable<Message['state']>, string> = {
  queued: say('waitsToBeSent'),
  sent: say('sent'),
  delivered: say('delivered'),
  failed: say('failed'),
  withdrawn: say('notSentItWasNo'),
}

/** What was said to the customer and to whoever goes there about this order, the newest first. */
export const OrderMessages = ({ order, now, zone }: { order: string; now: number; zone?: string | undefined }) => {
  const { data: page } = useQuery(messagesQuery(order))
  if (!page) return null
  return (
    <section>
      <SectionTitle note={page.next ? say('theNewest', { n: page.items.length }) : page.items.length}>
        {say('messages')}
      </SectionTitle>
      {page.items.length === 0 ? <p className="soft">{say('nothingWasSaidToThe')}</p> : null}
      {page.items.map(message => (
        <Line key={message.id} message={message} now={now} zone={zone} />
      ))}
    </section>
  )
}

/** What did not go as it should, for who only skims the list. */
const troubleOf = (message: Message, now: number, zone: string | undefined) => {
  const { waiting, refusals, state, channel } = message
  const refused = refusals.map(r => channels[r.channel ?? 'email'].name)
  if (state === 'failed') return say('nobodyWasTold', { name: refused.join(', ') })
  const name = channels[channel ?? 'email'].name
  if (state === 'queued' && waiting?.because)
    return say('triedInVain', { n: waiting.tries, name, at: moment(Date.parse(waiting.next), now, zone) })
  if (refused.length > 0) return say('wentAnotherWay', { refused: refused.join(', '), name })
  return undefined
}

const Line = ({ message, now, zone }: { message: Message; now: number; zone: string | undefined }) => {
  const { name, icon } = channels[message.channel ?? 'email']
  const at = Date.parse(message.sentAt ?? message.at)
  const failed = message.state === 'failed'
  const trouble = troubleOf(message, now, zone)
  return (
    <details className="message">
      <summary>
        <span className={trouble ? 't-risk' : 'soft'}>
          <Icon name={trouble ? 'warn' : icon} size={14} label={name} />
        </span>
        <span className="cut">
          <b>{occasions[message.occasion ?? 'written']}</b>{' '}
          <span className={failed ? 't-risk' : 'soft'}>{states[message.state ?? 'queued']}</span>
        </span>
        <time className="small soft n" title={exact(at, zone)}>
          {moment(at, now, zone)}
        </time>
        {trouble ? <span className="small t-risk trouble">{trouble}</span> : null}
      </summary>
      <p className="small soft n">{say('to', { name, to: message.to })}</p>
      <p className="words">{message.text}</p>
      {message.refusals.map(r => (
        <p className="small t-risk" key={`${r.channel}${r.at}`}>
          {say('refusedBecause', { name: channels[r.channel ?? 'email'].name, to: r.to, reason: r.reason })}
        </p>
      ))}
      {message.waiting?.because ? (
        <p className="small t-risk">{say('waitsBecause', { name, reason: message.waiting.because })}</p>
      ) : null}
    </details>
  )
}
