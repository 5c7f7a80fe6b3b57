// What is refused is written to the browser's console: here that is the proof, not a defect.
import { expect, test } from '@playwright/test';
import { api, open } from './steps.ts';

test('scripts come from the own server only: no inline code, no eval, no address of another', async ({ page }) => {
  const [policy] = await Promise.all([
    page.waitForResponse('/').then((response) => response.headerValue('content-security-policy')),
    page.goto('/'),
  ]);
  await open(page, '/groups/offices/devices', 'small');
  const directives = new Map((policy ?? '').split('; ').map((part) => [part.split(' ')[0], part]));
  expect(directives.get('script-src')).toBe("script-src 'self'");
  expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
  const refused = await page.evaluate(async () => {
    // What a debugger evaluates may compile code while it is evaluated; what runs later obeys the page's policy.
    await new Promise((resolve) => setTimeout(resolve));
    const refusedBy = (work: () => unknown) => {
      try {
        work();
        return 'allowed';
      } catch (error) {
        return error instanceof Error ? error.name : 'unknown';
      }
    };
    return {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it is refused is what is tested
      compiled: refusedBy(() => new Function('return 1')),
      markup: refusedBy(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      elsewhere: refusedBy(() => new Worker('https://elsewhere.example/worker.js')),
      policy: refusedBy(() =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
        ).trustedTypes.createPolicy('own', {}),
      ),
    };
  });
  expect(refused).toEqual({
    compiled: 'EvalError',
    markup: 'TypeError',
    elsewhere: 'TypeError',
    policy: 'TypeError',
  });
});

test('markup in a file name is text wherever it is shown, and what an IOC file says of it is well-formed', async ({
  page,
  context,
}) => {
  await open(page, '/groups/berlin/devices', 'small');
  const fileName = `<img src=x onerror=alert(1)>&"'.]]>scr`;
  const objects = [{ fileName, md5: 'a'.repeat(32) }];
  const { status } = await api(page, 'POST', '/detections', { body: { deviceId: 'ber-ws-0001', objects } });
  expect(status).toBe(201);
  await page.goto('/groups/berlin/tasks?task=task-0001&scenario=small');
  await expect(page.getByRole('dialog', { name: `Task: IOC Scan · ${fileName} · 0001` })).toBeVisible();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  const { body } = await api(page, 'GET', '/tasks/task-0001/ioc-file');
  // On a page without the console's policy, for reading markup is refused there.
  const plain = await context.newPage();
  const message = await plain.evaluate(
    (text) => {
      const read = new DOMParser().parseFromString(text, 'application/xml');
      return [read.querySelector('parsererror')?.textContent, read.querySelector('short_description')?.textContent];
    },
    (body as { content: string }).content,
  );
  expect(message).toEqual([undefined, `IOC Scan · ${fileName} · 0001`]);
});
