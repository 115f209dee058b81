import { useState } from 'react'
import { kept } from '@/store/kept'
import { useDocuments } from '@/store/react'
import { clock, digitsOf, money } from '@/words/formats'
import { languageNow } from '@/words/languages'
import { addNote, approveExtra, code } from './acts'
import type { FailureCode } from './documents'
import { Big, Part, PhonePage } from './frame'
import type { Open } from './job'
import { useMe } from './me'
import { back } from './way'
import { say } from './words'

type Heard = { results: ArrayLike<ArrayLike<{ transcript: string }>> }
type Recogniser = { lang: string; onresult: (heard: Heard) => void; start(): void }
type Listening = typeof globalThis & { webkitSpeechRecognition?: new () => Recogniser }

export const Notes = ({ job }: { job: Open }) => {
  const [text, setText] = useState('')
  const [keeping, setKeeping] = useState(false)
  const { webkitSpeechRecognition: Recognition } = globalThis as Listening
  const dictate = () => {
    if (!Recognition) return
    const recogniser = new Recognition()
    recogniser.lang = languageNow()
    recogniser.onresult = ({ results }) => setText(before => `${before} ${results[0]?.[0]?.transcript ?? ''}`.trim())
    recogniser.start()
  }
  const keep = async () => {
    setKeeping(true)
    if (await kept(addNote(job.store, job.visit, text.trim()))) setText('')
    setKeeping(false)
  }
  return (
    <PhonePage
      title={say('notes')}
      above={['job', job.visit.id]}
      bar={
        <Big icon="check" disabled={!text.trim() || keeping} onClick={() => void keep()}>
          {say('saveNote')}
        </Big>
      }
    >
      <div className="field">
        <label htmlFor="note">{say('note')}</label>
        <textarea id="note" rows={5} value={text} onChange={e => setText(e.currentTarget.value)} />
        {Recognition ? (
          <Big kind="second" onClick={dictate}>
            {say('dictate')}
          </Big>
        ) : null}
      </div>
      {job.notes.length > 0 ? (
        <section className="card">
          {job.notes.map(note => (
            <div className="past" key={note.id}>
              <span className="dim">{clock(note.at)}</span>
              <span>{note.text}</span>
            </div>
          ))}
        </section>
      ) : null}
    </PhonePage>
  )
}

export const Extras = ({ job }: { job: Open }) => {
  const { currency } = useMe()
  const [what, setWhat] = useState('')
  const [price, setPrice] = useState('')
  const [who, setWho] = useState(job.contact?.name ?? job.visit.job.contactName ?? '')
  const amount = Number(price.replace(',', '.'))
  const ready = what.trim() && who.trim() && price.trim() && Number.isFinite(amount) && amount >= 0
  const agree = async () => {
    const agreed = { minor: Math.round(amount * 10 ** digitsOf(currency)), currency }
    if (!(await kept(approveExtra(job.store, job.visit, what.trim(), agreed, who.trim())))) return
    setWhat('')
    setPrice('')
  }
  return (
    <PhonePage
      title={say('extras')}
      under={say('handOver')}
      above={['job', job.visit.id]}
      bar={
        <Big icon="check" disabled={!ready} onClick={() => void agree()}>
          {say('agree')}
        </Big>
      }
    >
      {job.visit.extras.length > 0 ? (
        <section className="card">
          {job.visit.extras.map(extra => (
            <div className="part-row" key={extra.extra}>
              <span>
                <b>{extra.what}</b>
                <span className="dim">{extra.approvedBy}</span>
              </span>
              <b>{money(extra.price)}</b>
            </div>
          ))}
        </section>
      ) : null}
      <div className="field">
        <label htmlFor="extra-what">{say('extraWhat')}</label>
        <textarea id="extra-what" rows={2} value={what} onChange={e => setWhat(e.currentTarget.value)} />
        <label htmlFor="extra-price">{say('price', { currency })}</label>
        <input id="extra-price" inputMode="decimal" value={price} onChange={e => setPrice(e.currentTarget.value)} />
        {price && !Number.isFinite(amount) ? <p role="alert">{say('needNumber')}</p> : null}
        <label htmlFor="extra-who">{say('whoAgrees')}</label>
        <input id="extra-who" value={who} onChange={e => setWho(e.currentTarget.value)} />
      </div>
    </PhonePage>
  )
}

export const Codes = ({ job }: { job: Open }) => {
  const codes = useDocuments<FailureCode>('failure-code')
  return (
    <PhonePage
      title={say('codes')}
      above={['job', job.visit.id]}
      bar={
        <Big icon="check" onClick={() => back('job', job.visit.id)}>
          {say('done')}
        </Big>
      }
    >
      {(['symptom', 'cause', 'action'] as const).map(kind => (
        <div className="field" key={kind}>
          <Part title={say(kind)} />
          <select
            aria-label={say(kind)}
            value={job.order?.[kind] ?? ''}
            onChange={e => void kept(code(job.store, job.visit, kind, e.currentTarget.value))}
          >
            <option value="" disabled>
              {say('choose')}
            </option>
            {codes
              .filter(c => c.kind === kind)
              .map(c => (
                <option key={c.id} value={c.code}>
                  {c.name}
                </option>
              ))}
          </select>
        </div>
      ))}
    </PhonePage>
  )
}
