/** It could not be saved on this device. Whoever shows the store's status says so over the page. */
export class NotKept extends Error {}

/** For a tap that no form waits for: says whether it is on the disk. */
export const kept = (deed: Promise<unknown>): Promise<boolean> =>
  deed.then(
    () => true,
    problem => {
      if (problem instanceof NotKept) return false
      throw problem
    },
  )
