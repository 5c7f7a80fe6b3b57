import { expect, test, vi } from 'vitest';
import { createVersionCheck } from './version-check.ts';

/** Tabs that hear each other, but never themselves. */
function aLine() {
  const ends: { onmessage: ((event: MessageEvent<unknown>) => void) | null }[] = [];
  return () => {
    const end = {
      onmessage: null as ((event: MessageEvent<unknown>) => void) | null,
      postMessage(data: unknown) {
        for (const other of ends) if (other !== end) other.onmessage?.(new MessageEvent('message', { data }));
      },
    };
    ends.push(end);
    return end;
  };
}

const [older, newer] = ['2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z'];

test.each([
  ['the older tab was there first', [older, newer]],
  ['the newer tab was there first', [newer, older]],
])('the older of two builds learns that it is: %s', (_, order) => {
  const line = aLine();
  const tabs = order.map((build) => ({ build, watch: createVersionCheck(build) }));
  for (const { watch } of tabs) watch.listen(line());
  for (const { build, watch } of tabs) expect(watch.isOutdated(), build).toBe(build === older);
});

test('tabs of the same build do not trouble each other', () => {
  const line = aLine();
  const tabs = [createVersionCheck(older), createVersionCheck(older)];
  for (const tab of tabs) tab.listen(line());
  expect(tabs.map((tab) => tab.isOutdated())).toEqual([false, false]);
});

test('a tab that is outdated says so once, and refuses to write', () => {
  const watch = createVersionCheck(older);
  const tell = vi.fn();
  watch.subscribe(tell);
  watch.refuseOutdated();
  watch.mark();
  watch.mark();
  expect(tell).toHaveBeenCalledTimes(1);
  expect(watch.refuseOutdated).toThrow(expect.objectContaining({ kind: 'outdated', status: 409 }) as Error);
});
