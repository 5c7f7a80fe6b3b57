import type { Page } from '@playwright/test';
import { api } from '../../e2e/steps.ts';

const md5 = '0123456789abcdef0123456789abcdef';
const policy = '/policies/berlin-2025';

/** Two detections: a task of the Berlin group, and one of all offices; and two changes for the audit log. */
export async function prepare(page: Page): Promise<void> {
  for (const [deviceId, fileName] of [
    ['lon-ws-0007', 'invoice-2026.scr'],
    ['ber-ws-0001', 'viewer.dll'],
  ] as const)
    await api(page, 'POST', '/detections', {
      body: { deviceId, objects: [{ fileName, path: 'C:\\Users\\Public', md5 }] },
    });
  for (const status of ['active', 'inactive']) {
    const { etag } = await api(page, 'GET', policy);
    await api(page, 'POST', `${policy}/status`, { body: { status }, headers: { 'if-match': etag ?? '' } });
  }
}
