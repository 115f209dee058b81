import { createTheme, MantineProvider, Modal, Select, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useShownTheme } from './theme'
import { say } from './words'
import '@fontsource-variable/inter'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles.layer.css'
import './tokens.css'
import './mantine.css'
import './ui.css'

// The content policy allows no style element, so nothing here may write one.
const theme = createTheme({
  fontFamily: 'var(--font)',
  components: {
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        closeButtonProps: { 'aria-label': say('close') },
        transitionProps: { duration: 140 },
      },
    }),
    Select: Select.extend({ defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300 } }),
  },
})

export const Look = ({ children }: { children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    forceColorScheme={useShownTheme() === 'dark' ? 'dark' : 'light'}
    withCssVariables={false}
    withGlobalClasses={false}
  >
    {children}
  </MantineProvider>
)
