import { expect, test } from 'vitest'
import type { Message, Messages } from '@/words/book'
import { type Language, languages } from '@/words/languages'
import { rawWords } from './raw'

const files = import.meta.glob<Record<string, Messages>>('/src/**/words/{en,sw,fr,de}.ts', { eager: true })
const sources = import.meta.glob<string>('/src/**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' })
const every = Object.keys(languages) as Language[]

const folders = [...new Set(Object.keys(files).map(path => path.replace(/\/\w+\.ts$/, '')))]
const bookOf = (folder: string, language: Language) => files[`${folder}/${language}.ts`]?.[language] ?? {}
const formsOf = (message: Message | undefined) =>
  message === undefined ? [] : typeof message === 'string' ? [message] : Object.values(message)
const placesIn = (form: string) => [...new Set(form.match(/\{\w+\}/g))].sort()

/** What is wrong with a book, in words. */
const faultsOf = (folder: string, language: Language, english: Messages, book: Messages) => {
  // French has a form for whole millions, which nothing here counts.
  const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter(rule => rule !== 'many')
  const faults: string[] = []
  const at = (key: string, what: string) => faults.push(`${folder}/${language} ${key}: ${what}`)
  for (const key of new Set([...Object.keys(english), ...Object.keys(book)])) {
    const [source, message] = [english[key], book[key]]
    if (source === undefined || message === undefined) {
      at(key, source === undefined ? 'is not in English' : 'is missing')
      continue
    }
    const wanted = placesIn(formsOf(source).join())
    for (const [rule, form] of Object.entries(typeof message === 'string' ? { other: message } : message)) {
      const places = placesIn(form)
      // "The visit" counts as well as "{n} visits".
      const counted = rule === 'one' && !places.includes('{n}') ? wanted.filter(place => place !== '{n}') : wanted
      if (form.trim() === '') at(key, 'is empty')
      if (String(places) !== String(counted)) at(key, `has ${places} where English has ${counted}`)
    }
    if (typeof message !== typeof source) at(key, 'counts in one language alone')
    if (typeof message !== 'string' && String(Object.keys(message).sort()) !== String([...rules].sort()))
      at(key, `has ${Object.keys(message)} for ${rules}`)
  }
  return faults
}

test('every language says what English says, with the same places and the plurals that it has', () => {
  expect(folders.length).toBeGreaterThan(2)
  expect(folders.flatMap(f => every.flatMap(l => faultsOf(f, l, bookOf(f, 'en'), bookOf(f, l))))).toEqual([])
})

test('a book with a fault is found', () => {
  const english = { kept: '{n} kept', jobs: { one: '{n} job', other: '{n} jobs' }, gone: 'Gone' }
  const faults = (book: Messages) => faultsOf('x', 'de', english, book).map(f => f.replace('x/de ', ''))
  expect(faults({ kept: '{m} behalten', jobs: { one: '{n} Auftrag', other: '{n} Aufträge' }, gone: 'Weg' })).toEqual([
    'kept: has {m} where English has {n}',
  ])
  expect(faults({ kept: '{n} behalten', jobs: { other: '{n} Aufträge' }, away: 'Fort' })).toEqual([
    'jobs: has other for one,other',
    'gone: is missing',
    'away: is not in English',
  ])
})

const code = Object.entries(sources).filter(([path]) => !/\/words\/(en|sw|fr|de)\.ts$|schema\.d\.ts$|\.test\.ts$/.test(path))
const all = code.map(([, text]) => text).join('\n')

test('every message is said somewhere', () => {
  const isSaid = (key: string) => all.includes(`'${key}'`)
  expect(
    folders.flatMap(f =>
      Object.keys(bookOf(f, 'en'))
        .filter(key => !isSaid(key))
        .map(key => `${f} ${key}`),
    ),
  ).toEqual([])
})

test('each part speaks from its own folder', () => {
  const wrong = code.flatMap(([path, text]) =>
    [...text.matchAll(/= book\('(\S+)'/g)].filter(([, folder]) => path !== `/src/${folder}/words.ts`).map(() => path),
  )
  expect(wrong).toEqual([])
})

test('no words for people stand in the code', () => {
  const spoken = code.filter(([path]) => /^\/src\/(api|ui|apps|features|store\/attempt)/.test(path))
  const raw = spoken.flatMap(([path, text]) => rawWords(path, text).map(r => `${path}:${r.line} ${r.text}`))
  expect(spoken.length).toBeGreaterThan(20)
  expect(raw).toEqual([])
}, 60_000)

test('planted words are found', () => {
  const planted = `
    const verbs = { go: { verb: 'Dispatch', icon: 'send' } }
    export const Card = ({ n }: { n: number }) => (
      <div className="card wide" data-tone="risk" title="Work order">
        <b>WO-{n}</b> {say('known')} Not known yet
        {n > 1 ? 'more' : null}
        <Button icon="plus" aria-label={\`Plan \${n} orders\`}>{tell(\`\${n} is kept here\`)}</Button>
      </div>
    )`
  expect(rawWords('Card.tsx', planted).map(r => r.text)).toEqual([
    'Dispatch',
    'Work order',
    'Not known yet',
    'more',
    'Plan {} orders',
    '{} is kept here',
  ])
})
