/** A password as it may be kept: it can be checked, not read back. Salt and hash are hexadecimal. */
export interface PasswordHash {
  readonly salt: string;
  readonly hash: string;
  readonly iterations: number;
}

/** The one place where passwords are read. Services get it from their host. */
export interface Passwords {
  hash(password: string): Promise<PasswordHash>;
  matches(password: string, stored: PasswordHash): Promise<boolean>;
}

/**
 * PBKDF2 with SHA-256 by Web Crypto, and 16 bytes of salt by chance.
 * @param iterations of new hashes; one that is kept is checked with its own number of them
 */
export const pbkdf2Passwords = (iterations = 210_000): Passwords => ({
  async hash(password) {
    const salt = toHex(crypto.getRandomValues(new Uint8Array(16)));
    return { salt, iterations, hash: await derived(password, salt, iterations) };
  },
  async matches(password, { salt, hash, iterations: stored }) {
    const other = await derived(password, salt, stored);
    // Every digit is compared, so that the time taken tells nothing.
    let difference = other.length ^ hash.length;
    for (let i = 0; i < other.length; i += 1) difference |= other.charCodeAt(i) ^ hash.charCodeAt(i);
    return difference === 0;
  },
});

async function derived(password: string, salt: string, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256)));
}

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
