/**
 * The header in which a write names itself, so that it can be sent again when its answer was lost: the same key with the
 * same request is answered as at first and done once only. Source: draft-ietf-httpapi-idempotency-key-header.
 */
export const keyHeader = 'idempotency-key';

/** Stands in an answer that was given before, to the first request with this key. */
export const repeatedHeader = 'idempotent-replayed';
