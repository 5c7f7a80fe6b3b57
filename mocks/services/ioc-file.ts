import { toInstant } from '#contract/time.ts';
import type { Detection } from '#domain/response/detection.ts';
import type { Task } from '#domain/response/task.ts';
import { identityKey } from '#domain/schedule/moment.ts';
import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressBooleanAttributes: false,
});

/**
 * The IOC file of a task, OpenIOC 1.1: one `FileItem/Md5sum` with condition `is` for each object of its detection.
 * The same task always gives the same text; ids are unique within it.
 */
export function iocFileOf(task: Task, detection: Detection): string {
  const date = toInstant(detection.detectedAtMs).slice(0, 19);
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    OpenIOC: {
      '@xmlns': 'http://openioc.org/schemas/OpenIOC_1.1',
      '@id': uuidOf(task.id),
      '@last-modified': date,
      '@published-date': date,
      metadata: { short_description: task.name, authored_by: 'Vesper', authored_date: date },
      criteria: {
        Indicator: {
          '@id': uuidOf(`${task.id}/indicator`),
          '@operator': 'OR',
          IndicatorItem: detection.objects.map((object, position) => ({
            '@id': uuidOf(`${task.id}/${String(position)}/${object.md5}`),
            '@condition': 'is',
            '@preserve-case': 'false',
            '@negate': 'false',
            Context: { '@document': 'FileItem', '@search': 'FileItem/Md5sum', '@type': 'mir' },
            Content: { '@type': 'md5', '#text': object.md5 },
          })),
        },
      },
      parameters: '',
    },
  });
}

function uuidOf(identity: string): string {
  const hex = ['a', 'b', 'c', 'd']
    .map((part) => identityKey(`${part}:${identity}`).toString(16).padStart(8, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}
