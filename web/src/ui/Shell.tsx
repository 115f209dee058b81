import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { within } from '@/words/formats'
import { chooseLanguage, type Language, languageNow, languages } from '@/words/languages'
import { Icon, type IconName } from './Icon'
import { Avatar, Button } from './pieces'
import { chooseTheme } from './theme'
import { tell } from './toasts'
import { say } from './words'

export type Place = { to: string; icon: IconName; name: string; count?: number | undefined }

type RailProps = { places: readonly Place[]; person: string; onSignOut: () => void }

/** Only places that this person may use. */
export const Rail = ({ places, person, onSignOut }: RailProps) => (
  <nav className="rail" aria-label={say('places')}>
    <div className="logo">
      <Mark />
    </div>
    {places.map(({ to, icon, name, count }) => (
      <Link key={to} to={to} className="place">
        <Icon name={icon} size={18} />
        {name}
        {count ? (
          <span className="count n" title={say('waiting', { count })}>
            {count}
          </span>
        ) : null}
      </Link>
    ))}
    <span className="grow fill" />
    <Menu position="right-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className="place">
          <Avatar name={person} />
          <span className="only-spoken">{say('lookAndSigningOut', { person })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person}</Menu.Label>
        <Menu.Item leftSection={<Icon name="sun" />} onClick={() => chooseTheme('light')}>
          {say('light')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="moon" />} onClick={() => chooseTheme('dark')}>
          {say('dark')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="device" />} onClick={() => chooseTheme('auto')}>
          {say('asThisDevice')}
        </Menu.Item>
        <Menu.Divider />
        {(Object.keys(languages) as Language[]).map(language => (
          <Menu.Item
            key={language}
            lang={language}
            leftSection={<Icon name={language === languageNow() ? 'check' : 'web'} />}
            aria-current={language === languageNow() || undefined}
            onClick={() => chooseLanguage(language) === 'later' && tell(say('languageWaits', { language: languages[language] }))}
          >
            {languages[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="lock" />} onClick={onSignOut}>
          {say('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  </nav>
)

export const Mark = ({ size = 18 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.2"
    strokeLinecap="round"
    aria-hidden
  >
    <path d="M14.5 5A6.5 6.5 0 1 0 14.5 13" />
    <circle cx="9" cy="9" r="1.6" fill="currentColor" stroke="none" />
  </svg>
)

type TitleProps = {
  name: ReactNode
  /** Where this page lies under, with the way back. */
  under?: { name: string; to: string }
  note?: ReactNode
  children?: ReactNode
  onFind: () => void
}

/** The title line, with the page's one main action at its end. */
export const Title = ({ name, under, note, children, onFind }: TitleProps) => (
  <header className="title">
    {under ? (
      <>
        <Link to={under.to} className="soft">
          {under.name}
        </Link>
        <span className="soft">
          <Icon name="right" size={12} />
        </span>
      </>
    ) : null}
    <h1 className={under ? 'crumb n cut' : 'cut'}>{name}</h1>
    {note ? <span className="soft n note cut">{note}</span> : null}
    <span className="grow" />
    <button type="button" className="find" onClick={onFind} aria-keyshortcuts="Control+K">
      <Icon name="search" size={14} />
      <span className="grow">{say('findAnything')}</span>
      <kbd aria-hidden>Ctrl K</kbd>
    </button>
    {children}
  </header>
)

type ChipsProps<T extends string> = {
  chips: readonly { value: T; name: string; count?: number }[]
  chosen: T
  onChoose: (value: T) => void
}

export const Chips = <T extends string>({ chips, chosen, onChoose }: ChipsProps<T>) =>
  chips.map(({ value, name, count }) => (
    <button type="button" key={value} className="chip" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
      {name} {count === undefined ? null : <b className="n">{count}</b>}
    </button>
  ))

type SegmentsProps<T extends string> = {
  label: string
  options: readonly { value: T; name: string }[]
  chosen: T
  onChoose: (value: T) => void
}

/** One of a few, all in sight. */
export const Segments = <T extends string>({ label, options, chosen, onChoose }: SegmentsProps<T>) => (
  <fieldset className="segments" aria-label={label}>
    {options.map(({ value, name }) => (
      <button type="button" key={value} aria-pressed={value === chosen} onClick={() => onChoose(value)}>
        {name}
      </button>
    ))}
  </fieldset>
)

type FilterChipProps = {
  name: string
  value: string | undefined
  options: readonly { value: string; name: string }[]
  onChange: (value: string | undefined) => void
}

/** A filter that shows what it is set to, and lets go with one press. */
export const FilterChip = ({ name, value, options, onChange }: FilterChipProps) => (
  <>
    <Menu transitionProps={{ duration: 0 }} position="bottom-start">
      <Menu.Target>
        <button type="button" className="chip" aria-pressed={value !== undefined}>
          {value === undefined ? <Icon name="plus" size={12} /> : null}
          {name} {value === undefined ? null : <b>{options.find(o => o.value === value)?.name ?? value}</b>}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(option => (
          <Menu.Item key={option.value} onClick={() => onChange(option.value)}>
            {option.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
    {value === undefined ? null : (
      <Button
        kind="plain"
        size="small"
        icon="close"
        aria-label={say('any', { name: within(name) })}
        onClick={() => onChange(undefined)}
      />
    )}
  </>
)
