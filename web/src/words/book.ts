import { number } from './formats'
import { type Language, languageNow, speak, wantedLanguage } from './languages'

/** A sentence with {places}; one that counts has a form for each plural of its language, chosen by {n}. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)
export type Messages = Record<string, Message>

/** What a language has to say: exactly what English says. */
export type Words<English extends Messages> = Record<keyof English, Message>

export type Values = Record<string, string | number>

/** Message files by their paths, as an app gathers them for one language. */
export type Books = Record<string, Messages>
type Loaders = Record<Exclude<Language, 'en'>, () => Promise<{ books: Books }>>

let learnt: Books = {}

/** Before anything is shown. A language that cannot be fetched is no reason to show nothing: then it is English. */
export const learn = async (loaders: Loaders) => {
  const wanted = wantedLanguage()
  if (wanted === 'en') return speak('en')
  await loaders[wanted]().then(
    ({ books }) => {
      learnt = books
      speak(wanted)
    },
    () => speak('en'),
  )
}

const rules = new Map<Language, Intl.PluralRules>()
const pluralOf = (n: number) => {
  const known = rules.get(languageNow()) ?? new Intl.PluralRules(languageNow())
  rules.set(languageNow(), known)
  return known.select(n)
}

export const fill = (message: Message, values: Values = {}): string => {
  const form = typeof message === 'string' ? message : (message[pluralOf(Number(values.n ?? 0))] ?? message.other)
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? number(value) : value
  })
}

/** What one part of the product says, by the folder in which its `words` lie. English is the source and is always there. */
export const book =
  <English extends Messages>(folder: string, english: English) =>
  (key: keyof English & string, values?: Values): string =>
    fill(learnt[`/src/${folder}/words/${languageNow()}.ts`]?.[key] ?? (english[key] as Message), values)
