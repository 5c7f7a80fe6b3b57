import { z } from 'zod';

// Imported before zod's first use: it would compile parsers with `new Function`, which the page's CSP forbids.
z.config({ jitless: true });
