import { expect, test } from 'vitest';
import { detectEncoding, encodings, toUtf8, isEncoding, type Encoding } from './text-encoding.ts';

/** Bytes of an encoding of one byte a letter, by asking the decoder what each byte is. */
function encoded(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const letters = Array.from(new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)));
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
}

const utf16 = (text: string, order: 'le' | 'be') =>
  Uint8Array.from(
    text.split('').flatMap((letter) => {
      const [low, high] = [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8];
      return order === 'le' ? [low, high] : [high, low];
    }),
  );

test.each<[Encoding, string]>([
  ['windows-1252', 'Gerätename;Zeitzone\nMÜNCHEN-1;Europe/Berlin\n'],
  ['windows-1252', 'Nom;Système\nPC-é;Windows déjà\n'],
  ['windows-1250', 'Název zařízení;Skupina\nPC-1;Účtárna Plzeň\nPC-2;Ředitelství\n'],
  ['windows-1250', 'Nazwa urządzenia;Grupa\nPC-1;Księgowość Łódź\nPC-2;Zarząd Gdańsk\n'],
  ['windows-1251', 'Имя устройства;Группа;Зона\nMSK-1;Москва/Офис;Europe/Moscow\n'],
  ['windows-1253', 'Όνομα;Ομάδα\nPC-1;Αθήνα Γραφείο\n'],
])('a short list in %s is told as such: %s', async (encoding, text) => {
  const bytes = encoded(text, encoding);
  expect(await detectEncoding(bytes)).toBe(encoding);
  expect(await toUtf8(bytes, encoding).text()).toBe(text);
});

test.each<[string, Encoding, Uint8Array<ArrayBuffer>]>([
  ['with its mark', 'utf-16le', utf16('\ufeffName\tZone\r\nA\tUTC', 'le')],
  ['with its mark', 'utf-16be', utf16('\ufeffName\tZone\r\nA\tUTC', 'be')],
  ['without a mark', 'utf-16le', utf16('Name\tZone\r\nA\tUTC', 'le')],
  ['without a mark', 'utf-16be', utf16('Name\tZone\r\nA\tUTC', 'be')],
  ['without a mark, in Cyrillic', 'utf-16le', utf16('Имя\tГруппа\r\nПК-1\tМосква\r\nПК-2\tОфис\r\n', 'le')],
])('UTF-16 %s is %s', async (_, encoding, bytes) => {
  expect(await detectEncoding(bytes)).toBe(encoding);
  expect(await toUtf8(bytes, encoding).text()).toMatch(/^(Name|Имя)\t/);
});

test('UTF-8 is detected by validating every byte, and not transcoded', async () => {
  const bytes = new TextEncoder().encode(`Name\n${'A\n'.repeat(100_000)}Ärger`);
  expect(await detectEncoding(bytes)).toBe('utf-8');
  expect(new Uint8Array(await toUtf8(bytes, 'utf-8').arrayBuffer())).toEqual(bytes);
  expect(await detectEncoding(bytes.slice(0, -4))).toBe('utf-8');
  // Cut in the middle of a letter it is no UTF-8 any more.
  expect(await detectEncoding(Uint8Array.from([...bytes.subarray(0, 10), 0xc4]))).not.toBe('utf-8');
});

test('the browser can decode every supported encoding', () => {
  for (const name of Object.keys(encodings)) {
    expect(isEncoding(name)).toBe(true);
    expect(new TextDecoder(name).decode(Uint8Array.of())).toBe('');
  }
});
