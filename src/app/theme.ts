import { createTheme } from '@mui/material/styles';

declare module '@mui/material/styles' {
  interface Palette {
    /** Windows of time; starts; *now* and what is saved but not enforced. */
    vesper: VesperColours;
  }
  interface PaletteOptions {
    vesper: VesperColours;
  }
}

interface VesperColours {
  window: string;
  windowFill: string;
  start: string;
  now: string;
  nowFill: string;
  strongLine: string;
  chosen: string;
}

const tabular = { fontVariantNumeric: 'tabular-nums' } as const;

/** A control that somebody may not use looks disabled, and can still be reached, to say why. */
const refused = '&[aria-disabled="true"], &[aria-disabled="true"]:hover';
const refusedLook = {
  [refused]: { color: 'var(--vesper-palette-text-disabled)', backgroundColor: 'transparent', cursor: 'not-allowed' },
} as const;
const holdsRefused = '&:has([aria-disabled="true"])';
const refusedBox = {
  [holdsRefused]: { color: 'var(--vesper-palette-action-disabled)', cursor: 'not-allowed' },
} as const;

/** Evening: paper by day, deep blue by night; one indigo, teal for starts, amber for now. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme', cssVarPrefix: 'vesper' },
  colorSchemes: {
    light: {
      palette: {
        background: { default: '#f6f7fa', paper: '#ffffff' },
        text: { primary: '#171c2b', secondary: '#5a6376' },
        divider: '#e2e5ec',
        primary: { main: '#3b49b0', contrastText: '#ffffff' },
        success: { main: '#0b8577' },
        warning: { main: '#9a4f06' },
        error: { main: '#b3261e' },
        vesper: {
          window: '#4a55c4',
          windowFill: 'rgba(74, 85, 196, 0.2)',
          start: '#0a7468',
          now: '#a75407',
          nowFill: '#fdf3e1',
          strongLine: '#cfd4df',
          chosen: '#e6e9fa',
        },
      },
    },
    dark: {
      palette: {
        background: { default: '#0f121b', paper: '#171b27' },
        text: { primary: '#e8ebf4', secondary: '#98a2b8' },
        divider: '#272d3d',
        primary: { main: '#a3adff', contrastText: '#12162a' },
        success: { main: '#45d0bd' },
        warning: { main: '#f2a33c' },
        error: { main: '#ff8f86' },
        vesper: {
          window: '#8f9bff',
          windowFill: 'rgba(143, 155, 255, 0.24)',
          start: '#45d0bd',
          now: '#f2a33c',
          nowFill: '#33270f',
          strongLine: '#394156',
          chosen: '#262d4f',
        },
      },
    },
  },
  spacing: 4,
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: '"Inter Variable", system-ui, sans-serif',
    fontSize: 13,
    htmlFontSize: 16,
    h1: { fontSize: '1.1875rem', fontWeight: 650, lineHeight: 1.3 },
    h2: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.4 },
    h3: { fontSize: '0.8125rem', fontWeight: 650, lineHeight: 1.5 },
    body1: { fontSize: '0.8125rem', lineHeight: 1.5, ...tabular },
    body2: { fontSize: '0.75rem', lineHeight: 1.5, ...tabular },
    button: { textTransform: 'none', fontWeight: 600, fontSize: '0.8125rem' },
    caption: { fontSize: '0.75rem', ...tabular },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        html: { height: '100%' },
        body: { height: '100%', ...tabular },
        '#root': { height: '100%' },
        // Whoever asks for less motion sees colours and places change at once.
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { transitionDuration: '0s !important', transitionDelay: '0s !important' },
        },
        // With `html` it outweighs the `outline: 0` of MUI's buttons. The box that is seen of a radio, checkbox or switch is
        // not what has the focus, but is marked with it.
        'html :is(:focus-visible, .Mui-focusVisible):not(.MuiDialog-container)': {
          outline: '2px solid var(--vesper-palette-primary-main)',
          outlineOffset: 1,
        },
        // What stands close to its neighbours, or where it would be cut.
        'html :is(.MuiTab-root, .MuiMenuItem-root, .MuiAutocomplete-option)': { outlineOffset: '-2px !important' },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { size: 'small', disableElevation: true, variant: 'outlined', color: 'inherit' },
      styleOverrides: {
        root: { minHeight: 32, paddingInline: 14, whiteSpace: 'nowrap', ...refusedLook },
        outlined: { borderColor: 'var(--vesper-palette-vesper-strongLine)' },
        contained: { [refused]: { backgroundColor: 'var(--vesper-palette-action-disabledBackground)' } },
      },
    },
    MuiIconButton: { defaultProps: { size: 'small' } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          fontSize: '0.8125rem',
          backgroundColor: 'var(--vesper-palette-background-paper)',
          [holdsRefused]: {
            color: 'var(--vesper-palette-text-secondary)',
            backgroundColor: 'var(--vesper-palette-background-default)',
          },
        },
        input: { paddingBlock: 6, height: 'auto' },
      },
    },
    // A label that stands in its field stands where the text will.
    MuiInputLabel: {
      styleOverrides: {
        outlined: { '&:not(.MuiInputLabel-shrink)': { transform: 'translate(14px, 6px) scale(1)' } },
      },
    },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiFormControlLabel: {
      styleOverrides: {
        root: {
          marginLeft: -6,
          [holdsRefused]: { color: 'var(--vesper-palette-text-secondary)', cursor: 'not-allowed' },
        },
      },
    },
    MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, ...refusedBox } } },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, ...refusedBox } } },
    MuiSwitch: {
      defaultProps: { size: 'small' },
      styleOverrides: { root: { [holdsRefused]: { opacity: 0.5, cursor: 'not-allowed' } } },
    },
    MuiTabs: { styleOverrides: { root: { minHeight: 36 } } },
    MuiTab: { styleOverrides: { root: { minHeight: 36, minWidth: 0, padding: '6px 4px', marginRight: 20 } } },
    MuiTableCell: {
      styleOverrides: {
        root: {
          padding: '4px 9px',
          height: 32,
          fontSize: '0.8125rem',
          borderColor: 'var(--vesper-palette-divider)',
        },
      },
    },
    // An instrument does not fade: a window is there or it is not.
    MuiPopover: { defaultProps: { transitionDuration: 0 } },
    MuiDialog: {
      defaultProps: { transitionDuration: 0 },
      styleOverrides: {
        paper: { borderRadius: 10, backgroundImage: 'none', border: '1px solid var(--vesper-palette-divider)' },
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiMenuItem: { styleOverrides: { root: { fontSize: '0.8125rem', minHeight: 32 } } },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          color: 'var(--vesper-palette-text-secondary)',
          ...refusedLook,
          '&.Mui-selected, &.Mui-selected:hover': {
            backgroundColor: 'var(--vesper-palette-vesper-chosen)',
            color: 'var(--vesper-palette-primary-main)',
          },
        },
      },
    },
    MuiTooltip: { defaultProps: { enterDelay: 500 } },
    MuiAlert: {
      styleOverrides: { root: { paddingBlock: 2, fontSize: '0.8125rem' } },
      variants: [
        {
          props: { severity: 'info', variant: 'standard' },
          style: {
            backgroundColor: 'var(--vesper-palette-vesper-chosen)',
            color: 'var(--vesper-palette-primary-main)',
            '& .MuiAlert-icon': { color: 'inherit' },
          },
        },
        {
          props: { severity: 'warning', variant: 'standard' },
          style: {
            backgroundColor: 'var(--vesper-palette-vesper-nowFill)',
            color: 'var(--vesper-palette-vesper-now)',
            '& .MuiAlert-icon': { color: 'inherit' },
          },
        },
      ],
    },
  },
});
