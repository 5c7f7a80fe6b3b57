import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The bytes hashed at once, a few milliseconds of work, so that the page stays responsive. */
const sliceBytes = 2 * 1024 * 1024;

/**
 * The MD5 of a file, lower-case hexadecimal, computed here: no byte of it leaves the browser.
 * @param onBytes called with the number of bytes read so far
 * @throws the reason of `signal` when it is aborted; DOMException `NotReadableError` when the file cannot be read
 */
export async function md5OfFile(file: Blob, onBytes: (done: number) => void, signal: AbortSignal): Promise<string> {
  const hash = md5.create();
  for (let at = 0; at < file.size; at += sliceBytes) {
    signal.throwIfAborted();
    hash.update(new Uint8Array(await file.slice(at, at + sliceBytes).arrayBuffer()));
    onBytes(Math.min(file.size, at + sliceBytes));
  }
  signal.throwIfAborted();
  return bytesToHex(hash.digest());
}
