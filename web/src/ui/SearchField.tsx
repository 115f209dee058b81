import { useEffect, useState } from 'react'
import { Icon } from './Icon'

const pause = 250

/** A search that is kept in the address; it asks once the typing rests. */
export const SearchField = ({ label, value, onSearch }: { label: string; value: string; onSearch: (words: string) => void }) => {
  const [words, setWords] = useState(value)
  useEffect(() => setWords(value), [value])
  useEffect(() => {
    if (words === value) return
    const timer = setTimeout(() => onSearch(words), pause)
    return () => clearTimeout(timer)
  }, [words, value, onSearch])
  return (
    <label className="search-field">
      <Icon name="search" size={14} />
      <span className="only-spoken">{label}</span>
      <input type="search" placeholder={label} value={words} onChange={e => setWords(e.currentTarget.value)} />
    </label>
  )
}
