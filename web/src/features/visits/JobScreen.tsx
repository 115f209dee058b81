import { Icon, type IconName } from '@/ui/Icon'
import { useNow } from '@/ui/useNow'
import { date, span } from '@/words/formats'
import { Checklist } from './Checklist'
import { Close } from './Close'
import type { Asset } from './documents'
import { Codes, Extras, Notes } from './Findings'
import { Part, PhonePage, StateChip } from './frame'
import { Due, Hazards, Next, Reach, Urgency, Window } from './JobParts'
import { answerTo, isOver, lasted, missing, nextMove, type Open, type Section, useJob } from './job'
import { Parts } from './Parts'
import { Photos } from './Photos'
import { Cannot, Decline, Pause } from './Reasons'
import { go } from './way'
import { say } from './words'

const sections: Record<Section, (props: { job: Open }) => React.ReactNode> = {
  checklist: Checklist,
  parts: Parts,
  photos: Photos,
  notes: Notes,
  extras: Extras,
  codes: Codes,
  cannot: Cannot,
  pause: Pause,
  decline: Decline,
  close: Close,
}

export const JobScreen = ({ id, section }: { id: string; section?: string }) => {
  const job = useJob(id)
  const { visit } = job
  if (!visit)
    return (
      <PhonePage title={say('thisJob')} above={[]}>
        <div className="card quiet">
          <b>{say('gone')}</b>
          <p>{say('goneHint')}</p>
        </div>
      </PhonePage>
    )
  const whole: Open = { ...job, visit }
  const Inside = section && section in sections ? sections[section as Section] : undefined
  return Inside ? <Inside job={whole} /> : <JobPage job={whole} />
}

const JobPage = ({ job }: { job: Open }) => {
  const now = useNow()
  const { visit, site, account } = job
  const next = nextMove(visit.state)
  return (
    <PhonePage title={`WO-${visit.job.number}`} under={visit.brief.type} above={[]} bar={next ? <Next job={job} /> : undefined}>
      <section className="job-head">
        <div className="head">
          <h2>{account?.name ?? site?.name ?? visit.job.contactName ?? visit.job.summary}</h2>
          <Window job={job} />
        </div>
        <p className="dim">{[site?.name, site?.address].filter(Boolean).join(', ')}</p>
        <div className="pills">
          <StateChip state={visit.state} />
          <Urgency priority={visit.job.priority} />
          {isOver(visit.state) ? null : <Due due={visit.job.due} now={now} zone={site?.timeZone} />}
        </div>
        {visit.state === 'cancelled' ? (
          <p className="access" role="status">
            <Icon name="close" />
            {[say('calledOff'), visit.remark].filter(Boolean).join(' ')}
          </p>
        ) : null}
        <Reach job={job} message />
        {site?.accessNotes ? (
          <p className="access">
            <Icon name="lock" />
            {site.accessNotes}
          </p>
        ) : null}
      </section>
      <Hazards job={job} />
      <Part title={say('problem')} />
      <p className="text">{visit.job.summary}</p>
      {visit.job.instructions ? <p className="text dim">{visit.job.instructions}</p> : null}
      <Standing job={job} now={now} />
      <Part title={say('thisJob')} />
      <Links job={job} now={now} />
    </PhonePage>
  )
}

const Standing = ({ job: { assets, visit }, now }: { job: Open; now: number }) => {
  const { past } = visit.brief
  return (
    <>
      <Part title={assets.length > 0 ? say('asset') : say('past')} />
      <section className="card">
        {assets.map(asset => (
          <AssetRow key={asset.id} asset={asset} now={now} />
        ))}
        {past.length === 0 ? <p className="past dim">{say('noPast')}</p> : null}
        {past.map(p => (
          <div className="past" key={`${p.number}${p.start}`}>
            <span className="dim">{p.start ? date(p.start) : ''}</span>
            <span>{[p.summary, p.cause, p.action].filter(Boolean).join(', ')}</span>
          </div>
        ))}
      </section>
    </>
  )
}

