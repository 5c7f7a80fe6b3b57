/** The header in which a request names the work it begins, so that its progress can be asked for and it can be cancelled. */
export const jobHeader = 'job-id';

/**
 * The header in which the answer to any write names the change it made, so that it can be taken back. It is missing
 * where nothing was changed, and where the change cannot be taken back.
 */
export const changeHeader = 'change-id';

/**
 * The header in which an answer names the version of the store that it shows: of a read, the one it was read from; of a
 * write, the one that the write made. The form is `<opened>.<number>`: the number grows with every write, and versions of a
 * store that was opened at another time are not comparable. A repeated answer to a write has no such header.
 */
export const versionHeader = 'store-version';
