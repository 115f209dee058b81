// Makes photos small before they travel, sends each as soon as it is chosen, and keeps what was typed when the connection breaks.
const policy = window.trustedTypes?.createPolicy('portal', { createHTML: text => text })
const longest = 1600
const largest = 25 * 1024 * 1024
const kept = 'report-draft'
let coming = 0
const shown = new Map() // What each photo looks like, by the name that it was kept under.

const fill = (text, ...facts) => text.replace(/\{(\d)\}/g, (_, n) => facts[n] ?? '')

async function small(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return (await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.82))) ?? file
  } catch {
    return file // What this browser cannot draw, the server judges.
  }
}

function tell(box, words) {
  let said = box.querySelector('.fault')
  if (!words) return said?.remove()
  if (!said) {
    said = document.createElement('p')
    said.className = 'fault'
    said.setAttribute('role', 'alert')
    box.append(said)
  }
  said.textContent = said.textContent ? `${said.textContent} ${words}` : words
}

function tile(box, photo, url) {
  const item = document.createElement('li')
  const data = document.createElement('input')
  data.type = 'hidden'
  data.name = 'photo'
  data.value = photo ?? ''
  data.disabled = !photo
  const name = fill(box.dataset.name, box.querySelectorAll('li').length + 1)
  if (url) {
    const picture = document.createElement('img')
    picture.src = url
    picture.alt = name
    item.append(picture)
  } else item.append(name)
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.setAttribute('aria-label', `${box.dataset.remove}: ${name}`)
  const cross = document.createElement('span')
  cross.textContent = '×'
  remove.append(cross)
  remove.onclick = () => {
    item.remove()
    tell(box)
  }
  item.append(data, remove)
  box.querySelector('.tiles').append(item)
  return { item, data }
}

async function take(box, file, form) {
  if (box.querySelectorAll('li').length >= Number(box.dataset.atmost)) return tell(box, box.dataset.many)
  if (file.size === 0) return tell(box, fill(box.dataset.empty, file.name))
  if (file.size > largest) return tell(box, fill(box.dataset.large, file.name, Math.round(file.size / 1048576)))
  const drawn = file.type !== 'image/svg+xml' ? await small(file) : file
  const { item, data } = tile(box, null, drawn === file ? '' : URL.createObjectURL(drawn))
  item.className = 'busy'
  coming++
  try {
    const body = new FormData()
    body.append('files', drawn, file.name)
    const answer = await fetch(`/portal/report-photo?language=${form.elements.in.value}`, { method: 'POST', body })
    const { photo, words } = await answer.json()
    if (!photo) throw new Error(words)
    data.value = photo
    shown.set(photo, URL.createObjectURL(drawn))
    data.disabled = false
    item.className = ''
  } catch (fault) {
    item.remove()
    tell(box, fault instanceof TypeError || fault instanceof SyntaxError ? box.dataset.lost : fault.message)
  }
  coming--
  keep(form)
}

function keep(form) {
  const draft = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && !['since', 'in', 'website'].includes(name)) (draft[name] ??= []).push(value)
  try {
    sessionStorage.setItem(kept, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing still sends.
  }
}

function restore(form, box) {
  let draft = {}
  try {
    draft = JSON.parse(sessionStorage.getItem(kept) ?? '{}')
  } catch {}
  for (const [name, [value]] of Object.entries(draft)) {
    const field = form.elements[name]
    if (name === 'urgency') field.value = value
    else if (name === 'key' || (field && name !== 'photo' && !field.value)) field.value = value
  }
  for (const photo of draft.photo ?? []) if (photo) tile(box, photo, '')
}

async function send(event) {
  event.preventDefault()
  const form = event.target
  const status = form.querySelector('.wait')
  const button = form.querySelector('#send')
  const asked = event.submitter
  if (button.disabled) return
  button.disabled = true
  status.textContent = form.dataset.sending
  while (coming > 0) await new Promise(done => setTimeout(done, 100))
  const body = new FormData(form, asked?.name ? asked : null)
  body.delete('files')
  keep(form)
  try {
    const answer = await fetch(form.action, { method: 'POST', body })
    if (answer.redirected) {
      sessionStorage.removeItem(kept)
      location.href = answer.url
      return
    }
    const text = await answer.text()
    const page = new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html')
    const main = page.querySelector('#report')
    if (!main) throw new TypeError('no form')
    document.documentElement.lang = page.documentElement.lang
    document.title = page.title
    document.querySelector('.hd').replaceWith(page.querySelector('.hd'))
    document.querySelector('#report').replaceWith(main)
    begin(false)
    const wrong = document.querySelector('.wrong')
    wrong?.focus()
    if (!wrong) document.querySelector('.tongues [aria-current]')?.focus()
  } catch {
    status.textContent = form.dataset.offline
    button.disabled = false
  }
}

function begin(first) {
  const form = document.querySelector('#report form')
  if (!form) return
  const box = form.querySelector('#photos')
  document.documentElement.classList.add('scripted')
  const photos = [...box.querySelectorAll('.kept input')].map(input => input.value)
  box.querySelector('.tiles').replaceChildren()
  for (const photo of photos) tile(box, photo, shown.get(photo))
  if (first) restore(form, box)
  form.addEventListener('input', () => keep(form))
  form.addEventListener('submit', send)
  box.querySelector('#files').addEventListener('change', async event => {
    const files = [...event.target.files]
    event.target.value = ''
    tell(box)
    for (const file of files) await take(box, file, form)
  })
}
begin(true)
