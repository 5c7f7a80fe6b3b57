import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLines, guarded, separators, unguarded } from './csv-text.ts';

const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;

test.each([
  ['plain text', 'Berlin', 'Berlin'],
  ['a comma', 'a,b', '"a,b"'],
  ['a semicolon', 'a;b', '"a;b"'],
  ['a tab', 'a\tb', '"a\tb"'],
  ['a quote', 'a"b', '"a""b"'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a sum', '=1+1', "'=1+1"],
  ['a sum in quotes', '"=1+1"', `"""'=1+1"""`],
  ['a number with its sign', '+1', "'+1"],
  ['a minus', '-1', "'-1"],
  ['an at sign', '@A1', "'@A1"],
  ['a wide equals sign', '＝1', "'＝1"],
  ['a blank first', ' =1+1', " '=1+1"],
  ['a tab first', '\ta', `"'\ta"`],
  ['a sum behind a semicolon', 'x;=1+1;y', `"x;'=1+1;y"`],
  ['a sum behind a comma and a blank', 'x, =1+1', `"x, '=1+1"`],
  ['a sum behind a line break', 'x\n=1+1', `"x\n'=1+1"`],
  ['a sign within a word', 'BER-WS-0001 (1+1=2)', 'BER-WS-0001 (1+1=2)'],
])('%s is written so that it is read as text', (_, text, written) => {
  for (const separator of separators) expect(csvLines([[text]], separator)).toBe(`${written}\r\n`);
});

/** Texts that are likely to go wrong: of separators, quotes, line ends, signs, apostrophes, and of anything. */
const aCell = fc.oneof(
  fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', '\r', '\n', ' ', '=', '+', '-', '@', '＝', "'", 'a') }),
  fc.string({ unit: 'grapheme' }),
);
const someRows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(aCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

describe.each(separators)('separated by a %s', (separator) => {
  test('another library reads each cell as it was, but for the apostrophes, which can be taken away', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const read = parse(csvLines(rows, separator), {
          delimiter: delimiters[separator],
          record_delimiter: '\r\n',
          skip_empty_lines: false,
        });
        expect(read.map((row) => row.map(unguarded))).toEqual(rows);
      }),
      { numRuns: 1_000 },
    );
  });

  test('no piece between any two separators begins with a sign of a formula, however the file is cut', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        for (const cut of [',', ';', '\t']) {
          for (const piece of csvLines(rows, separator)
            .split(/[\r\n]/)
            .flatMap((line) => line.split(cut))) {
            expect(piece).not.toMatch(/^[" ]*[=+\-@＝＋－＠]/);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

test('what is guarded comes back, and what cannot be a formula is not touched', () => {
  fc.assert(fc.property(aCell, (text) => unguarded(guarded(text)) === text));
  expect(unguarded("O'Neill")).toBe("O'Neill");
});

test('a cell of a megabyte of blanks, quotes and apostrophes is read in no time', () => {
  const text = [' ', '"', "'", ','].map((character) => character.repeat(250_000)).join('x');
  const started = performance.now();
  expect(unguarded(guarded(text))).toBe(text);
  expect(performance.now() - started).toBeLessThan(3_000);
});
