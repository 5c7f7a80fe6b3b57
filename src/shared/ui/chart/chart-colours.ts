/** The theme's colours as CSS variables, for charts. Saving a chart as an image resolves them. */
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
