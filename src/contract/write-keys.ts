import { z } from 'zod';

/** A key that names a write, as it stands in the header `keyHeader`. */
export const keySchema = z.uuid({ error: 'The Idempotency-Key is a UUID.' });
