// Keeps the page as it is with us: asks, and is answered when something has changed. A form that somebody is filling in is left alone.
const policy = window.trustedTypes?.createPolicy('portal', { createHTML: text => text })
const later = 20000
let tag = null

const isTouched = () => document.hidden || document.querySelector('details[open]') || document.querySelector('input:checked')

// Answers after how many milliseconds to ask again; never again when the link has ended.
async function ask() {
  if (isTouched()) return later
  const asked = Date.now()
  // Past the browser's cache: there a request that is kept waiting would keep a reload of the page waiting behind it.
  const headers = tag ? { 'If-None-Match': tag, Prefer: 'wait=25' } : {}
  const answer = await fetch(location.pathname, { headers, cache: 'no-store' })
  // Whoever has no room to keep us waiting is asked less often.
  if (answer.status === 304) return Date.now() - asked < 5000 ? later : 0
  if (answer.status !== 200 && answer.status !== 410) return later
  const text = await answer.text()
  if (isTouched()) return later
  tag = answer.headers.get('ETag')
  const page = new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html')
  const [fresh, shown] = [page.querySelector('#live'), document.querySelector('#live')]
  if (fresh.outerHTML !== shown.outerHTML) shown.replaceWith(fresh)
  return answer.status === 410 ? Number.POSITIVE_INFINITY : 500
}

async function keep() {
  for (let wait = 500; wait < Number.POSITIVE_INFINITY; ) {
    await new Promise(done => {
      const timer = setTimeout(wake, wait)
      document.addEventListener('visibilitychange', wake)
      function wake() {
        clearTimeout(timer)
        document.removeEventListener('visibilitychange', wake)
        done()
      }
    })
    // Without signal the last known stays.
    wait = await ask().catch(() => later)
  }
}
keep()
