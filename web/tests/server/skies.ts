import { execFileSync } from 'node:child_process'
import type { Faults } from './weather'

const hour = 3_600_000

export const calm: Faults = {
  lose: 0,
  repeat: 0,
  slowest: 200,
  captive: 0,
  kill: 0,
  crash: 0,
  restore: 0,
  expire: 0,
  sight: 0,
  evict: 0,
  rot: 0,
  clocks: 0,
  hold: 0,
  away: 60_000,
  leave: 0,
}
export const storm: Faults = {
  lose: 0.15,
  repeat: 0.1,
  slowest: 9_000,
  captive: 0.05,
  kill: 0.05,
  crash: 0.01,
  restore: 0.03,
  expire: 0.1,
  sight: 0.1,
  evict: 0.01,
  rot: 0.02,
  clocks: 0.05,
  hold: process.env.CALLOUT_TEST_POSTGRES ? 0.05 : 0,
  away: 24 * hour,
  leave: 0,
}
/** Backups grow older than the 30 days for which a journal keeps everything. */
export const months: Faults = { ...storm, away: hour, leave: 31 * 24 * hour }
/** A broken core may try again for ever: an hour of that says as much as a day. */
export const short: Faults = { ...storm, evict: 0, rot: 0, away: hour }

/** A restore brings a whole new snapshot, and mends by it what another fault broke: every other seed goes without. */
export const of = (seed: number, faults: Faults): Faults => (seed % 2 === 0 ? faults : { ...faults, restore: 0 })

/** What a seed lives through: mostly everything at once, sometimes a calm day, sometimes backups older than a journal. */
export const skyOf = (seed: number): Faults => (seed % 10 === 3 ? calm : seed % 8 === 7 ? months : of(seed, storm))

const hash = () => {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return '852840'
  }
}

/** Each commit plays other seeds; the same commit plays the same. */
export const firstSeed = Number(process.env.SIMULATE_FROM ?? Number.parseInt(hash().slice(0, 7), 16))
export const steps = 52
export const patience = 24 * hour
