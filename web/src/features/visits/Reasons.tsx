import { useState } from 'react'
import { kept } from '@/store/kept'
import { decline, pause, reportIncomplete, reportNoAccess } from './acts'
import { Big, PhonePage } from './frame'
import type { Open } from './job'
import { go } from './way'
import { type Key, say } from './words'

type Reason = { value: string; name: Key; isNoAccess?: boolean }

const reasons: Reason[] = [
  { value: 'partMissing', name: 'partMissing' },
  { value: 'wrongPart', name: 'wrongPart' },
  { value: 'noPower', name: 'noPower' },
  { value: 'unsafe', name: 'unsafe' },
  { value: 'skillMissing', name: 'skillMissing' },
  { value: 'customerStopped', name: 'customerStopped' },
  { value: 'moreWorkThanPlanned', name: 'moreWorkThanPlanned' },
  { value: 'customerAbsent', name: 'customerAbsent', isNoAccess: true },
  { value: 'siteClosed', name: 'siteClosed', isNoAccess: true },
  { value: 'refused', name: 'refused', isNoAccess: true },
  { value: 'addressNotFound', name: 'addressNotFound', isNoAccess: true },
  { value: 'other', name: 'otherReason' },
]

const pauses: Reason[] = [
  { value: 'break', name: 'break' },
  { value: 'parts', name: 'waitParts' },
  { value: 'customer', name: 'waitCustomer' },
  { value: 'other', name: 'otherReason' },
]

type ChooseProps = { of: Reason[]; chosen?: Reason; onChoose: (reason: Reason) => void }

const Choose = ({ of, chosen, onChoose }: ChooseProps) => {
  return (
    <section className="card">
      {of.map(reason => (
        <button
          key={reason.value}
          type="button"
          className="link"
          aria-pressed={chosen === reason}
          onClick={() => onChoose(reason)}
        >
          <i className="radio" />
          <span>{say(reason.name)}</span>
        </button>
      ))}
    </section>
  )
}

/** The order goes back to the queue with the reason, so that the office plans what follows. */
export const Cannot = ({ job }: { job: Open }) => {
  const { store, visit } = job
  const [chosen, setChosen] = useState<Reason>()
  const [remark, setRemark] = useState('')
  const send = async () => {
    if (!chosen) return
    const report = chosen.isNoAccess ? reportNoAccess : reportIncomplete
    if (await kept(report(store, visit, chosen.value, remark.trim()))) go()
  }
  return (
    <PhonePage
      title={say('cannot')}
      under={`WO-${visit.job.number}`}
      above={['job', visit.id]}
      bar={
        <Big disabled={!chosen} onClick={() => void send()}>
          {say('report')}
        </Big>
      }
    >
      <h2 className="ask">{say('whyNot')}</h2>
      <Choose of={visit.state === 'paused' ? reasons.filter(r => !r.isNoAccess) : reasons} chosen={chosen} onChoose={setChosen} />
      <div className="field">
        <label htmlFor="remark">{say('remark')}</label>
        <textarea id="remark" rows={3} value={remark} onChange={e => setRemark(e.currentTarget.value)} />
      </div>
    </PhonePage>
  )
}

export const Pause = ({ job }: { job: Open }) => {
  const take = async (reason: Reason) => {
    if (await kept(pause(job.store, job.visit, reason.value))) go('job', job.visit.id)
  }
  return (
    <PhonePage title={say('pause')} under={`WO-${job.visit.job.number}`} above={['job', job.visit.id]}>
      <h2 className="ask">{say('whyPause')}</h2>
      <Choose of={pauses} onChoose={reason => void take(reason)} />
    </PhonePage>
  )
}

export const Decline = ({ job }: { job: Open }) => {
  const [remark, setRemark] = useState('')
  const send = async () => {
    if (await kept(decline(job.store, job.visit, remark.trim()))) go()
  }
  return (
    <PhonePage
      title={say('decline')}
      under={`WO-${job.visit.job.number}`}
      above={['job', job.visit.id]}
      bar={
        <Big disabled={!remark.trim()} onClick={() => void send()}>
          {say('decline')}
        </Big>
      }
    >
      <div className="field">
        <label htmlFor="remark">{say('declineWhy')}</label>
        <textarea id="remark" rows={4} value={remark} onChange={e => setRemark(e.currentTarget.value)} />
      </div>
    </PhonePage>
  )
}
