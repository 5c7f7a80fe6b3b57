import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines, separators, unguarded } from '#contract/csv-text.ts';
import { nameSchema, isSeen } from '#contract/names.ts';
import { deviceIdSchema, groupIdSchema, taskIdSchema } from '#domain/ids.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import { zonedInstant } from '#domain/schedule/zoned-instant.ts';
import { readDetectionFile, readDetections } from '#backend/csv/detection-rows.ts';
import { readCsv, type Fields } from '#backend/csv/read-csv.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { askRuns, everywhere, noon } from '#mocks/testing/forecast-client.ts';
import { auditCsvColumns } from '#src/features/audit/audit-csv.ts';
import { detectionCsvColumns, objectRows } from '#src/features/detections/detections-csv.ts';
import { deviceCsvColumns } from '#src/features/devices/devices-csv.ts';
import { policiesCsv } from '#src/features/policies/policies-csv.ts';
import { runsCsvColumns } from '#src/features/schedule/export/runs-csv.ts';
import { runCsvColumns } from '#src/features/tasks/runs-csv.ts';
import { tasksCsv } from '#src/features/tasks/tasks-csv.ts';
import { csvFile, type CsvTable } from '#src/shared/csv/csv-table.ts';
import { caseCount } from '#mocks/testing/depth.ts';

// What the console writes, it can read: each list's file, as the screen writes it of what the backend answers.

type Backend = ReturnType<typeof createTestApp>;

const root = { groupId: groupIdSchema.parse('managed-devices') };
const zone = 'Asia/Kathmandu';
const all = { page: 1, pageSize: 500 };

const textOf = async <Row>(table: CsvTable<Row>, separator: (typeof separators)[number]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await csvFile(table, separator)).arrayBuffer());

/** A file whatever its rows are: its headings, each row as its cells, and the text. */
const fileOf = <Row>(table: CsvTable<Row>) => ({
  headings: table.columns.map(({ heading }) => heading),
  rows: table.rows.map((row) => table.columns.map(({ text }) => text(row))),
  text: (separator: (typeof separators)[number]) => textOf(table, separator),
});

async function devicesTable(backend: Backend) {
  const [{ body: tree }, { body: page }] = [
    await backend.call('groupTree'),
    await backend.call('groupDevices', { params: root, query: all }),
  ];
  return { columns: deviceCsvColumns(tree.groups), rows: page.rows };
}

/** Every list of the console as a file, of a world in which something happened. */
async function everyFile() {
  const backend = createTestApp();
  const deviceId = deviceIdSchema.parse('ktm-lt-0001');
  const objects = [
    { fileName: '=1+1.exe', path: 'C:\\x;=2,3\\', md5: 'a'.repeat(32) },
    { fileName: 'b "c".dll', md5: 'b'.repeat(32) },
  ];
  await backend.call('simulateDetection', { body: { deviceId, objects } });
  await backend.call('simulateDetection', { body: { deviceId, objects, at: '2026-11-25T08:30:00.250Z' } });
  await backend.call('createGroup', { params: root, body: { name: '=A/B; -1' } });
  const params = { taskId: taskIdSchema.parse('task-0001') };
  const detections = (await backend.call('detections', { query: all })).body.rows;
  return {
    backend,
    detections,
    files: {
      devices: fileOf(await devicesTable(backend)),
      policies: fileOf(policiesCsv((await backend.call('groupPolicies', { params: root })).body.rows, zone)),
      audit: fileOf({
        columns: auditCsvColumns(zone),
        rows: (await backend.call('auditLog', { query: all })).body.rows,
      }),
      detections: fileOf({ columns: detectionCsvColumns(zone), rows: detections.flatMap(objectRows) }),
      tasks: fileOf(tasksCsv((await backend.call('groupTasks', { params: root })).body.rows, zone)),
      runs: fileOf({
        columns: runCsvColumns(zone),
        rows: (await backend.call('taskRuns', { params, query: all })).body.rows,
      }),
      schedule: fileOf({
        columns: runsCsvColumns(zone),
        rows: (await askRuns(backend, { place: everywhere, detections: noon })).rows,
      }),
    },
  };
}

test('every file is read back by the console and by another library, whatever separates its cells', async () => {
  const { files } = await everyFile();
  for (const [name, { headings, rows, text: textWith }] of Object.entries(files)) {
    expect(rows.length, name).toBeGreaterThan(0);
    for (const separator of separators) {
      const text = await textWith(separator);
      const fields: Fields<string> = Object.fromEntries(
        headings.map((heading) => [
          heading,
          {
            label: heading,
            words: [
              heading
                .normalize('NFKD')
                .toLowerCase()
                .replaceAll(/[^\p{L}\p{N}]/gu, ''),
            ],
          },
        ]),
      );
      const read = readCsv(text, fields, headings);
      expect(read.errors, name).toEqual([]);
      expect(
        read.columns.map(({ heading }) => heading),
        name,
      ).toEqual(headings);
      expect(
        read.rows.map(({ cells }) => cells.map(unguarded)),
        name,
      ).toEqual(rows);
      const delimiter = { comma: ',', semicolon: ';', tab: '\t' }[separator];
      const parsed: string[][] = parse(text, { bom: true, delimiter });
      expect(
        parsed.map((cells) => cells.map(unguarded)),
        name,
      ).toEqual([headings, ...rows]);
    }
  }
});

