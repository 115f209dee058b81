import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { run } from '@/api/client'
import { may } from '@/features/identity/session'
import { ConflictItem } from '@/features/unsettled/ConflictItem'
import { HeldItem } from '@/features/unsettled/HeldItem'
import { LossItem } from '@/features/unsettled/LossItem'
import { StuckItem } from '@/features/unsettled/StuckItem'
import {
  type ConflictLine,
  conflictsQuery,
  deed,
  type Held,
  heldQuery,
  lossesQuery,
  orderOf,
  type Stuck,
  stuckQuery,
} from '@/features/unsettled/unsettled'
import { say } from '../words'
import '@/features/unsettled/unsettled.css'
import type { VisitDocument, WorkOrderDocument } from '@/features/work-orders/documents'
import { useDocuments } from '@/store/react'
import { Empty, Loading, Trouble } from '@/ui/notices'
import { Button, SectionTitle } from '@/ui/pieces'
import { Chips, Title } from '@/ui/Shell'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'

const route = getRouteApi('/office/unsettled')
const shows = [
  { value: 'waiting', name: say('waiting') },
  { value: 'settled', name: say('settled') },
] as const

/** Everything that a person has to decide before it is done: nothing leaves this list by itself. */
export const UnsettledPage = () => {
  const { session, find } = useOffice()
  const { show } = route.useSearch()
  const navigate = useNavigate({ from: '/unsettled' })
  const queries = useQueryClient()
  const now = useNow()
  const settled = show === 'settled'
  const held = useInfiniteQuery(heldQuery(settled))
  const conflicts = useInfiniteQuery(conflictsQuery(settled))
  const seesHouse = may(session, 'reactions/parked') && !settled
  const stuck = useQuery({ ...stuckQuery, enabled: seesHouse })
  const losses = useQuery({ ...lossesQuery, enabled: seesHouse })
  const orders = useOrders()
  const told = useDocuments('held-command').length + useDocuments('conflict').length
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits has changed, wherever it was settled
  useEffect(() => void queries.invalidateQueries({ queryKey: ['unsettled'] }), [queries, told])

  const done = async (words: string) => {
    await queries.invalidateQueries({ queryKey: ['unsettled'] })
    tell(words)
  }
  const carryOut = async ({ id, title, type }: Held) => {
    const { outcome, detail } = await run('/api/held-commands/carry-out', { command: id })
    if (outcome === 'refused') {
      await queries.invalidateQueries({ queryKey: ['unsettled'] })
      throw new Error(say('refusedAgain', { detail: detail ?? '' }))
    }
    await done(outcome === 'conflict' ? say('carriedOutItMetAnothers') : say('carriedOut', { title: title ?? deed(type) }))
  }
  const setAside = async ({ id, title, type }: Held, reason: string) => {
    await run('/api/held-commands/set-aside', { command: id, reason })
    await done(say('setAside', { title: title ?? deed(type) }))
  }
  const choose = async ({ id }: ConflictLine, keep: 'sent' | 'present') => {
    const answer = await run('/api/conflicts/settle', { conflict: id, keep })
    if (!answer.settled) {
      await queries.invalidateQueries({ queryKey: ['unsettled'] })
      throw new Error(say('changedOnceMore'))
    }
    await done(keep === 'sent' ? say('theOtherValueWasTaken') : say('leftAsItStands'))
  }
  const retry = async ({ reaction, pos }: Stuck) => {
    await run('/api/reactions/retry', { reaction, pos })
    await done(say('itIsTriedAgain'))
  }
  const skip = async ({ reaction, pos }: Stuck) => {
    await run('/api/reactions/skip', { reaction, pos })
    await done(say('givenUpWhatWaitedBehind'))
  }

  const lines = held.data?.pages.flatMap(p => p.items)
  const twice = conflicts.data?.pages.flatMap(p => p.items)
  const failed = seesHouse ? (stuck.data ?? []) : []
  const lost = seesHouse ? (losses.data ?? []) : []
  const problem = held.error ?? conflicts.error
  const isEmpty = lines?.length === 0 && twice?.length === 0 && failed.length === 0 && lost.length === 0
  return (
    <>
      <Title name={say('toSettle')} onFind={find} />
      <div className="chips">
        <Chips
          chips={shows}
          chosen={settled ? 'settled' : 'waiting'}
          onChoose={value => void navigate({ search: value === 'settled' ? { show: value } : {}, replace: true })}
        />
      </div>
      {problem && !lines ? (
        <Trouble title={say('thisListCannotBeShown')} again={() => void held.refetch()}>
          {problem.message}
        </Trouble>
      ) : (
        <div className="unsettled">
          {!lines || !twice ? <Loading of={say('whatWaits')} /> : null}
          {isEmpty ? (
            <Empty icon="check" title={settled ? say('nothingWasSettledYet') : say('nothingWaitsForAnybody')}>
              <p>{say('whatIsRecordedInThe')}</p>
            </Empty>
          ) : null}
          <Part name={say('setTwice')} rows={twice} more={conflicts.hasNextPage} onMore={() => void conflicts.fetchNextPage()}>
            {conflict => (
              <ConflictItem
                key={conflict.id}
                conflict={conflict}
                now={now}
                order={conflict.row === 'work-order' ? orders.named(conflict.rowId) : undefined}
                mayChoose={may(session, 'conflicts/settle')}
                onChoose={keep => choose(conflict, keep)}
              />
            )}
          </Part>
          <Part
            name={say('recordedAndNotCarriedOut')}
            rows={lines}
            more={held.hasNextPage}
            onMore={() => void held.fetchNextPage()}
          >
            {line => (
              <HeldItem
                key={line.id}
                held={line}
                now={now}
                order={orders.named(orderOf(line, orders.ofVisit))}
                mayDecide={may(session, 'held-commands/set-aside')}
                onCarryOut={() => carryOut(line)}
                onSetAside={reason => setAside(line, reason)}
              />
            )}
          </Part>
          <Part name={say('calloutCouldNotDoBy')} rows={failed}>
            {line => (
              <StuckItem
                key={`${line.reaction} ${line.pos}`}
                stuck={line}
                now={now}
                onRetry={() => retry(line)}
                onSkip={() => skip(line)}
              />
            )}
          </Part>
          <Part name={say('lostByARestore')} rows={lost}>
            {loss => <LossItem key={loss.foundAt} loss={loss} now={now} />}
          </Part>
        </div>
      )}
    </>
  )
}

const useOrders = () => {
  const orders = useDocuments<WorkOrderDocument>('work-order')
  const visits = useDocuments<VisitDocument>('visit')
  return {
    named: (id: string | undefined) => {
      const number = orders.find(o => o.id === id)?.number
      return id ? { id, name: number === undefined ? say('theOrder') : `WO-${number}` } : undefined
    },
    ofVisit: (id: string) => visits.find(v => v.id === id)?.workOrder,
  }
}

type PartProps<T> = {
  name: string
  rows: readonly T[] | undefined
  more?: boolean
  onMore?: () => void
  children: (row: T) => ReactNode
}

const Part = <T,>({ name, rows, more, onMore, children }: PartProps<T>) =>
  rows && rows.length > 0 ? (
    <section aria-label={name}>
      <SectionTitle note={more ? say('moreFollow', { n: rows.length }) : rows.length}>{name}</SectionTitle>
      <ul>{rows.map(children)}</ul>
      {more && onMore ? (
        <Button size="small" onClick={onMore}>
          {say('showMore')}
        </Button>
      ) : null}
    </section>
  ) : null
