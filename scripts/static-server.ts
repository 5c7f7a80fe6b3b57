import { createServer, type ServerResponse } from 'node:http';
import sirv from 'sirv';

/** A server that is listening: where it is, and how to end it. */
export interface Served {
  /** With the slash at its end: `http://127.0.0.1:41873/`. */
  readonly address: string;
  readonly server: { close(): Promise<void> };
}

const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self'",
    // Emotion writes its rules into the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // What becomes script, an address of a worker among it, passes the one policy of the page: src/app/trusted-scripts.ts.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves a folder on this machine only; an address without a file is answered by index.html, as its router expects.
 * @param port 0 lets the system choose.
 * @throws an error that names the port when it is taken or not allowed.
 */
export function serveFolder(folder: string, port: number): Promise<Served> {
  const answer = sirv(folder, { single: true, etag: true, gzip: true, brotli: true, setHeaders });
  const server = createServer((request, response) => {
    answer(request, response, () => {
      response.writeHead(404, { ...securityHeaders, 'Content-Type': 'text/plain' }).end('Not found\n');
    });
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(reasonOf(error, port), { cause: error }));
    });
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') reject(new Error('The server has no address.'));
      else resolve({ address: `http://127.0.0.1:${String(bound.port)}/`, server: { close } });
    });
  });
}

function setHeaders(response: ServerResponse, pathname: string): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  // The names in assets/ hold a hash of the content; everything else must be asked for again.
  response.setHeader(
    'Cache-Control',
    pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
}

function reasonOf(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${String(port)} is taken by another program. Choose another with PORT.`;
  if (error.code === 'EACCES')
    return `Port ${String(port)} is not allowed for this user. Choose one above 1023 with PORT.`;
  return `Could not serve on port ${String(port)}: ${error.message}`;
}
