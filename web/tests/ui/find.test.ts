import { expect, test } from 'vitest'
import type { Visit } from '@/features/visits/documents'
import { type Around, found } from '@/features/visits/find'

const now = Date.UTC(2026, 10, 23, 9)
const around: Around = {
  sites: new Map([
    [
      'karen',
      {
        account: 'savanna',
        name: 'Karen cold store',
        address: 'Ngong Road 401, Nairobi',
        timeZone: 'Africa/Nairobi',
        contact: 'amina',
      },
    ],
    ['cafe', { account: 'cafe', name: 'Comptoir', address: 'Moi Avenue', timeZone: 'Africa/Nairobi' }],
  ]),
  accounts: new Map([
    ['savanna', { name: 'Savanna Fresh Ltd' }],
    ['cafe', { name: 'Café Étoile' }],
  ]),
  contacts: new Map([['amina', { name: 'Amina Yusuf', phones: ['+254 722 000 418'] }]]),
  assets: new Map([['fridge', { name: 'Condenser', maker: 'Polar', model: 'KX-40', serial: 'PX7719-0418' }]]),
}
const visit = (number: number, start: string, site: string, assets: string[] = []) =>
  ({ start, job: { number, summary: 'Cold room at 11 °C', site, assets }, brief: { type: 'Repair' } }) as unknown as Visit
const all = [
  visit(7, '2026-11-20T08:00:00Z', 'karen', ['fridge']),
  visit(12, '2026-11-25T08:00:00Z', 'karen'),
  visit(31, '2026-11-23T11:00:00Z', 'cafe'),
]
const numbers = (words: string) => found(all, words, around, now).map(v => v.job.number)

test.each([
  ['wo-12', [12]],
  ['savanna', [12, 7]],
  ['ngong 401', [12, 7]],
  ['cafe etoile', [31]],
  ['722000418', [12, 7]],
  ['0418 polar', [7]],
  ['PX77190418', [7]],
  ['cold room', [31, 12, 7]],
  ['savanna etoile', []],
  ['  ', []],
])('"%s" finds what says it, the coming ones first', (words, expected) => {
  expect(numbers(words)).toEqual(expected)
})
