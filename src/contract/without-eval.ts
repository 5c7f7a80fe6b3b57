import { z } from 'zod';

// Imported first where the console starts: zod would compile its parsers with `new Function`, which the policy of the page forbids.
z.config({ jitless: true });
