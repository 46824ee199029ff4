import { createTheme, type MantineColorsTuple } from '@mantine/core'

const accent: MantineColorsTuple = [
  '#f0f7f8', '#e3f0f1', '#c2dde0', '#97c3c8', '#6aa6ad', '#3e8790', '#1f6e78', '#0b5a63', '#08434a', '#053036',
]

/** Mantine's side of the palette; the values screens see are the custom properties in tokens.css. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: 7,
  fontFamily: 'Be Vietnam Pro, Segoe UI, Tahoma, Arial, sans-serif',
  headings: { fontWeight: '600' },
  defaultRadius: 6,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})
