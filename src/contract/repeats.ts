/**
 * The request header with the idempotency key of a write: a repeated request gets the stored answer and is executed once. Source: draft-ietf-httpapi-idempotency-key-header.
 */
export const keyHeader = 'idempotency-key';

/** Present in an answer that is repeated from the first request with this key. */
export const repeatedHeader = 'idempotent-replayed';
