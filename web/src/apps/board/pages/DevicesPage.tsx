import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { run } from '@/api/client'
import { DeviceSheet } from '@/features/devices/DeviceSheet'
import { DevicesScreen } from '@/features/devices/DevicesScreen'
import { type Device, devicesQuery, type Only, onlys } from '@/features/devices/devices'
import { BranchChip } from '@/features/identity/BranchChip'
import { may } from '@/features/identity/session'
import { Trouble } from '@/ui/notices'
import { SearchField } from '@/ui/SearchField'
import { FilterChip, Title } from '@/ui/Shell'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/devices')

export const DevicesPage = () => {
  const { session, find } = useOffice()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/devices' })
  const queries = useQueryClient()
  const now = useNow()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(devicesQuery(search))
  const devices = data?.pages.flatMap(page => page.items)
  const selected = devices?.find(d => d.id === search.selected)
  const set = useCallback(
    (change: typeof search) => void navigate({ search: known => ({ ...known, ...change }), replace: true }),
    [navigate],
  )
  const onSearch = useCallback((words: string) => set({ search: words || undefined }), [set])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const done = async (words: string) => {
    await queries.invalidateQueries({ queryKey: ['devices'] })
    tell(words)
  }
  const actsOn = ({ id, personName }: Device) => {
    const person = personName ?? say('somebody')
    return {
      onLock: async (reason: string) => {
        await run('/api/devices/lock', { device: id, reason })
        await done(say('deviceLocked', { person }))
      },
      onWipe: async (reason: string, handsOver: boolean) => {
        await run('/api/devices/wipe', { device: id, handsOver, reason })
        await done(say('deviceEmpties', { person }))
      },
      onRelease: async () => {
        await run('/api/devices/release', { device: id })
        await done(say('deviceReleased', { person }))
      },
    }
  }
  return (
    <>
      <Title name={say('devices')} onFind={find}>
        {may(session, 'people/invite') ? (
          <Link to="/settings/$section" params={{ section: 'phones' }} className="button">
            {say('phoneThatCannotSend')}
          </Link>
        ) : null}
      </Title>
      {error && !devices ? (
        <Trouble title={say('devicesCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <DevicesScreen
          devices={devices}
          now={now}
          selected={search.selected}
          chips={
            <>
              <SearchField label={say('person')} value={search.search ?? ''} onSearch={onSearch} />
              <FilterChip
                name={say('only')}
                value={search.only}
                options={onlys}
                onChange={only => set({ only: only as Only | undefined })}
              />
              <BranchChip session={session} branch={search.branch} onChange={branch => set({ branch })} />
            </>
          }
          panel={
            selected ? (
              <DeviceSheet
                key={`${selected.id} ${selected.state}`}
                device={selected}
                now={now}
                mayStop={may(session, 'devices/lock')}
                onClose={() => set({ selected: undefined })}
                {...actsOn(selected)}
              />
            ) : null
          }
          foot={
            hasNextPage
              ? say('theNewestShownMoreFollow', { n: devices?.length ?? 0 })
              : say('allShown', { n: devices?.length ?? 0 })
          }
          onSelect={id => set({ selected: id })}
          onEnd={more}
        />
      )}
    </>
  )
}
