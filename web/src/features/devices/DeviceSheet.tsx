import { Checkbox, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useSending } from '@/features/identity/useSending'
import { Told } from '@/ui/notices'
import { Button, State } from '@/ui/pieces'
import { SideSheet } from '@/ui/SideSheet'
import { exact, millis, moment } from '@/ui/times'
import { behind, type Device, heard, nearlyFull, size, stateOf, storage, unsent } from './devices'
import { say } from './words'

type Acts = {
  onLock: (reason: string) => Promise<void>
  onWipe: (reason: string, handsOver: boolean) => Promise<void>
  onRelease: () => Promise<void>
}

type SheetProps = { device: Device; now: number; mayStop: boolean; onClose: () => void } & Acts

export const DeviceSheet = ({ device, now, mayStop, onClose, ...acts }: SheetProps) => {
  const state = stateOf(device, now)
  return (
    <SideSheet name={device.personName ?? say('noLongerKnown')} about={device.name || say('aDevice')} onClose={onClose}>
      <dl className="facts">
        <dt>{say('state')}</dt>
        <dd>
          <State tone={state.tone} icon={state.icon}>
            {state.name}
          </State>
        </dd>
        {device.reason ? (
          <>
            <dt>{say('why')}</dt>
            <dd>{device.reason}</dd>
          </>
        ) : null}
        <dt>{say('lastHeardOf')}</dt>
        <dd title={device.heardAt ? exact(millis(device.heardAt)) : undefined}>{heard(device, now)}</dd>
        <dt>{say('atThatTime')}</dt>
        <dd>{behind(device)}</dd>
        <dt>{say('unsent')}</dt>
        <dd>
          {unsent(device) || say('nothing')}
          {device.oldestUnsent ? `, ${say('theOldestOf', { time: moment(millis(device.oldestUnsent), now) })}` : ''}
          {device.fileBytes > 0 ? `, ${size(device.fileBytes)}` : ''}
        </dd>
        <dt>{say('storage')}</dt>
        <dd>
          {storage(device) ?? say('notSaid')}
          {nearlyFull(device) ? `. ${say('nearlyFull')}` : ''}
          {device.isProtected ? '' : `. ${say('mayBeThrownAway')}`}
        </dd>
        <dt>{say('version')}</dt>
        <dd className="n">
          {device.version || say('notSaid')}
          {device.needsUpdate ? `. ${say('updateNeededWhat')}` : ''}
        </dd>
        <dt>{say('since')}</dt>
        <dd>{moment(millis(device.sinceAt), now)}</dd>
        {device.handedOver > 0 ? (
          <>
            <dt>{say('handedOver')}</dt>
            <dd>
              {say('handedOverBefore', { n: device.handedOver })}{' '}
              <Link to="/unsettled" className="link">
                {say('decideAboutEach')}
              </Link>
            </dd>
          </>
        ) : null}
      </dl>
      {mayStop ? <Stop device={device} {...acts} /> : null}
    </SideSheet>
  )
}

const Stop = ({ device, onLock, onWipe, onRelease }: { device: Device } & Acts) => {
  const [reason, setReason] = useState('')
  const [stolen, setStolen] = useState(false)
  const { sending, trouble, send } = useSending()
  if (device.state === 'wiped') return <p className="soft">{say('itHasEmptiedItselfIts')}</p>
  const isStopped = device.state !== 'inUse'
  const may = !sending && reason.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(() => onLock(reason.trim()))
  }
  const gone = unsent(device)
  return (
    <form className="form" onSubmit={submit}>
      {trouble ? <Told>{trouble}</Told> : null}
      {device.state === 'wiping' ? (
        <p className="soft">
          {device.handsOver ? say('handsOverThenEmpties') : say('emptiesItself')} {say('untilThenNothing')}
        </p>
      ) : null}
      {isStopped ? (
        <div className="row">
          <Button onClick={() => void send(onRelease)} disabled={sending}>
            {say('release')}
          </Button>
        </div>
      ) : null}
      {device.state === 'wiping' ? null : (
        <>
          <Textarea
            label={isStopped ? say('whyItIsToBe') : say('whyItIsToBe2')}
            description={say('whoeverHoldsTheDeviceReads')}
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={e => setReason(e.currentTarget.value)}
          />
          <Checkbox label={say('stolenEmptyItAtOnce')} checked={stolen} onChange={e => setStolen(e.currentTarget.checked)} />
          {stolen ? (
            <Told>{gone ? say('whenItWasLastHeard', { gone }) : say('whenItWasLastHeard2')}</Told>
          ) : (
            <p className="soft">{say('emptiedItFirstHandsOver')}</p>
          )}
          <div className="row">
            {isStopped ? null : (
              <Button submit icon="lock" disabled={!may}>
                {say('lock')}
              </Button>
            )}
            <Button disabled={!may} onClick={() => void send(() => onWipe(reason.trim(), !stolen))}>
              {say('empty')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
