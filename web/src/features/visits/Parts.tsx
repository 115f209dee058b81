import { useEffect, useRef, useState } from 'react'
import { kept } from '@/store/kept'
import { Icon } from '@/ui/Icon'
import { number } from '@/words/formats'
import { part } from './acts'
import { Big, Part, PhonePage } from './frame'
import type { Open } from './job'
import { say } from './words'

type Code = { rawValue: string }
type Detector = { detect(of: HTMLVideoElement): Promise<Code[]> }
type Scanning = typeof globalThis & { BarcodeDetector?: new () => Detector }

const canScan = () => 'BarcodeDetector' in globalThis && 'mediaDevices' in navigator

export const Parts = ({ job }: { job: Open }) => {
  const { store, visit } = job
  const [scanning, setScanning] = useState(false)
  const [typed, setTyped] = useState('')
  const planned = visit.brief.parts
  const others = visit.parts.filter(p => !planned.some(n => n.part === p.code))
  const add = (code: string) => {
    const used = visit.parts.find(p => p.code === code)
    const told = used ? { ...pick(used), quantity: used.quantity + 1 } : { code, name: code, quantity: 1, unit: 'piece' }
    return kept(part(store, visit, told))
  }
  const scanned = (code: string) => {
    setScanning(false)
    void add(code)
  }
  const addTyped = async () => {
    if (!typed.trim() || (await add(typed.trim()))) setTyped('')
  }
  const rows = [
    ...planned.map(n => ({
      code: n.part,
      name: n.part,
      note: say('planFor', { n: number(n.quantity) }),
      used: visit.parts.find(p => p.code === n.part),
    })),
    ...others.map(used => ({ code: used.code, name: used.name, note: used.serial ?? '', used })),
  ]
  const bar = canScan() ? (
    <Big icon="scan" onClick={() => setScanning(!scanning)}>
      {say(scanning ? 'stopScan' : 'scan')}
    </Big>
  ) : (
    <Big icon="plus" onClick={() => void addTyped()} disabled={!typed.trim()}>
      {say('addPart')}
    </Big>
  )
  return (
    <PhonePage title={say('parts')} under={`WO-${visit.job.number}`} above={['job', visit.id]} bar={bar}>
      {scanning ? <Scanner onCode={scanned} /> : null}
      <Part title={say('forThisJob')} aside={say('used', { n: visit.parts.length })} />
      <section className="card">
        {rows.length === 0 ? <p className="past dim">{say('noParts')}</p> : null}
        {rows.map(({ code, name, note, used }) => {
          const set = (quantity: number) =>
            void kept(part(store, visit, { ...(used ? pick(used) : { code, name, unit: 'piece' }), quantity }))
          const n = used?.quantity ?? 0
          return (
            <div className="part-row" key={code}>
              <span>
                <b>{name}</b>
                <span className="dim">{note}</span>
              </span>
              <span className="stepper">
                <button
                  type="button"
                  aria-label={say('less', { what: name })}
                  disabled={n === 0}
                  onClick={() => set(Math.max(0, n - 1))}
                >
                  <Icon name="minus" />
                </button>
                <output>{number(n)}</output>
                <button type="button" aria-label={say('moreOf', { what: name })} onClick={() => set(n + 1)}>
                  <Icon name="plus" />
                </button>
              </span>
            </div>
          )
        })}
      </section>
      <div className="field">
        <label htmlFor="part-code">{say('partNumber')}</label>
        <div className="with">
          <input
            id="part-code"
            value={typed}
            onChange={e => setTyped(e.currentTarget.value)}
            onKeyDown={e => e.key === 'Enter' && void addTyped()}
          />
          {canScan() ? (
            <Big kind="second" onClick={() => void addTyped()}>
              {say('addPart')}
            </Big>
          ) : null}
        </div>
      </div>
    </PhonePage>
  )
}

const pick = ({ use, code, name, unit, serial }: Open['visit']['parts'][number]) => ({
  use,
  code,
  name,
  unit,
  ...(serial ? { serial } : {}),
})

const Scanner = ({ onCode }: { onCode: (code: string) => void }) => {
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef(onCode)
  told.current = onCode
  useEffect(() => {
    const { BarcodeDetector } = globalThis as Scanning
    if (!BarcodeDetector) return
    const detector = new BarcodeDetector()
    let camera: MediaStream | undefined
    let stopped = false
    const look = async () => {
      const [found] = video.current ? await detector.detect(video.current).catch(() => []) : []
      if (stopped) return
      if (found) told.current(found.rawValue)
      else setTimeout(() => void look(), 200)
    }
    void navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
      async stream => {
        camera = stream
        if (stopped || !video.current) {
          for (const track of stream.getTracks()) track.stop()
          return
        }
        video.current.srcObject = stream
        await video.current.play()
        void look()
      },
      () => undefined,
    )
    return () => {
      stopped = true
      for (const track of camera?.getTracks() ?? []) track.stop()
    }
  }, [])
  return <video className="scanner" ref={video} muted playsInline />
}
