/** The theme's colours, as a picture names them. A saved picture has them filled in. */
export const colours = {
  window: 'var(--vesper-palette-vesper-window)',
  start: 'var(--vesper-palette-vesper-start)',
  now: 'var(--vesper-palette-vesper-now)',
  ink: 'var(--vesper-palette-text-primary)',
  muted: 'var(--vesper-palette-text-secondary)',
  line: 'var(--vesper-palette-divider)',
  strongLine: 'var(--vesper-palette-vesper-strongLine)',
  paper: 'var(--vesper-palette-background-default)',
} as const;
