import { expect, test } from 'vitest';
import { Problem } from '../problem.ts';
import { cellsOf, maxLines, readCsv, type Fields } from './read-csv.ts';

const fields: Fields<'name' | 'zone'> = {
  name: { label: 'Name', words: ['name', 'geratename', 'nomdelappareil'] },
  zone: { label: 'Time zone', words: ['timezone', 'zeitzone', 'fuseauhoraire'] },
};
const read = (text: string) => readCsv(text, fields, ['name']);
/** What the rows say: `line name zone`. */
const rows = (text: string) => {
  const file = read(text);
  return file.rows.map((row) => {
    const cells = cellsOf(file, row);
    return `${String(row.line)} ${cells.get('name') ?? ''} ${cells.get('zone') ?? ''}`;
  });
};
const refusal = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return 'read';
};

test.each([
  ['commas', 'Name,Time zone\nA,UTC\nB,UTC\n', ['2 A UTC', '3 B UTC']],
  ['semicolons, as a German or French Excel writes', 'Name;Time zone\r\nA;UTC\r\n', ['2 A UTC']],
  ['tabs', 'Name\tTime zone\nA\tUTC', ['2 A UTC']],
  ['a byte order mark', '\ufeffName,Time zone\nA,UTC', ['2 A UTC']],
  ['the first line by which Excel is told its separator', 'sep=;\r\nName;Time zone\r\nA;UTC', ['3 A UTC']],
  ['the same with a byte order mark and quotes', '\ufeff"sep=;"\nName;Time zone\nA;UTC', ['3 A UTC']],
  ['line ends of an old Mac', 'Name,Time zone\rA,UTC\rB,UTC', ['2 A UTC', '3 B UTC']],
  ['line ends of all kinds in one file', 'Name,Time zone\r\nA,UTC\nB,UTC\rC,UTC', ['2 A UTC', '3 B UTC', '4 C UTC']],
  ['blank lines before, between and after', '\n\nName,Time zone\n\nA,UTC\n,\n \nB,UTC\n\n\n', ['5 A UTC', '8 B UTC']],
  ['separators at the ends of lines', 'Name;Time zone;;;\nA;UTC;;;\nB;UTC', ['2 A UTC', '3 B UTC']],
  ['headings in capitals, with blanks and marks', ' NAME , time_ZONE \nA,UTC', ['2 A UTC']],
  ['German headings', 'Gerätename;Zeitzone\nA;UTC', ['2 A UTC']],
  ['French headings', 'Nom de l’appareil;Fuseau horaire\nA;UTC', ['2 A UTC']],
  ['columns in any order, with others between', 'Zone,Time zone,Owner,Name\nx,UTC,"Smith, J.",A', ['2 A UTC']],
  ['line breaks in quotes: lines are counted as an editor does', '"Own\ner",Name\n"x\r\ny",A\nz,B', ['3 A ', '5 B ']],
  ['doubled quotes', 'Name,Time zone\n"A ""1""",UTC', ['2 A "1" UTC']],
  [
    'an apostrophe that kept a cell from being a formula',
    "Name,Time zone\n'=1+1,UTC\n'A,UTC",
    ['2 =1+1 UTC', "3 'A UTC"],
  ],
])('reads %s', (_, text, expected) => {
  expect(rows(text)).toEqual(expected);
});

test.each([
  ['an empty file', '', 'The file is empty.'],
  ['blanks only', '\n \n', 'The file is empty.'],
  ['a NUL', 'Name\nA\0', 'This is not text.'],
  ['UTF-16 taken for bytes', '\ufffd\ufffdN\0a\0m\0e\0', 'This is not text.'],
  ['no heading it knows', 'Owner,Room\nA,B', 'No column “Name” was found.'],
  ['headings named after what every object has', '__proto__,constructor,toString\na,b,c', 'No column “Name”'],
  ['a quote in the headings that is not closed', '"Name,Time zone\nA,UTC', 'The headings in line 1 cannot be read'],
  ['too many lines', `Name\n${'A\n'.repeat(maxLines + 1)}`, 'The file has more than 200,000 lines.'],
])('refuses %s, and says what it is', (_, text, expected) => {
  expect(refusal(text)).toContain(expected);
});

test.each([
  ['too few fields', 'Name,Time zone\nA\nB,UTC', '2 1 value for 2 columns.'],
  ['too many fields', 'Name,Time zone\nSmith, J.,UTC\nB,UTC', '2 3 values for 2 columns. Put quotes'],
  [
    'a quote that is never closed',
    'Name,Time zone\nB,UTC\n"A,UTC\nC,UTC',
    '3 A quote that begins here is never closed',
  ],
  ['text after a closing quote', 'Name,Time zone\nB,UTC\n"A"x,"UTC"\n', '3 A quote within a quoted value'],
])('tells %s by its line, and reads the others', (_, text, expected) => {
  const { errors } = read(text);
  expect(errors.map(({ line, message }) => `${String(line)} ${message}`)).toEqual([expect.stringContaining(expected)]);
  expect(rows(text).some((row) => row.includes(' B UTC'))).toBe(true);
});

test('of two columns that mean the same the first counts, and the other is told as ignored', () => {
  const { columns, ignored } = read('Name,name,__proto__,Time zone\nA,B,C,UTC');
  expect(columns.map(({ heading, place }) => [heading, place])).toEqual([
    ['Name', 0],
    ['Time zone', 3],
  ]);
  expect(ignored).toEqual(['name', '__proto__']);
});

test('thousands of columns and a very long line are read', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => `Extra ${String(i)}`).join(',');
  expect(rows(`${many},Name\n${','.repeat(5_000)}A`)).toEqual(['2 A ']);
  expect(rows(`Name,Other\nA,${'x'.repeat(5_000_000)}`)).toEqual(['2 A ']);
});
