/** How wide an average letter of 12 px is, on the safe side. */
const letter = 6.6

const tooLittle = 4

/** As many whole words as find room; nothing rather than half a word. */
export const fitted = (words: string, width: number): string => {
  const most = Math.floor(width / letter)
  if (words.length <= most) return words
  const phrase = words.split(/[,(]/, 1)[0]?.trim() ?? ''
  if (phrase !== '' && phrase.length <= most) return phrase
  let fit = ''
  for (const word of phrase.split(/\s+/)) {
    const longer = fit === '' ? word : `${fit} ${word}`
    if (longer.length > most) break
    fit = longer
  }
  // A first word as short as "No" or "Air" says less than nothing.
  return fit.length < tooLittle ? '' : fit
}
