/** The request header with the id of the job, for progress and cancellation. */
export const jobHeader = 'job-id';

/**
 * The response header with the id of the change that a write made, for undo. Missing if nothing changed or the change cannot
 * be undone.
 */
export const changeHeader = 'change-id';

/**
 * The header in which an answer names the version of the store that it shows: of a read, the one it was read from; of a
 * write, the one that the write made. The form is `<opened>.<number>`: the number grows with every write, and versions of a
 * store that was opened at another time are not comparable. A repeated answer to a write has no such header.
 */
export const versionHeader = 'store-version';

/** The header in which every answer names its request, as the log of the backend does. */
export const requestIdHeader = 'request-id';
