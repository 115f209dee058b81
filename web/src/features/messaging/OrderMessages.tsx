import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import { Icon, type IconName } from '@/ui/Icon'
import { SectionTitle } from '@/ui/pieces'
import { exact, moment } from '@/ui/times'
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
  booked: 'Visit booked',
  moved: 'Visit moved',
  cancelled: 'Visit cancelled',
  onTheWay: 'On the way',
  delayed: 'Running late',
  done: 'Work done',
  requestReceived: 'Request received',
  written: 'Written by the office',
}

const channels: Record<NonNullable<Message['channel']>, { name: string; icon: IconName }> = {
  email: { name: 'E-mail', icon: 'email' },
  sms: { name: 'SMS', icon: 'sms' },
  whatsApp: { name: 'WhatsApp', icon: 'whatsApp' },
  push: { name: 'Push', icon: 'device' },
}

const states: Record<NonNullable<Message['state']>, string> = {
  queued: 'waits to be sent',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  withdrawn: 'not sent, it was no longer true',
}

/** What was said to the customer about this order, the newest first. */
export const OrderMessages = ({ order, now, zone }: { order: string; now: number; zone?: string | undefined }) => {
  const { data: page } = useQuery(messagesQuery(order))
  if (!page) return null
  return (
    <section>
      <SectionTitle note={page.next ? `the newest ${page.items.length}` : page.items.length}>Messages</SectionTitle>
      {page.items.length === 0 ? <p className="soft">Nothing was said to the customer yet.</p> : null}
      {page.items.map(message => (
        <Line key={message.id} message={message} now={now} zone={zone} />
      ))}
    </section>
  )
}

const Line = ({ message, now, zone }: { message: Message; now: number; zone: string | undefined }) => {
  const { name, icon } = channels[message.channel ?? 'email']
  const at = Date.parse(message.sentAt ?? message.at)
  const failed = message.state === 'failed'
  return (
    <details className="message">
      <summary>
        <span className={failed ? 't-risk' : 'soft'}>
          <Icon name={failed ? 'warn' : icon} size={14} label={name} />
        </span>
        <span className="cut">
          <b>{occasions[message.occasion ?? 'written']}</b>{' '}
          <span className={failed ? 't-risk' : 'soft'}>{states[message.state ?? 'queued']}</span>
        </span>
        <time className="small soft n" title={exact(at, zone)}>
          {moment(at, now, zone)}
        </time>
      </summary>
      <p className="small soft n">
        {name} to {message.to}
      </p>
      <p className="words">{message.text}</p>
      {message.refusals.map(r => (
        <p className="small t-risk" key={`${r.channel}${r.at}`}>
          {channels[r.channel ?? 'email'].name}: {r.reason}
        </p>
      ))}
    </details>
  )
}
