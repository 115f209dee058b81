import { FileButton } from '@mantine/core'
import { useState } from 'react'
import { run } from '@/api/client'
import { upload } from '@/api/upload'
import { useSending } from '@/features/identity/useSending'
import { type Handed, readHandover } from '@/store/handover'
import { Told } from '@/ui/notices'
import { Button, State } from '@/ui/pieces'
import { moment } from '@/ui/times'
import { useNow } from '@/ui/useNow'
import { say } from './words'

type Line = { id: string; outcome: string; detail?: string }

const atOnce = 100

const words: Record<string, { name: string; tone: 'good' | 'tentative' | 'risk'; icon: 'check' | 'device' | 'warn' }> = {
  new: { name: say('onlyInThisFile'), tone: 'tentative', icon: 'device' },
  applied: { name: say('carriedOut'), tone: 'good', icon: 'check' },
  refused: { name: say('refused'), tone: 'risk', icon: 'warn' },
  conflict: { name: say('waitsForAChoice'), tone: 'risk', icon: 'warn' },
  parked: { name: say('keptForAPerson'), tone: 'risk', icon: 'warn' },
  failed: { name: say('failedTryAgain'), tone: 'risk', icon: 'warn' },
}

const send = async (handed: Handed, onlyLook: boolean): Promise<Line[]> => {
  const lines: Line[] = []
  for (let from = 0; from === 0 || from < handed.lines.length; from += atOnce) {
    const commands = handed.lines.slice(from, from + atOnce).map(l => l.command)
    const taken = await run('/api/outbox', { person: handed.person, device: handed.device, commands, onlyLook } as never)
    lines.push(...(taken as unknown as { outcomes: Line[] }).outcomes)
  }
  return lines
}

/** The outbox of a phone that cannot send it: looked at first, then carried out as its technician recorded it. */
export const BroughtOutbox = () => {
  const now = useNow()
  const { sending, trouble, send: attempt } = useSending()
  const [handed, setHanded] = useState<Handed>()
  const [known, setKnown] = useState<Record<string, Line>>({})
  const show = (lines: Line[]) => setKnown(Object.fromEntries(lines.map(l => [l.id, l])))
  const choose = (file: File | null) => {
    if (!file) return
    void attempt(async () => {
      setHanded(undefined)
      const read = await readHandover(file)
      if (!read) throw new Error(say('notAnOutbox'))
      show(await send(read, true))
      setHanded(read)
    })
  }
  const carryOut = (all: Handed) =>
    void attempt(async () => {
      for (const { content } of all.files) await upload(content)
      show(await send(all, false))
    })
  const left = handed?.lines.filter(l => ['new', 'failed'].includes(known[l.command.id]?.outcome ?? 'new')).length ?? 0
  return (
    <>
      <FileButton onChange={choose}>
        {({ onClick }) => (
          <div>
            <Button onClick={onClick} disabled={sending}>
              {handed ? say('anotherFile') : say('chooseTheFileFromThe')}
            </Button>
          </div>
        )}
      </FileButton>
      {trouble ? <Told>{trouble}</Told> : null}
      {handed ? (
        <>
          <h3>{say('savedBy', { name: handed.name, time: moment(Date.parse(handed.exportedAt), now) })}</h3>
          {handed.isWhole ? null : <Told>{say('theEndOfThisFile')}</Told>}
          <p className="soft">
            {say('actions', { n: handed.lines.length })}, {say('photosAndSignatures', { n: handed.files.length })}.{' '}
            {say('eachInTheirName', { name: handed.name })}
          </p>
          <ul className="set-list" aria-label={say('actionsInThisFile')}>
            {handed.lines.map(({ title, command }) => {
              const line = known[command.id]
              const state = words[line?.outcome ?? 'new'] ?? words.failed
              return (
                <li key={command.id}>
                  <span className="thing">{title}</span>
                  <span className="soft grow n">
                    {moment(Date.parse(command.deviceTime), now)}
                    {line?.detail ? `. ${line.detail}` : ''}
                  </span>
                  {state ? (
                    <State tone={state.tone} icon={state.icon}>
                      {state.name}
                    </State>
                  ) : null}
                </li>
              )
            })}
          </ul>
          <div className="row">
            <span className="grow" />
            <Button kind="main" disabled={sending || left + handed.files.length === 0} onClick={() => carryOut(handed)}>
              {left > 0 || handed.lines.length === 0 ? say('carryOut', { n: left }) : say('allCarriedOut')}
            </Button>
          </div>
        </>
      ) : null}
    </>
  )
}
