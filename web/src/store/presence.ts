/** What others have in hand at this moment, by what it is: a visit or an order. It is told, not kept. */
export type Held = ReadonlyMap<string, string>

/** Said again this often while something is held, and forgotten this long after the last word. */
const saidAgain = 3_000
const forgottenAfter = 8_000

type Clocks = { later(milliseconds: number, work: () => void): () => void }

export const createPresence = ({ later }: Clocks) => {
  let say: (branch: string, what: string | undefined) => void = () => undefined
  let mine: { branch: string; what: string } | undefined
  let again: (() => void) | undefined
  let held: Held = new Map()
  const hands = new Map<string, { branch: string; what: string; name: string; forget: () => void }>()
  const listeners = new Set<() => void>()
  const show = () => {
    held = new Map([...hands.values()].map(({ what, name }) => [what, name]))
    for (const tell of listeners) tell()
  }
  const letGo = (by: string) => {
    hands.get(by)?.forget()
    if (hands.delete(by)) show()
  }
  const repeat = () => {
    if (!mine) return
    say(mine.branch, mine.what)
    again = later(saidAgain, repeat)
  }
  return {
    held: () => held,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    connect(to: typeof say) {
      say = to
    },
    heard(branch: string, what: string | undefined, name: string, by: string) {
      if (what === undefined) return letGo(by)
      hands.get(by)?.forget()
      hands.set(by, { branch, what, name, forget: later(forgottenAfter, () => letGo(by)) })
      show()
    },
    /** Takes something in hand, or lets go of it. */
    hold(branch: string, what: string | undefined) {
      again?.()
      again = undefined
      const before = mine
      mine = what === undefined ? undefined : { branch, what }
      if (mine) repeat()
      else if (before) say(before.branch, undefined)
    },
  }
}

export type Presence = ReturnType<typeof createPresence>
