import { Modal } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Icon, type IconName } from './Icon'
import { say } from './words'

export type Found = { id: string; icon: IconName; name: string; about?: string; open: () => void }

type PaletteProps = {
  opened: boolean
  onClose: () => void
  /** What can be done from here, in the trade's verbs. */
  acts: readonly Found[]
  /** Finds things by whatever is known of them: a number, a name, a phone, a serial. */
  search: (words: string, signal: AbortSignal) => Promise<readonly Found[]>
}

const pause = 150

export const Palette = ({ opened, onClose, acts, search }: PaletteProps) => (
  <Modal
    opened={opened}
    onClose={onClose}
    withCloseButton={false}
    padding={0}
    size={560}
    yOffset={96}
    centered={false}
    title={say('findAnything')}
    classNames={{ header: 'only-spoken' }}
  >
    {opened ? <Finder acts={acts} search={search} onClose={onClose} /> : null}
  </Modal>
)

const Finder = ({ acts, search, onClose }: Omit<PaletteProps, 'opened'>) => {
  const [words, setWords] = useState('')
  const [things, setThings] = useState<readonly Found[]>([])
  const [at, setAt] = useState(0)
  const [trouble, setTrouble] = useState(false)
  const wanted = words.trim().toLowerCase()

  useEffect(() => {
    const stop = new AbortController()
    const found = (list: readonly Found[], failed = false) => {
      if (stop.signal.aborted) return
      setThings(list)
      setTrouble(failed)
    }
    const timer = setTimeout(() => {
      if (wanted.length < 2) return found([])
      search(wanted, stop.signal).then(found, () => found([], true))
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wanted, search])

  const shown = [...things, ...acts.filter(a => a.name.toLowerCase().includes(wanted))]
  const chosen = shown[Math.min(at, shown.length - 1)]
  const open = (found: Found | undefined) => {
    if (!found) return
    onClose()
    found.open()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(shown.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') open(chosen)
    else return
    event.preventDefault()
  }

  return (
    <div className="palette">
      <div className="ask">
        <Icon name="search" />
        <input
          data-autofocus
          aria-label={say('findAnything')}
          role="combobox"
          aria-expanded
          aria-controls="found"
          aria-activedescendant={chosen ? `found-${chosen.id}` : undefined}
          placeholder={say('aNumberANameA')}
          value={words}
          onChange={event => {
            setWords(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <div id="found" role="listbox" aria-label={say('found')} className="scroll found">
        {shown.map(found => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active option
          <div
            key={found.id}
            id={`found-${found.id}`}
            role="option"
            aria-selected={found === chosen}
            className="one"
            onClick={() => open(found)}
          >
            <Icon name={found.icon} />
            <span className="cut">{found.name}</span>
            <span className="soft small cut grow">{found.about}</span>
          </div>
        ))}
      </div>
      {shown.length === 0 ? <p className="none">{say('nothingIsCalledThatPart')}</p> : null}
      {trouble ? <p className="none">{say('theServerDidNotAnswer')}</p> : null}
    </div>
  )
}
