import { describe, expect, it } from 'vitest'
import { record } from '@/store/queue'
import { createStanding, type DeviceServer, type Mark, type Says, type Standing } from '@/store/standing'
import { memoryStorage } from '@/store/storage/memory'
import { Unreachable } from '@/store/wire'

const start = Date.parse('2026-11-23T06:00:00Z')

/** The office's side of it: what it was told, and what it wants. */
const office = () => {
  const kept = new Map<string, string>()
  const heard: Says[] = []
  const emptied: { device: string; lost: number }[] = []
  let wants: Standing = { state: 'inUse', handsOver: false }
  let failing = 0
  const reached = () => {
    if (failing > 0) {
      failing -= 1
      throw new Unreachable('offline', 'No signal.')
    }
  }
  const server: DeviceServer = {
    async say(says) {
      reached()
      heard.push(says)
      return wants
    },
    async handOver(_device, commands) {
      for (const { title, command } of commands) kept.set(command.id, title)
      reached()
    },
    async emptied(device, lost) {
      reached()
      emptied.push({ device, lost })
    },
  }
  return {
    server,
    kept,
    heard,
    emptied,
    want: (standing: Standing) => {
      wants = standing
    },
    fail: (times: number) => {
      failing = times
    },
  }
}

const phone = async (actions: number) => {
  const storage = memoryStorage('phone-1')
  let ids = 0
  const machine = { now: () => start, mono: () => 0, bootId: 'boot', newId: () => `id-${++ids}` }
  for (let i = 1; i <= actions; i++)
    await record(storage, machine, {
      type: 'visits/arrive',
      body: { visit: `v-${i}` },
      title: `Arrive at WO-${i}`,
      entity: `v-${i}`,
      baseVersion: 1,
      patches: [{ type: 'visit', id: `v-${i}`, set: { state: 'onSite' } }],
    })
  await storage.transact(async tx => {
    await tx.putMeta({ ...(await tx.meta()), caughtUpAt: start })
    await tx.putDocument({ type: 'site', id: 's-1', version: 1, body: { name: 'Clinic' }, audiences: ['technician:1'] })
  })
  const place: { mark?: Mark | undefined; forgotten: number; files: number } = { forgotten: 0, files: 0 }
  const world = {
    ...machine,
    about: async () => ({ name: 'Chrome on Android', version: '12ab', isProtected: true }),
    files: () => ({ waiting: place.files, bytes: place.files * 1000 }),
    sendFiles: async () => undefined,
    mark: () => place.mark,
    putMark: (mark: Mark | undefined) => {
      place.mark = mark
    },
    forget: async () => {
      place.forgotten += 1
    },
    alone: <T>(_name: string, work: () => Promise<T>) => work(),
  }
  const holds = () =>
    storage.transact(async tx => ({
      commands: (await tx.commands()).length,
      documents: (await tx.documents()).length,
      device: (await tx.meta()).device,
    }))
  return { storage, world, place, holds }
}

const wipe: Standing = { state: 'wiping', handsOver: true, reason: 'Lost.' }

