type Policies = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

const worker = '/technician-worker.js'

/** Lets the phone open without signal. The page's policy takes no plain text for the address of a script. */
export const serveOffline = () => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const { trustedTypes } = globalThis as typeof globalThis & { trustedTypes?: Policies }
  const policy = trustedTypes?.createPolicy('callout-worker', { createScriptURL: () => worker })
  void navigator.serviceWorker
    .register(policy?.createScriptURL(worker) ?? worker, { scope: '/technician' })
    .catch(() => undefined)
}
