// Before the first paint, so that a dark office does not flash white. The choice is this device's own.
const chosen = localStorage.getItem('theme') ?? 'auto'
const theme = chosen === 'auto' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : chosen
document.documentElement.dataset.theme = theme
document.documentElement.dataset.mantineColorScheme = theme === 'dark' ? 'dark' : 'light'
