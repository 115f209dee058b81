import { type Choice, type Conflict, choose, isOpen, shown } from '@/features/conflicts/conflicts'
import { isOpen as isUnsettled, type StorageLoss, settle } from '@/features/storage-losses/losses'
import type { Seen } from '@/store/documents'
import { kept } from '@/store/kept'
import { useDocuments, useStatus, useStore } from '@/store/react'
import type { Recorded } from '@/store/storage/port'
import { Icon } from '@/ui/Icon'
import { useNow } from '@/ui/useNow'
import { clock, number, size, span } from '@/words/formats'
import { outboxFile, sendFiles } from './files'
import { Big, OfflineBanner, Part, useFiles } from './frame'
import { useMe } from './me'
import { go } from './way'
import { type Key, say } from './words'

const happened = ({ command }: Recorded) => Date.parse(command.deviceTime)
const sentAtMost = 30

/** Every action on this device: what it is, since when, how far, and what to do when it was not taken. */
export const Outbox = () => {
  const store = useStore()
  const now = useNow()
  const { waiting, needsYou, sent, caughtUpAt } = useStatus()
  const files = useFiles()
  const conflicts = useDocuments<Conflict>('conflict')
  const problems = needsYou.filter(r => !conflicts.some(c => c.id === r.command.id))
  const open = conflicts.filter(isOpen)
  const losses = useDocuments<StorageLoss>('storage-loss').filter(isUnsettled)
  const yours = problems.length + open.length + losses.length
  const again = () => {
    void store.retry()
    void sendFiles()
  }
  const n = waiting.length + files.waiting
  const unsent = n + files.refused.length
  return (
    <>
      <header className="top flat">
        <h1>
          {say('outbox')}
          <small>{caughtUpAt === undefined ? say('neverSent') : say('lastSent', { time: clock(caughtUpAt) })}</small>
        </h1>
        <button type="button" className="back" aria-label={say('tryNow')} onClick={again}>
          <Icon name="sync" />
        </button>
      </header>
      <OfflineBanner />
      <main>
        {yours > 0 ? <Part title={say('needsYou', { n: yours })} /> : null}
        {losses.map(loss => (
          <Lost key={loss.id} loss={loss} />
        ))}
        {open.map(conflict => (
          <Both key={conflict.id} conflict={conflict} title={needsYou.find(r => r.command.id === conflict.id)?.title} />
        ))}
        {problems.map(recorded => (
          <Problem key={recorded.command.id} recorded={recorded} />
        ))}
        <Part title={say('waitingCount', { n })} aside={n > 0 ? say('onThisDevice') : undefined} />
        <section className="card">
          {unsent === 0 ? <p className="past dim">{say('nothingWaits')}</p> : null}
          {waiting.map(recorded => (
            <div className="sent" key={recorded.command.id}>
              <Icon name="device" />
              <span>
                <b>{recorded.title}</b>
                <span className="dim">{[clock(happened(recorded)), span(now - happened(recorded))].join(', ')}</span>
              </span>
              <em>{say('isWaiting')}</em>
            </div>
          ))}
          {files.waiting > 0 ? (
            <div className="sent">
              <Icon name="camera" />
              <span>
                <b>{say('files', { n: files.waiting })}</b>
                <span className="dim">{say('filesWait', { size: size(files.bytes) })}</span>
              </span>
              <em>{say('isWaiting')}</em>
            </div>
          ) : null}
          {files.refused.map(card => (
            <div className="sent" key={card.hash}>
              <Icon name="warn" />
              <span>
                <b>{say('fileRefused', { time: clock(card.at) })}</b>
                <span className="dim">{card.refused}</span>
              </span>
            </div>
          ))}
        </section>
        {unsent > 0 ? <SaveToFile /> : null}
        {sent.length > 0 ? <Part title={say('sentToday', { n: Math.min(sent.length, sentAtMost) })} /> : null}
        {sent.length > 0 ? (
          <section className="card">
            {[...sent]
              .reverse()
              .slice(0, sentAtMost)
              .map(recorded => (
                <div className="sent" key={recorded.command.id}>
                  <Icon name="check" />
                  <span>
                    <b>{recorded.title}</b>
                    <span className="dim">{clock(happened(recorded))}</span>
                  </span>
                  <em>{say('sentAt', { time: clock(recorded.settledAt ?? happened(recorded)) })}</em>
                </div>
              ))}
          </section>
        ) : null}
      </main>
    </>
  )
}

/** When this phone cannot send, the file can go another way: by cable, by another phone, by hand. */
const SaveToFile = () => {
  const { person, name } = useMe()
  const save = async () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await outboxFile({ person, name }))
    link.download = `outbox-${name.replace(/\W+/g, '-')}-${new Date().toISOString().slice(0, 16).replace(/\D/g, '')}.callout`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="field">
      <Big kind="second" under={say('saveOutboxWhy')} onClick={() => void save()}>
        {say('saveOutbox')}
      </Big>
    </div>
  )
}

const Lost = ({ loss }: { loss: Seen<StorageLoss> }) => {
  const store = useStore()
  return (
    <section className="card trouble">
      <h3>
        <Icon name="warn" />
        {say('lostStorage')}
      </h3>
      <p>{say('lostStorageWhat', { n: number(loss.after) })}</p>
      <p className="dim">{clock(Date.parse(loss.noticedAt))}</p>
      <Big onClick={() => void kept(settle(store, loss, say('lostStorage')))}>{say('understood')}</Big>
    </section>
  )
}

const Problem = ({ recorded }: { recorded: Recorded }) => {
  const store = useStore()
  const { command, title, outcome } = recorded
  const visit = typeof command.body.visit === 'string' ? command.body.visit : undefined
  return (
    <section className="card trouble">
      <h3>
        <Icon name="warn" />
        {title}
      </h3>
      <p>
        {say('notTaken')} {outcome?.detail}
      </p>
      <p className="dim">
        {clock(happened(recorded))}. {say('kept')}
      </p>
      <div className="pair">
        <Big onClick={() => void kept(store.dismiss(command.id))}>{say('understood')}</Big>
        {visit ? (
          <Big kind="second" onClick={() => go('job', visit)}>
            {say('openJob')}
          </Big>
        ) : null}
      </div>
    </section>
  )
}

const labels: Partial<Record<string, Key>> = { symptom: 'symptom', cause: 'cause', action: 'action' }

/** Both values, and a tap for each. */
const Both = ({ conflict, title }: { conflict: Seen<Conflict>; title: string | undefined }) => {
  const store = useStore()
  const words = title ?? say('twoValues')
  const settle = (keep: Choice) => () => void kept(choose(store, conflict, words, keep))
  const values = (of: Choice) => conflict.fields.map(f => shown(f[of])).join(', ')
  const names = conflict.fields.map(({ field }) => (labels[field] ? say(labels[field]) : field)).join(', ')
  return (
    <section className="card trouble">
      <h3>
        <Icon name="warn" />
        {words}
      </h3>
      <p>{say('changedMeanwhile', { what: names })}</p>
      <div className="pair">
        <Big onClick={settle('sent')} under={values('sent')}>
          {say('keepMine')}
        </Big>
        <Big kind="second" onClick={settle('present')} under={values('present')}>
          {say('keepTheirs')}
        </Big>
      </div>
    </section>
  )
}
