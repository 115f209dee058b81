import { useEffect, useRef, useState } from 'react'
import { kept } from '@/store/kept'
import { Icon } from '@/ui/Icon'
import { number } from '@/words/formats'
import { answer, within } from './acts'
import type { CheckItem } from './documents'
import { Big, PhonePage } from './frame'
import { answerTo, type Open, openChecks } from './job'
import { PhotoButton } from './Photos'
import { back } from './way'
import { say } from './words'

type ItemProps = { job: Open; item: CheckItem }

export const Checklist = ({ job }: { job: Open }) => {
  const { visit } = job
  const { checklist } = visit.brief
  const done = checklist.filter(i => answerTo(visit, i)).length
  const [next] = openChecks(visit)
  const show = () => {
    const field = document.getElementById(`check-${next?.code}`)
    field?.scrollIntoView({ block: 'center' })
    field?.querySelector<HTMLElement>('input,button')?.focus({ preventScroll: true })
  }
  const bar = next ? (
    <Big icon="down" onClick={show}>
      {say('nextCheck', { n: openChecks(visit).length })}
    </Big>
  ) : (
    <Big icon="check" onClick={() => back('job', visit.id)}>
      {say('done')}
    </Big>
  )
  return (
    <PhonePage
      title={say('checklist')}
      under={say('doneOf', { done, all: checklist.length })}
      above={['job', visit.id]}
      bar={bar}
    >
      <div className="progress" aria-hidden>
        {checklist.map(item => {
          const given = answerTo(visit, item)
          return <i key={item.code} data-is={given ? (given.inLimits ? 'done' : 'bad') : undefined} />
        })}
      </div>
      {checklist.map(item => {
        const Field = fields[item.kind] ?? Check
        return <Field key={item.code} job={job} item={item} />
      })}
    </PhonePage>
  )
}

const limits = (item: CheckItem) => {
  const [least, most] = [item.least, item.most]
  if (least !== undefined && most !== undefined) return say('limits', { least: number(least), most: number(most) })
  if (least !== undefined) return say('atLeast', { least: number(least) })
  return most === undefined ? '' : say('atMost', { most: number(most) })
}

/** What is typed goes to the disk when the field is left; whoever goes back by a gesture leaves it without a word. Until something is
 *  typed the field shows what is known, which may only come when it already stands there. */
const useTyped = ({ job, item }: ItemProps, read: (typed: string) => string | undefined) => {
  const given = answerTo(job.visit, item)
  const [typed, setTyped] = useState<string>()
  const writing = useRef<string>(undefined)
  const keep = async () => {
    const value = typed === undefined ? undefined : read(typed)
    if (value === undefined || value === given?.value || value === writing.current) return
    writing.current = value
    if (await kept(answer(job.store, job.visit, item, value))) setTyped(now => (now === typed ? undefined : now))
    writing.current = undefined
  }
  const last = useRef(keep)
  last.current = keep
  useEffect(() => () => void last.current(), [])
  return { given, shown: typed ?? given?.value ?? '', type: setTyped, keep: () => void keep() }
}

const asNumber = (typed: string) => {
  const value = typed.trim().replace(',', '.')
  return value !== '' && Number.isFinite(Number(value)) ? value : undefined
}

const Reading = ({ job, item }: ItemProps) => {
  const { given, shown, type, keep } = useTyped({ job, item }, asNumber)
  const bad = given !== undefined && !within(item, given.value)
  const off = bad ? (Number(given.value) < (item.least ?? Number.NEGATIVE_INFINITY) ? 'below' : 'above') : undefined
  const by = off && given ? Math.abs(Number(given.value) - Number(off === 'below' ? item.least : item.most)) : 0
  return (
    <section className="card reading" data-bad={bad || undefined} id={`check-${item.code}`}>
      <label>
        <span>
          <b>{item.text}</b>
          <span className="dim">{limits(item)}</span>
        </span>
        <span className="value">
          <input
            inputMode="decimal"
            value={shown}
            onChange={e => type(e.currentTarget.value)}
            onBlur={keep}
            onKeyDown={e => e.key === 'Enter' && keep()}
          />
          {item.unit ? <small>{item.unit}</small> : null}
        </span>
      </label>
      {given ? <Gauge item={item} value={Number(given.value)} bad={bad} /> : null}
      {off ? (
        <div className="fix" role="alert">
          <p>
            <Icon name="warn" />
            {say(off, { by: number(Number(by.toFixed(3))) })}
          </p>
          <PhotoButton job={job} tag="none" name={say('takePhoto')} />
          <Big kind="second" onClick={() => document.querySelector<HTMLInputElement>(`#check-${item.code} input`)?.select()}>
            {say('measureAgain')}
          </Big>
        </div>
      ) : null}
    </section>
  )
}

/** In limits a dot, out of limits a diamond: it must be seen without colour. */
const Gauge = ({ item, value, bad }: { item: CheckItem; value: number; bad: boolean }) => {
  if (item.least === undefined || item.most === undefined || item.most <= item.least) return null
  const { least, most } = item
  const span = most - least
  const at = (v: number) => 334 * Math.min(0.98, Math.max(0.02, (v - least + span * 0.6) / (span * 2.2)))
  const [from, to, x] = [at(least), at(most), at(value)]
  return (
    <svg className="gauge" viewBox="0 0 334 18" aria-hidden>
      <rect className="ground" y="6" width="334" height="6" rx="3" />
      <rect className="good" x={from} y="6" width={to - from} height="6" />
      {bad ? <path className="diamond" d={`M${x} 1l8 8-8 8-8-8z`} /> : <circle className="dot" cx={x} cy="9" r="7" />}
    </svg>
  )
}

const Words = ({ job, item }: ItemProps) => {
  const { shown, type, keep } = useTyped({ job, item }, typed => typed.trim() || undefined)
  return (
    <section className="card check" id={`check-${item.code}`}>
      <label>
        <b>{item.text}</b>
        <textarea rows={2} value={shown} onChange={e => type(e.currentTarget.value)} onBlur={keep} />
      </label>
    </section>
  )
}

const Check = ({ job, item }: ItemProps) => {
  const given = answerTo(job.visit, item)
  const give = (value: string) => void kept(answer(job.store, job.visit, item, value))
  const choices: [string, string][] =
    item.kind === 'tick'
      ? [
          ['ok', say('ok')],
          ['not-ok', say('notOk')],
          ['n/a', say('notNeeded')],
        ]
      : (item.choices ?? []).map(c => [c, c])
  return (
    <section className="card check" id={`check-${item.code}`}>
      <b id={`name-${item.code}`}>{item.text}</b>
      <fieldset className="choices" aria-labelledby={`name-${item.code}`}>
        {choices.map(([value, name]) => (
          <button key={value} type="button" aria-pressed={given?.value === value} onClick={() => give(value)}>
            {given?.value === value ? <Icon name="check" /> : null}
            {name}
          </button>
        ))}
      </fieldset>
    </section>
  )
}

/** Whatever is neither measured nor written is chosen. */
const fields: Partial<Record<CheckItem['kind'], (props: ItemProps) => React.ReactNode>> = { number: Reading, text: Words }
