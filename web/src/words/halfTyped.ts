type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const fields = 'form input, form textarea, form select, textarea'
const saying = (field: Field) =>
  field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type) ? String(field.checked) : field.value

/** What stood in each field when somebody came to it. */
const before = new Map<Field, string>()

if (typeof document !== 'undefined')
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(fields) && !before.has(target as Field))
      before.set(target as Field, saying(target as Field))
  })

/** Whether a form in sight holds what would be lost with the page. */
export const isHalfTyped = () => {
  for (const field of before.keys()) if (!field.isConnected) before.delete(field)
  return [...before].some(([field, was]) => saying(field) !== was && saying(field) !== '')
}
