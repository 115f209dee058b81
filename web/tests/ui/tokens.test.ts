import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')

const themes = new Map<string, Map<string, string>>()
for (const [, selector = '', body = ''] of css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
  const name = /data-theme="(\w+)"/.exec(selector)?.[1] ?? 'light'
  const own = [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, key = '', value = '']) => [key, value] as const)
  themes.set(name, new Map([...(themes.get('light') ?? []), ...own]))
}

const states = ['scheduled', 'confirmed', 'dispatched', 'travelling', 'working', 'paused', 'done', 'cannot']
const avatars = ['av1', 'av2', 'av3', 'av4', 'av5', 'av6']
const alarms = ['at-risk', 'breached', 'working', 'paused']

/** Every ink with the grounds that it is written on. */
const pairs: [ink: string, ground: string][] = [
  ...['bg', 'surface', 'raised', 'sunken', 'row-hover', 'accent-soft', ...avatars].map(g => ['ink', g] as [string, string]),
  ...['bg', 'surface', 'raised', 'sunken', 'row-hover', 'accent-soft', 'at-risk-soft', 'breached-soft'].map(
    g => ['ink-2', g] as [string, string],
  ),
  ...['bg', 'surface', 'raised'].map(g => ['ink-3', g] as [string, string]),
  ...['bg', 'surface', 'raised'].map(g => ['accent', g] as [string, string]),
  ...['bg', 'surface', 'accent-soft'].map(g => ['accent-strong', g] as [string, string]),
  ['accent-ink', 'accent'],
  ...states.map(s => [`${s}-ink`, s] as [string, string]),
  ...alarms.flatMap(s =>
    [`${s}-soft`, 'surface', 'bg', 'row-hover', 'accent-soft'].map(g => [`${s}-text`, g] as [string, string]),
  ),
]

const channel = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(i => channel(Number.parseInt(hex.slice(i, i + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test('the three themes are read', () => expect([...themes.keys()]).toEqual(['light', 'dark', 'outdoor']))

describe.each([...themes])('%s', (_, tokens) => {
  test.each(pairs)('%s on %s can be read', (ink, ground) => {
    const [a, b] = [tokens.get(ink), tokens.get(ground)]
    if (!a || !b) throw new Error(`no such token: ${a ? ground : ink}`)
    expect(contrast(a, b)).toBeGreaterThanOrEqual(4.5)
  })
})