test('a heading names the zone in which its instants are, with their year and offset; none is in another one', async () => {
  const { files } = await everyFile();
  const anInstant = /\d{4}-\d\d-\d\dT\d\d:\d\d/;
  let seen = 0;
  for (const [name, { headings, rows }] of Object.entries(files)) {
    for (const [at, heading] of headings.entries()) {
      const named = /\((.+)\)$/.exec(heading)?.[1];
      // Device time names its zone in a column beside.
      const beside = headings.findIndex((each) => /time zone$/i.test(each));
      for (const cells of rows) {
        const cell = cells[at] ?? '';
        if (!anInstant.test(cell)) continue;
        seen += 1;
        const of = named === 'device time' ? (cells[beside] ?? '') : (named ?? '');
        expect(cell, `${name}: ${heading}`).toBe(zonedInstant(of, Date.parse(cell)));
      }
    }
  }
  expect(seen).toBeGreaterThan(30);
});

test('a file of Schedule says under which revision each start is decided, who saved that and when', async () => {
  const { files } = await everyFile();
  const { headings, rows } = files.schedule;
  const row = Object.fromEntries(headings.map((heading, i) => [heading, rows[0]?.[i]]));
  expect(row).toMatchObject({
    Device: 'BER-WS-0001',
    'Decided by': 'Berlin',
    Revision: '1',
    'Saved by': 'M. Admin',
    'Saved (Asia/Kathmandu)': '2026-11-02T15:15:00+05:45',
  });
});

test('the file of Detections is read by the import of detections, object by object', async () => {
  const { backend, detections, files } = await everyFile();
  const text = await files.detections.text('semicolon');
  const { rows, errors } = readDetections(readDetectionFile(text));
  expect(errors).toEqual([]);
  expect(rows.map(({ atMs, device, object }) => [atMs, device, object])).toEqual(
    detections
      .flatMap(objectRows)
      .map(({ detection, object }) => [Date.parse(detection.detectedAt), detection.device.name, object]),
  );
  // The second is still to come; the import looks at it as at any other.
  const found = (await backend.call('previewDetections', { body: text })).body;
  expect(found).toMatchObject({ valid: 4 - found.invalid, invalid: expect.any(Number) as number });
});

/** A text that an import takes as it is: without blanks around it, and everything in it can be seen. */
const seen = (text: fc.Arbitrary<string>) => text.map((each) => each.trim()).filter(isSeen);
const signs = fc.constantFrom(',', ';', '/', '=', '+', '-', '@', "'", ' ', 'a', '1', '＝', '(', 'ä');
const aName = seen(fc.string({ unit: signs, minLength: 1, maxLength: 12 })).filter(
  (name) => nameSchema.safeParse(name).success,
);
const aFact = seen(
  fc.oneof(
    fc.string({ unit: fc.oneof(signs, fc.constant('"')), maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  ),
).filter((text) => !/[\r\n]/.test(text));
const aFleet = fc.uniqueArray(
  fc.record({
    name: aName,
    path: fc.array(aName, { maxLength: 3 }),
    timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'Etc/GMT+5', 'UTC'),
    status: fc.constantFrom(...Object.values(deviceStatusLabels)),
    operatingSystem: aFact,
    address: aFact,
  }),
  { selector: ({ name }) => name.normalize('NFKC').toLowerCase(), minLength: 1, maxLength: 8 },
);

test('the files of Devices and of Export inventory are imported again and change nothing, whatever is in them', async () => {
  await fc.assert(
    fc.asyncProperty(aFleet, fc.constantFrom(...separators), async (fleet, separator) => {
      const backend = createTestApp();
      const lines = fleet.map(({ name, path, timeZone, status, operatingSystem, address }) => [
        name,
        ['Managed devices', ...path.map((group) => group.replaceAll('/', '\\/'))].join('/'),
        timeZone,
        status,
        operatingSystem,
        address,
      ]);
      const heads = ['Name', 'Group path', 'Time zone', 'Status', 'Operating system', 'Address'];
      const file = csvLines([heads, ...lines], 'comma');
      const { valid, created, updated, newGroups, errors } = (await backend.call('previewInventory', { body: file }))
        .body;
      expect([errors, valid]).toEqual([[], fleet.length]);
      await backend.call('importInventory', { query: { valid, created, updated, newGroups }, body: file });
      const unchanged = 7 + created;
      const inventory = (await backend.call('exportInventory', { params: root, query: { separator } })).body;
      for (const written of [await textOf(await devicesTable(backend), separator), inventory]) {
        const again = (await backend.call('previewInventory', { body: written })).body;
        expect(again).toMatchObject({ errors: [], created: 0, updated: 0, newGroups: 0, unchanged });
      }
    }),
    { numRuns: caseCount(60) },
  );
});
