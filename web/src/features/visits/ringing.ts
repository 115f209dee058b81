import { useEffect, useState } from 'react'
import { answerOf, api, run } from '@/api/client'
import { type Language, languageNow } from '@/words/languages'
import { go } from './way'

/** Whether this device rings for a new job; why not, if it cannot. */
export type Ringing = 'unsupported' | 'blocked' | 'off' | 'on' | 'failed'

const scope = '/technician'

const canRing = () => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

const worker = () => navigator.serviceWorker.getRegistration(scope)

const subscription = async () => (canRing() ? await (await worker())?.pushManager.getSubscription() : undefined) ?? undefined

const ringing = async (): Promise<Ringing> => {
  if (!canRing() || !(await worker())) return 'unsupported'
  if (Notification.permission === 'denied') return 'blocked'
  return Notification.permission === 'granted' && (await subscription()) ? 'on' : 'off'
}

const bytes = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))

const installationKey = async () => bytes((await answerOf(api.GET('/api/push-key'))).key)

const isOfKey = (known: PushSubscription, key: Uint8Array) => {
  const { applicationServerKey: given } = known.options
  return !given || String(new Uint8Array(given)) === String(key)
}

const tell = async (known: PushSubscription, language: Language) => {
  const { endpoint, keys } = known.toJSON()
  await run('/api/push/subscribe', { endpoint: endpoint ?? '', key: keys?.p256dh ?? '', secret: keys?.auth ?? '', language })
}

const subscribe = async (language: Language) => {
  const registration = await worker()
  if (!registration) return
  const key = await installationKey()
  const known = await registration.pushManager.getSubscription()
  if (known && !isOfKey(known, key)) await known.unsubscribe()
  await tell(await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }), language)
}

/** At each start, and in another language: the office may have lost this device, or the browser may have new keys. */
export const keepRinging = async (language: Language) => {
  if ((await ringing()) === 'on') await subscribe(language)
}

/** Nothing of the next person's rings with the last one's jobs. */
export const silence = async () => {
  const known = await subscription()
  if (!known) return
  await run('/api/push/unsubscribe', { endpoint: known.endpoint }).catch(() => undefined)
  await known.unsubscribe()
}

/** The worker says which job was tapped, when the app is open already. */
export const openWhatRang = () => {
  if (!('serviceWorker' in navigator)) return
  const open = ({ data }: MessageEvent<{ open?: string[] }>) => data.open && go(...data.open)
  navigator.serviceWorker.addEventListener('message', open)
  return () => navigator.serviceWorker.removeEventListener('message', open)
}

export const useRinging = () => {
  const [state, setState] = useState<Ringing>()
  useEffect(() => {
    void ringing().then(setState)
  }, [])
  const turnOn = async () => {
    const allowed = await Notification.requestPermission()
    if (allowed !== 'granted') return setState(allowed === 'denied' ? 'blocked' : 'off')
    await subscribe(languageNow()).then(
      () => setState('on'),
      () => setState('failed'),
    )
  }
  const turnOff = () =>
    silence().then(
      () => setState('off'),
      () => setState('failed'),
    )
  return { state, turnOn, turnOff }
}