const AssetRow = ({ asset, now }: { asset: Asset; now: number }) => {
  const { warranty } = asset
  const stands = warranty && Date.parse(warranty.until) + 24 * 3600 * 1000 > now
  return (
    <div className="asset">
      <b>{asset.name}</b>
      <span className="dim">{[asset.maker, asset.model, asset.serial].filter(Boolean).join(', ')}</span>
      {warranty ? (
        <span className="pill" data-tone={stands ? 'good' : undefined}>
          <Icon name="shield" />
          {say(stands ? 'covered' : 'warrantyEnded', { date: date(warranty.until) })}
        </span>
      ) : null}
    </div>
  )
}

const Links = ({ job, now }: { job: Open; now: number }) => {
  const { visit, photos, notes, order } = job
  const { checklist, completion } = visit.brief
  const tags = (tag: string) => photos.filter(p => p.tag === tag).length
  const [travel, onSite] = [lasted(visit.steps, ['enRoute'], now), lasted(visit.steps, ['onSite', 'working', 'paused'], now)]
  const answered = checklist.filter(i => answerTo(visit, i)).length
  const asksCodes = completion.some(p => p.endsWith('Code'))
  return (
    <section className="card">
      {checklist.length > 0 ? (
        <Link
          job={job}
          to="checklist"
          icon="orders"
          name={say('checklist')}
          says={say('doneOf', { done: answered, all: checklist.length })}
        />
      ) : null}
      <Link
        job={job}
        to="parts"
        icon="part"
        name={say('parts')}
        says={visit.parts.length ? say('used', { n: visit.parts.length }) : say('none')}
      />
      <Link
        job={job}
        to="photos"
        icon="camera"
        name={say('photos')}
        says={say('photosCount', { before: tags('before'), after: tags('after') })}
      />
      <div className="link">
        <Icon name="clock" />
        <span>{say('time')}</span>
        <em>
          {[
            ...(travel ? [say('travelFor', { span: span(travel) })] : []),
            ...(onSite ? [say('onSiteFor', { span: span(onSite) })] : []),
          ].join(', ') || '0'}
        </em>
      </div>
      <Link
        job={job}
        to="notes"
        icon="note"
        name={say('notes')}
        says={notes.length ? String(notes.length) : say('speakOrType')}
      />
      {asksCodes ? (
        <Link
          job={job}
          to="codes"
          icon="search"
          name={say('codes')}
          says={[order?.cause, order?.action].filter(Boolean).join(', ') || say('none')}
        />
      ) : null}
      <Link
        job={job}
        to="extras"
        icon="plus"
        name={say('extras')}
        says={visit.extras.length ? String(visit.extras.length) : say('none')}
      />
      {isOver(visit.state) ? null : (
        <>
          <Link
            job={job}
            to="close"
            icon="pen"
            name={say('signature')}
            says={visit.signed ? say('done') : missing(job).length > 0 ? `${say('missing')}: ${missing(job).length}` : ''}
          />
          {visit.state === 'working' || visit.state === 'onSite' ? (
            <Link job={job} to="pause" icon="pause" name={say('pause')} says="" />
          ) : null}
          {['dispatched', 'accepted'].includes(visit.state) ? (
            <Link job={job} to="decline" icon="close" name={say('decline')} says="" />
          ) : null}
          <Link job={job} to="cannot" icon="cannot" name={say('cannot')} says="" />
        </>
      )}
    </section>
  )
}

type LinkProps = { job: Open; to: Section; icon: IconName; name: string; says: string }

const Link = ({ job, to, icon, name, says }: LinkProps) => (
  <button type="button" className="link" onClick={() => go('job', job.visit.id, to)}>
    <Icon name={icon} />
    <span>{name}</span>
    <em>{says}</em>
    <Icon name="right" />
  </button>
)
