import { toInstant } from '#contract/time.ts';
import type { Detection } from '#domain/response/detection.ts';
import type { Task } from '#domain/response/task.ts';
import XMLBuilder from 'fast-xml-builder';
import { v5 as nameBased } from 'uuid';
import type { ServerState } from '../ports/store.ts';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressBooleanAttributes: false,
});

/** The namespace of the ids of all IOC files that Vesper writes: a random UUID, drawn once. */
const namespace = '6dcf2cbb-2e24-4960-95be-b9a3838cd1b3';

/**
 * The IOC file of a task, OpenIOC 1.1: one `FileItem/Md5sum` with condition `is` for each object of its detection.
 * Instants are in UTC and say so. The same task always gives the same text. Its ids are UUIDs of version 5 (RFC 9562
 * §5.5), named by the server, the task and what the file looks for: files that differ in any of these differ in every id,
 * so a reader that collects files of several servers takes none for another.
 * @param server whose task it is
 */
export function iocFileOf(
  { scenario, seed }: Pick<ServerState, 'scenario' | 'seed'>,
  task: Task,
  detection: Detection,
): string {
  const date = `${toInstant(detection.detectedAtMs).slice(0, 19)}Z`;
  const content = detection.objects.map(({ md5 }) => md5);
  const file = nameBased(
    JSON.stringify([scenario, seed, task.id, detection.id, detection.detectedAtMs, content]),
    namespace,
  );
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    OpenIOC: {
      '@xmlns': 'http://openioc.org/schemas/OpenIOC_1.1',
      '@id': file,
      '@last-modified': date,
      '@published-date': date,
      metadata: { short_description: task.name, authored_by: 'Vesper', authored_date: date },
      criteria: {
        Indicator: {
          '@id': nameBased('indicator', file),
          '@operator': 'OR',
          IndicatorItem: content.map((md5, position) => ({
            '@id': nameBased(`item/${String(position)}`, file),
            '@condition': 'is',
            '@preserve-case': 'false',
            '@negate': 'false',
            Context: { '@document': 'FileItem', '@search': 'FileItem/Md5sum', '@type': 'mir' },
            Content: { '@type': 'md5', '#text': md5 },
          })),
        },
      },
      parameters: '',
    },
  });
}
