// Keeps the technician's shell on the phone. What the API says is never kept here: that is the store's work.
const shell = __SHELL__
const cacheName = 'technician-__VERSION__'
const page = '/technician'

const fill = () => caches.open(cacheName).then(cache => cache.addAll([page, ...shell]))

self.addEventListener('install', event => event.waitUntil(fill()))

// A new version waits until the last page of the old one is gone, so that no page ever mixes two; or until its person wants it.
self.addEventListener('message', event => {
  if (event.data === 'takeOver') event.waitUntil(self.skipWaiting())
})

self.addEventListener('activate', event =>
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(n => n.startsWith('technician-') && n !== cacheName).map(n => caches.delete(n))))
      .then(() => self.clients.claim()),
  ),
)

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api')) return
  if (request.mode === 'navigate') event.respondWith(kept(page, event))
  else if (shell.includes(pathname)) event.respondWith(kept(pathname, event))
})

let filling

// What somebody cleared is taken in again while there is signal; where the server has a newer version by now, that one brings its own.
const kept = async (path, event) => {
  const known = await (await caches.open(cacheName)).match(path)
  if (known) return known
  filling ??= fill()
    .catch(() => undefined)
    .finally(() => {
      filling = undefined
    })
  event.waitUntil(filling)
  return fetch(event.request)
}

// What the office tells while nobody looks. It comes with all its words; this worker has none.
self.addEventListener('push', event => {
  const told = event.data?.json()
  if (told) event.waitUntil(show(told, told.title, told.body))
})

const show = (told, title, body) =>
  self.registration.showNotification(title, {
    body,
    tag: told.visit,
    renotify: true,
    lang: told.language,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    requireInteraction: told.stay,
    data: told,
    actions: told.accept
      ? [
          { action: 'accept', title: told.words.accept },
          { action: 'decline', title: told.words.decline },
        ]
      : [],
  })

self.addEventListener('notificationclick', event => {
  const told = event.notification.data
  event.notification.close()
  if (event.action === 'accept') event.waitUntil(accept(told))
  else event.waitUntil(open(told.visit, ...(event.action === 'decline' ? ['decline'] : [])))
})

// The same id however often it is tapped. Where it cannot be sent now, the app takes it and keeps it.
const accept = async told => {
  const answer = await fetch('/api/visits/accept', {
    method: 'POST',
    headers: { 'x-callout': 'worker', 'content-type': 'application/json', 'idempotency-key': told.accept },
    body: JSON.stringify({ visit: told.visit }),
  }).catch(() => undefined)
  // A network's own sign-in page says yes or no to anything.
  const ours = answer?.headers.has('Callout-Epoch')
  const done = { ...told, accept: undefined, stay: false }
  if (ours && answer.ok) return show(done, told.words.taken, `${told.title}\n${told.body}`)
  if (ours && [403, 404, 409, 422].includes(answer.status)) {
    const { detail } = await answer.json().catch(() => ({}))
    return show(done, told.words.notTaken, [detail, told.body].filter(Boolean).join('\n'))
  }
  return open(told.visit)
}

const open = async (...job) => {
  const windows = await self.clients.matchAll({ type: 'window' })
  const open = windows.find(w => new URL(w.url).pathname.startsWith(page))
  if (!open) return self.clients.openWindow([page, 'job', ...job].join('/'))
  open.postMessage({ open: ['job', ...job] })
  return open.focus()
}
