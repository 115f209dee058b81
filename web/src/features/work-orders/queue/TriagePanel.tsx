import { useState } from 'react'
import { useSending } from '@/features/identity/useSending'
import { useStore } from '@/store/react'
import { Go } from '@/ui/Go'
import { Told } from '@/ui/notices'
import { Button, SectionTitle } from '@/ui/pieces'
import { priorities } from '../documents'
import { orderStates } from '../order/order'
import { say } from '../words'
import { describe, openOrder, type Triaged } from './commands'
import { useRequestContext } from './context'
import { RequestActions } from './RequestActions'
import { RequestPanel } from './RequestPanel'
import type { QueuedRequest } from './request'
import { Triage, type TriageAnswers, useUsual } from './Triage'

type PanelProps = { request: QueuedRequest; now: number; onClose: () => void; onOpened: (order: string) => void }

/** One request with everything around it, and the way to an order. */
export const TriagePanel = ({ request, now, onClose, onOpened }: PanelProps) => {
  const store = useStore()
  const [chosen, setChosen] = useState<string>()
  const [answers, setAnswers] = useState<TriageAnswers>({ reason: '' })
  const { sending, trouble, send } = useSending()
  const asset = chosen
  const { request: document, known, open, alike, files } = useRequestContext(request.id, asset)
  const told = { ...answers, symptom: answers.symptom ?? document?.symptom ?? undefined }
  const { differs } = useUsual(told)
  const pick = asset ?? document?.asset ?? undefined
  const isReady = !differs || answers.reason.trim() !== ''
  const merged = [...(alike?.orders ?? []), ...open.filter(o => !alike?.orders.some(a => a.id === o.id))]

  const create = () =>
    send(async () => {
      const changed = {
        ...(pick && pick !== document?.asset ? { asset: pick } : {}),
        ...(told.symptom && told.symptom !== document?.symptom ? { symptom: told.symptom } : {}),
      }
      if (Object.keys(changed).length > 0) await describe(store, request, changed)
      const triaged: Triaged = {
        ...(told.workType ? { workType: told.workType } : {}),
        ...(differs && answers.level
          ? { priority: priorities[answers.level - 1] ?? 'normal', reason: answers.reason.trim() }
          : {}),
      }
      onOpened(await openOrder(store, request, document?.site ? triaged : {}))
    })

  return (
    <RequestPanel
      request={request}
      now={now}
      onClose={onClose}
      context={{ known, asset: pick, onAsset: setChosen }}
      around={
        <>
          {document?.question ? (
            <section>
              <SectionTitle>{document.state === 'waiting' ? say('waitsForAnAnswer') : say('askedAndAnswered')}</SectionTitle>
              <p>{document.question}</p>
              {document.answer ? <p className="soft">“{document.answer}”</p> : null}
            </section>
          ) : null}
          {files.some(f => f.here) ? (
            <section>
              <SectionTitle note={files.length}>{say('picturesAndFiles')}</SectionTitle>
              {files
                .filter(f => f.here)
                .map(file => (
                  <a key={file.id} href={`/api/attachments/${file.id}`} target="_blank" rel="noreferrer" className="link">
                    {file.mediaType.startsWith('image/') ? (
                      <img className="sent" src={`/api/attachments/${file.id}`} alt={file.name} />
                    ) : (
                      file.name
                    )}
                  </a>
                ))}
            </section>
          ) : null}
          {merged.length > 0 ? (
            <section>
              <SectionTitle note={merged.length}>{say('openWorkHere')}</SectionTitle>
              {merged.slice(0, 5).map(o => (
                <div className="past-visit" key={o.id}>
                  <span className="soft n">WO-{o.number}</span>
                  <div className="grow">
                    <Go to={`/orders/${o.id}`}>{o.summary}</Go>
                    <div className="soft">
                      {orderStates[o.state as keyof typeof orderStates].name}
                      {alike?.orders.some(a => a.id === o.id) ? `, ${say('mayBeTheSame')}` : ''}
                    </div>
                  </div>
                </div>
              ))}
            </section>
          ) : null}
        </>
      }
      triage={<Triage answers={told} onChange={setAnswers} />}
    >
      {trouble ? <Told>{trouble}</Told> : null}
      <RequestActions
        request={request}
        isWaiting={document?.state === 'waiting'}
        where={{
          account: document?.account ?? undefined,
          site: document?.site ?? undefined,
          contact: document?.contact ?? undefined,
          asset: document?.asset ?? undefined,
        }}
        orders={merged.map(o => ({ id: o.id, name: `WO-${o.number} ${o.summary}` }))}
      />
      <span className="grow" />
      <Button kind="second" disabled={sending || !isReady} onClick={() => void create()}>
        {say('createOrder')}
      </Button>
    </RequestPanel>
  )
}
