import { type PointerEvent, useRef, useState } from 'react'
import { timeNow } from '@/store/clock'
import { Icon } from '@/ui/Icon'
import { clock, money, number, span } from '@/words/formats'
import { complete, sign } from './acts'
import { toBlob } from './files'
import { Big, Part, PhonePage } from './frame'
import { answerTo, lasted, missing, type Open } from './job'
import { go } from './way'
import { say } from './words'

type Line = [string, string]

/** The summary that the customer sees; the signature is bound to exactly these words. */
const useShown = ({ visit }: Open): Line[] => {
  const [arrived] = visit.steps.filter(s => ['onSite', 'working'].includes(s.state))
  const now = timeNow()
  const time = lasted(visit.steps, ['onSite', 'working', 'paused'], now)
  const answers = visit.brief.checklist.map(item => ({ item, given: answerTo(visit, item) }))
  return [
    ...(arrived ? [[say('time'), `${clock(arrived.at)}, ${span(time)}`] as Line] : []),
    ...answers.flatMap(({ item, given }): Line[] =>
      given ? [[item.text, `${given.inLimits ? '' : '◆ '}${given.value} ${item.unit ?? ''}`.trim()]] : [],
    ),
    ...visit.parts.map((p): Line => [p.name, `${number(p.quantity)} ${p.unit}`]),
    ...visit.extras.map((e): Line => [e.what, money(e.price)]),
  ]
}

export const Close = ({ job }: { job: Open }) => {
  const { store, visit } = job
  const lines = useShown(job)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  const [name, setName] = useState(job.contact?.name ?? visit.job.contactName ?? '')
  const [outcome, setOutcome] = useState<'fixed' | 'followUpNeeded'>('fixed')
  const [trouble, setTrouble] = useState(false)
  const lack = missing(job).filter(m => !(m.section === 'close' && drawn && name.trim()))
  const shown = [`WO-${visit.job.number}`, visit.job.summary, ...lines.map(l => l.join(': '))].join('\n')
  const finish = async () => {
    try {
      if (drawn && name.trim() && canvas.current)
        await sign(store, visit, name.trim(), await toBlob(canvas.current, 'image/png'), shown)
      await complete(store, store.documents.get<Open['visit']>('visit', visit.id) ?? visit, outcome)
      go()
    } catch {
      setTrouble(true)
    }
  }
  const bar =
    visit.state === 'working' || visit.state === 'onSite' || visit.state === 'paused' ? (
      <Big icon="check" onClick={() => void finish()} disabled={lack.length > 0 && outcome === 'fixed'}>
        {say('complete')}
      </Big>
    ) : undefined
  return (
    <PhonePage title={say('closeTitle')} under={say('handOver')} above={['job', visit.id]} bar={bar}>
      <Part title={say('signingFor')} />
      <section className="card">
        <p className="signing">{visit.job.summary}</p>
        <dl className="shown">
          {lines.map(([what, how]) => (
            <div key={`${what}${how}`}>
              <dt>{what}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </section>
      {visit.signed ? (
        <p className="good wide">
          <Icon name="check" />
          {say('signature')}
        </p>
      ) : (
        <>
          <Part title={say('signature')} />
          <SignaturePad canvas={canvas} drawn={drawn} onDrawn={setDrawn} />
          <div className="field">
            <label htmlFor="signer">{say('signer')}</label>
            <input id="signer" value={name} onChange={e => setName(e.currentTarget.value)} />
          </div>
        </>
      )}
      <Part title={say('result')} />
      <fieldset className="choices wide" aria-label={say('result')}>
        {(['fixed', 'followUpNeeded'] as const).map(value => (
          <button key={value} type="button" aria-pressed={outcome === value} onClick={() => setOutcome(value)}>
            {outcome === value ? <Icon name="check" /> : null}
            {say(value === 'fixed' ? 'fixed' : 'followUp')}
          </button>
        ))}
      </fieldset>
      <Part title={say('missing')} aside={String(lack.length)} />
      <section className="card">
        {lack.length === 0 ? <p className="past dim">{say('nothingMissing')}</p> : null}
        {lack.map(({ name: what, section }) => (
          <button
            key={what}
            type="button"
            className="link"
            onClick={() => (section === 'close' ? canvas.current?.scrollIntoView() : go('job', visit.id, section))}
          >
            <Icon name="warn" />
            <span>{say(what)}</span>
            <Icon name="right" />
          </button>
        ))}
      </section>
      {trouble ? (
        <p className="field" role="alert">
          {say('unsaved')}
        </p>
      ) : null}
    </PhonePage>
  )
}

type PadProps = { canvas: React.RefObject<HTMLCanvasElement | null>; drawn: boolean; onDrawn: (drawn: boolean) => void }

const SignaturePad = ({ canvas, drawn, onDrawn }: PadProps) => {
  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = event.currentTarget.width / box.width
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale] as const
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const pen = event.currentTarget.getContext('2d')
    if (!pen) return
    Object.assign(pen, { lineWidth: 4, lineCap: 'round', lineJoin: 'round', strokeStyle: '#14191d' })
    pen.beginPath()
    pen.moveTo(...at(event))
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return
    const pen = event.currentTarget.getContext('2d')
    pen?.lineTo(...at(event))
    pen?.stroke()
    if (!drawn) onDrawn(true)
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, canvas.current.width, canvas.current.height)
    onDrawn(false)
  }
  return (
    <div className="card pad">
      <canvas
        ref={canvas}
        width={716}
        height={240}
        role="img"
        aria-label={say('signHere')}
        onPointerDown={begin}
        onPointerMove={draw}
      />
      {drawn ? (
        <button type="button" onClick={clear}>
          {say('clear')}
        </button>
      ) : (
        <span className="dim">{say('signHere')}</span>
      )}
    </div>
  )
}
