/** What the disk does with a write: as it does (null), or as if it were full, or as if the browser refused it. */
export type DiskFault = 'full' | 'refused' | null;

/** The disk of a worker, as its host wants it to behave. */
export interface Disk {
  fault: DiskFault;
}

/** Why the disk does not take anything now, though nothing is wrong with what is written; null for any other error. */
export function refusalIn(error: unknown): 'full' | 'refused' | null {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  // A disk that fails, a browser that takes its permission back, a connection that stays closed or is not opened again in time.
  return [
    'UnknownError',
    'SecurityError',
    'NotAllowedError',
    'InvalidStateError',
    'AbortError',
    'NotAnswering',
  ].includes(name)
    ? 'refused'
    : null;
}

/** The error with which a browser says so. */
export function refusalOf(fault: 'full' | 'refused'): DOMException {
  return fault === 'full'
    ? new DOMException('The storage of this site is full, as set under Conditions.', 'QuotaExceededError')
    : new DOMException('Storing is refused, as set under Conditions.', 'SecurityError');
}
