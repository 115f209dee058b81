import { ask, line, read } from './server'
import type { DeviceServer, Standing } from './standing'

type Heard = Standing & { epoch: string }

/** The doors under /api/device, over HTTP. */
export const httpDevice = (
  machine: { now(): number; bootId: string },
  way: typeof fetch = (path, init) => fetch(path, init),
): DeviceServer => {
  const post = async <T extends { epoch: string }>(path: string, body: object) =>
    read<T>(await ask(way, path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }))
  return {
    say: says => post<Heard>('/api/device', says),
    handOver: async (device, commands) => {
      const stamp = { sentAt: new Date(machine.now()).toISOString(), bootId: machine.bootId }
      const handed = commands.map(({ title, command }) => ({ title, command: line(command) }))
      await post<{ epoch: string }>('/api/device/hand-over', { device, commands: handed, ...stamp })
    },
    emptied: async (device, lost) => {
      await post<Heard>('/api/device/emptied', { device, lost })
    },
  }
}
