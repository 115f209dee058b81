import { infiniteQueryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import type { components } from '@/api/schema'
import type { IconName } from '@/ui/Icon'
import type { Tone } from '@/ui/pieces'
import { ago, millis, span } from '@/ui/times'
import { numberFormat } from '@/words/formats'
import { say } from './words'

export type Device = components['schemas']['DeviceLine']
export type Only = 'silent' | 'unsent' | 'stopped' | 'outdated'
export type Filter = { search?: string; branch?: string; only?: Only }

export const onlys: readonly { value: Only; name: string }[] = [
  { value: 'silent', name: say('notHeardOfForA') },
  { value: 'unsent', name: say('withUnsentWork') },
  { value: 'stopped', name: say('lockedOrEmptied') },
  { value: 'outdated', name: say('updateNeeded') },
]

const pageSize = 100
/** Devices say how they stand all the time; the list follows. */
const again = 10_000

export const devicesQuery = ({ search, branch, only }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['devices', search, branch, only],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/devices', { params: { query: { search, branch, only, after: pageParam, limit: pageSize } }, signal }),
      ),
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: known => known,
    refetchInterval: again,
  })

const tooLong = 24 * 3_600_000

export const stateOf = (device: Device, now: number): { name: string; tone: Tone; icon: IconName } => {
  if (device.state === 'locked') return { name: say('locked'), tone: 'paused', icon: 'lock' }
  if (device.state === 'wiping') return { name: say('toBeEmptied'), tone: 'risk', icon: 'lock' }
  if (device.state === 'wiped') return { name: say('emptied'), tone: 'done', icon: 'close' }
  if (device.needsUpdate) return { name: say('updateNeeded'), tone: 'risk', icon: 'sync' }
  if (!device.heardAt || now - millis(device.heardAt) > tooLong) return { name: say('silent'), tone: 'risk', icon: 'offline' }
  return { name: say('inUse'), tone: 'good', icon: 'check' }
}

export const heard = (device: Device, now: number) => (device.heardAt ? ago(millis(device.heardAt), now) : say('never'))

/** How long ago it last held everything that there was for it, when it was last heard of. */
export const behind = (device: Device) => {
  if (!device.caughtUpAt || !device.heardAt) return say('neverInStep')
  const late = millis(device.heardAt) - millis(device.caughtUpAt)
  return late < 2 * 60_000 ? say('inStep') : say('spanBehind', { span: span(late) })
}

export const unsent = ({ unsent: n, files }: Device) =>
  [...(n > 0 ? [say('actions', { n })] : []), ...(files > 0 ? [say('files', { n: files })] : [])].join(', ')

const megabyte = 1_000_000
const oneDigit = () => numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 })
export const size = (bytes: number) =>
  bytes >= 1_000 * megabyte
    ? say('gigabytes', { size: oneDigit().format(bytes / (1_000 * megabyte)) })
    : say('megabytes', { size: Math.max(1, Math.round(bytes / megabyte)) })

export const storage = ({ used, room }: Device) =>
  typeof used !== 'number'
    ? undefined
    : typeof room === 'number' && room > 0
      ? say('usedOfRoom', { used: size(used), room: size(room) })
      : size(used)

export const nearlyFull = ({ used, room }: Device) =>
  typeof used === 'number' && typeof room === 'number' && room > 0 && used > room * 0.8
