import { protocol } from './protocol'
import type { About, Mark } from './standing'
import { openShelf } from './storage/shelf'

const marked = 'emptied-'

/** These say nothing of anybody's work, and outlive an emptying. */
const stays = (key: string) => key === 'theme' || key === 'language' || key.startsWith(marked)

export const markOf = (person: string): Mark | undefined => {
  const kept = localStorage.getItem(marked + person)
  return kept ? (JSON.parse(kept) as Mark) : undefined
}

export const putMarkOf = (person: string, mark: Mark | undefined) =>
  mark ? localStorage.setItem(marked + person, JSON.stringify(mark)) : localStorage.removeItem(marked + person)

/** For who opens an emptied device without signing in. */
export const anyMark = (): Mark | undefined => {
  const key = Object.keys(localStorage).find(k => k.startsWith(marked))
  return key ? markOf(key.slice(marked.length)) : undefined
}

/** Files and whatever pages have noted; the storage itself is emptied by the core. */
export const forgetHere = async (person: string) => {
  const shelf = await openShelf(person)
  for (const { hash } of await shelf.cards()) await shelf.drop(hash)
  shelf.close()
  sessionStorage.clear()
  for (const key of Object.keys(localStorage)) if (!stays(key)) localStorage.removeItem(key)
}

const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]
const browsers: [RegExp, string][] = [
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const firstOf = (known: [RegExp, string][], text: string, otherwise: string) =>
  known.find(([of]) => of.test(text))?.[1] ?? otherwise

/** Which protocol these pages speak, and the name that the build gave their script, which changes with anything in it. */
const version = () =>
  `${protocol}.${/-([\w-]{6,})\.js$/.exec(document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '')?.[1] ?? ''}`

export const aboutThisBrowser = async (): Promise<About> => {
  const { userAgent } = navigator
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
  return {
    name: `${firstOf(browsers, userAgent, 'Browser')} on ${firstOf(systems, userAgent, 'another system')}`,
    version: version(),
    ...(usage === undefined ? {} : { used: usage }),
    ...(quota === undefined ? {} : { room: quota }),
    isProtected: (await navigator.storage?.persisted?.()) ?? false,
  }
}