describe('how a device stands', () => {
  it('is told to the office, with what waits', async () => {
    const [{ storage, world }, { server, heard }] = [await phone(3), office()]
    const standing = createStanding(storage, server, world)
    await standing.tell()
    expect(heard[0]).toMatchObject({
      device: 'phone-1',
      unsent: 3,
      files: 0,
      name: 'Chrome on Android',
      oldestUnsent: '2026-11-23T06:00:00.000Z',
      caughtUpAt: '2026-11-23T06:00:00.000Z',
    })
    expect(standing.now().state).toBe('inUse')
  })

  it('stays locked without signal and after a restart, and goes on where it stood when released', async () => {
    const [{ storage, world, holds }, { server, want, fail }] = [await phone(2), office()]
    want({ state: 'locked', handsOver: false, reason: 'Left in a taxi.' })
    await createStanding(storage, server, world).tell()
    const again = createStanding(storage, server, world)
    await again.open()
    expect(again.now()).toEqual({ state: 'locked', handsOver: false, reason: 'Left in a taxi.' })
    fail(1)
    await expect(again.tell()).rejects.toThrow('No signal')
    expect(again.now().state).toBe('locked')
    want({ state: 'inUse', handsOver: false })
    await again.tell()
    expect(again.now().state).toBe('inUse')
    expect(await holds()).toEqual({ commands: 2, documents: 1, device: 'phone-1' })
  })

  it('hands over all it has not sent before it empties itself', async () => {
    const [{ storage, world, place, holds }, { server, want, kept, emptied }] = [await phone(230), office()]
    want(wipe)
    const standing = createStanding(storage, server, world)
    await standing.tell()
    expect(kept.size).toBe(230)
    expect(emptied).toEqual([{ device: 'phone-1', lost: 0 }])
    expect(await holds()).toMatchObject({ commands: 0, documents: 0 })
    expect((await holds()).device).not.toBe('phone-1')
    expect(place.mark).toMatchObject({ handedOver: 230, lost: 0, reason: 'Lost.', told: true })
    expect(standing.now().state).toBe('wiped')
    expect(place.forgotten).toBe(1)
  })

  it('empties nothing as long as the office lacks an action or a photo', async () => {
    const [{ storage, world, place, holds }, { server, want, fail, emptied }] = [await phone(2), office()]
    want(wipe)
    const standing = createStanding(storage, server, world)
    place.files = 1
    await expect(standing.tell()).rejects.toThrow('Photos')
    expect(await holds()).toEqual({ commands: 2, documents: 1, device: 'phone-1' })
    place.files = 0
    await standing.tell().then(() => fail(0))
    expect(emptied).toHaveLength(1)
  })

  it('goes on after being broken off at any step, and empties and tells once', async () => {
    for (let broken = 1; broken <= 6; broken++) {
      const [{ storage, world, place, holds }, { server, want, kept, emptied }] = [await phone(2), office()]
      want(wipe)
      let steps = 0
      const breaks =
        <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
        async (...args: A) => {
          if (++steps === broken) throw new Unreachable('offline', 'Killed before.')
          const result = await work(...args)
          if (++steps === broken) throw new Unreachable('offline', 'Killed after.')
          return result
        }
      const killed = { ...world, forget: breaks(world.forget) }
      const doors = { say: server.say, handOver: breaks(server.handOver), emptied: breaks(server.emptied) }
      const first = createStanding(storage, doors, killed)
      await first.tell().catch(() => undefined)
      const next = createStanding(storage, doors, killed)
      await next.open()
      await next.tell().catch(() => undefined)
      expect([...kept.values()].sort(), `broken at ${broken}`).toEqual(['Arrive at WO-1', 'Arrive at WO-2'])
      expect(await holds(), `broken at ${broken}`).toMatchObject({ commands: 0, documents: 0 })
      expect(place.mark?.told, `broken at ${broken}`).toBe(true)
      expect(
        emptied.every(e => e.device === 'phone-1'),
        `broken at ${broken}`,
      ).toBe(true)
    }
  })

  it('hands over what another tab recorded at the last moment, too', async () => {
    const [{ storage, world, place, holds }, { server, want, kept }] = [await phone(1), office()]
    want(wipe)
    const late = {
      type: 'visits/work',
      body: {},
      title: 'Start work',
      entity: 'v-1',
      baseVersion: 1,
      patches: [],
    }
    const putMark = (mark: Mark | undefined) => {
      if (!place.mark) void record(storage, { ...world, newId: () => 'late' }, late)
      place.mark = mark
    }
    const standing = createStanding(storage, server, { ...world, putMark })
    await expect(standing.tell()).rejects.toThrow('More was recorded')
    expect(await holds()).toMatchObject({ commands: 2, device: 'phone-1' })
    await standing.tell()
    expect([...kept.values()].sort()).toEqual(['Arrive at WO-1', 'Start work'])
    expect(await holds()).toMatchObject({ commands: 0 })
  })

  it('says how much was lost when it was not to hand over', async () => {
    const [{ storage, world, place }, { server, want, kept, emptied }] = [await phone(2), office()]
    want({ state: 'wiping', handsOver: false, reason: 'Stolen.' })
    await createStanding(storage, server, world).tell()
    expect(kept.size).toBe(0)
    expect(emptied).toEqual([{ device: 'phone-1', lost: 2 }])
    expect(place.mark).toMatchObject({ handedOver: 0, lost: 2 })
  })

  it('begins anew for who signs in on the emptied device', async () => {
    const [{ storage, world, place }, { server, want, heard }] = [await phone(1), office()]
    want(wipe)
    const standing = createStanding(storage, server, world)
    await standing.tell()
    want({ state: 'inUse', handsOver: false })
    await standing.begin()
    expect(place.mark).toBeUndefined()
    await standing.tell()
    expect(heard.at(-1)).toMatchObject({ unsent: 0 })
    expect(heard.at(-1)?.device).not.toBe('phone-1')
  })
})
