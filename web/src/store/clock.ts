/** How far this device's clock is from the server's, in milliseconds; nothing while it is about right. Somebody may have set it wrong, or left it in another zone. */
let off = 0
const listeners = new Set<() => void>()

const unheard = 2 * 60_000

/** What the server's word on the time says of this device's clock. */
export const apart = (server: string, here: number) => {
  const by = Date.parse(server) - here
  return Math.abs(by) > unheard ? by : 0
}

export const putRight = (by: number) => {
  if (off === by) return
  off = by
  for (const tell of listeners) tell()
}
export const whenPutRight = (listener: () => void) => listeners.add(listener)

/** What time it is, as far as this device can tell. What is recorded is stamped with its own clock, which the server puts right; this is for what is shown. */
export const timeNow = () => Date.now() + off
