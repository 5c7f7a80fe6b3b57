import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { md5OfFile } from './file-hash.ts';

const never = new AbortController().signal;

test.each([0, 1, 2 * 1024 * 1024, 5 * 1024 * 1024 + 3])(
  'a file of %i bytes has the MD5 that others compute',
  async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31) % 251);
    const told: number[] = [];
    const md5 = await md5OfFile(new Blob([bytes]), (done) => told.push(done), never);
    expect(md5).toBe(createHash('md5').update(bytes).digest('hex'));
    expect(told.at(-1) ?? 0).toBe(size);
  },
);

test('hashing stops when its signal is aborted', async () => {
  const control = new AbortController();
  const hashing = md5OfFile(
    new Blob([new Uint8Array(8 * 1024 * 1024)]),
    () => {
      control.abort();
    },
    control.signal,
  );
  await expect(hashing).rejects.toMatchObject({ name: 'AbortError' });
});
