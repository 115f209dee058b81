/** Runs `work` no more than once at a time; asked again while it runs, it runs once more afterwards, however the first time ended. */
export const once = (work: () => Promise<void>) => {
  let running: Promise<void> | undefined
  let again: Promise<void> | undefined
  const ask = (): Promise<void> => {
    if (running) {
      again ??= running
        .catch(() => undefined)
        .then(() => {
          again = undefined
          return ask()
        })
      return again
    }
    running = work().finally(() => {
      running = undefined
    })
    return running
  }
  return ask
}
