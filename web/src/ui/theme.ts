import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark' | 'outdoor'

const dark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

export const themeNow = (): Theme => (localStorage.getItem('theme') as Theme | null) ?? 'auto'

const shown = () => (themeNow() === 'auto' ? (dark.matches ? 'dark' : 'light') : themeNow())

const paint = () => {
  const { dataset } = document.documentElement
  dataset.theme = shown()
  dataset.mantineColorScheme = shown() === 'dark' ? 'dark' : 'light'
  for (const tell of listeners) tell()
}

dark.addEventListener('change', paint)

export const chooseTheme = (theme: Theme) => {
  localStorage.setItem('theme', theme)
  paint()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useTheme = () => useSyncExternalStore(subscribe, themeNow)
export const useShownTheme = () => useSyncExternalStore(subscribe, shown)
