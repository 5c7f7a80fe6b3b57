/** The header in which a request names the work it begins, so that its progress can be asked for and it can be cancelled. */
export const jobHeader = 'job-id';

/**
 * The header in which the answer to any write names the change it made, so that it can be taken back. It is missing
 * where nothing was changed, and where the change cannot be taken back.
 */
export const changeHeader = 'change-id';
