/** The request header with the id of the job, for progress and cancellation. */
export const jobHeader = 'job-id';

/**
 * The response header with the id of the change that a write made, for undo. Missing if nothing changed or the change cannot
 * be undone.
 */
export const changeHeader = 'change-id';

/**
 * The response header of a read with the version of the store: `<opened>.<number>`. The number grows with every write;
 * versions with different `opened` are not comparable.
 */
export const versionHeader = 'store-version';
