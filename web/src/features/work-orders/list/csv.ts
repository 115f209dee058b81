/** Text of a table that a spreadsheet opens, and never runs: a cell that it would read as a formula is made plain text. */
export const csvOf = (rows: readonly (readonly (string | number | undefined)[])[]) =>
  `\uFEFF${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`

const readAsFormula = /^[=+\-@\t\r]/

const cell = (value: string | number | undefined) => {
  if (value === undefined) return ''
  const text = typeof value === 'string' && readAsFormula.test(value) ? `'${value}` : String(value)
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const download = (name: string, text: string) => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
