/** Goes over to the newest version of the app. What lies on the device is not touched by it. */
export const update = async () => {
  const known = await navigator.serviceWorker?.getRegistration('/technician')
  await known?.update().catch(() => undefined)
  const next = known?.installing ?? known?.waiting
  if (!next) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  const takeOver = () => next.state === 'installed' && next.postMessage('takeOver')
  next.addEventListener('statechange', takeOver)
  takeOver()
}
