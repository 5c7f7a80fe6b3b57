/** A closed lock: the value is under policy. */
export const LockIcon = () => (
  <svg width="12" height="12" viewBox="0 0 12 12" role="img" aria-label="Under policy" style={{ flex: 'none' }}>
    <rect x="2" y="5.5" width="8" height="5.5" rx="1" fill="var(--vesper-palette-primary-main)" />
    <path d="M4 5.5V3.5a2 2 0 0 1 4 0v2" fill="none" stroke="var(--vesper-palette-primary-main)" strokeWidth="1.25" />
  </svg>
);
