import { useSyncExternalStore } from 'react'
import type { DeviceStanding } from './standing'

/** What the office wants of this device, as it last said. */
export const useStanding = (standing: DeviceStanding) => useSyncExternalStore(standing.subscribe, standing.now)
