// Keeps the technician's shell on the phone. What the API says is never kept here: that is the store's work.
const shell = __SHELL__
const cacheName = 'technician-__VERSION__'
const page = '/technician'

self.addEventListener('install', event => event.waitUntil(caches.open(cacheName).then(cache => cache.addAll([page, ...shell]))))

// A new version waits until the last page of the old one is gone, so that no page ever mixes two.
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
  if (request.mode === 'navigate') event.respondWith(kept(page, request))
  else if (shell.includes(pathname)) event.respondWith(kept(pathname, request))
})

const kept = async (path, request) => (await (await caches.open(cacheName)).match(path)) ?? fetch(request)
