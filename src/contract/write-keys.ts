import { z } from 'zod';

/** An idempotency key, the value of `keyHeader`. */
export const keySchema = z.uuid({ error: 'The Idempotency-Key is a UUID.' });
