import type { Page } from '@playwright/test';
import { openDevices } from './enterprise.ts';
import type { Figures } from './goal.ts';
import { msToPaint, quiet } from './painted.ts';

/** One round in the list of 100,000 devices. Each question is one that was not asked before. */
export async function answersOfTable(page: Page, address: string, figures: Figures): Promise<void> {
  const open = async () => {
    await openDevices(page, address);
    await quiet(page);
  };
  const firstGone = () => {
    const rows = document.querySelector('table[aria-label=Devices] tbody');
    return rows !== null && rows.childElementCount > 0 && !rows.textContent.includes('ADL-LT-00001');
  };
  await open();
  figures.add(
    'sort 100,000 devices',
    await msToPaint(page, 'click', firstGone, () =>
      page.getByRole('columnheader', { name: 'Time zone' }).getByRole('button').click(),
    ),
  );
  await open();
  figures.add(
    'show their next page',
    await msToPaint(page, 'click', firstGone, () => page.getByRole('button', { name: 'Next page' }).click()),
  );
  await open();
  await page.getByRole('combobox', { name: 'Status' }).click();
  const offline = page.getByRole('option', { name: 'Offline' });
  await offline.waitFor();
  await quiet(page);
  figures.add(
    'filter them by status',
    await msToPaint(
      page,
      'click',
      () => {
        const rows = [...document.querySelectorAll<HTMLTableRowElement>('table[aria-label=Devices] tbody tr')];
        return rows.length > 0 && rows.every(({ cells }) => cells[2]?.textContent === 'Offline');
      },
      () => offline.click(),
    ),
  );
  await open();
  await page.getByLabel('Search devices').focus();
  figures.add(
    'search them by name',
    await msToPaint(
      page,
      'input',
      () => document.querySelector('table[aria-label=Devices] tbody button')?.textContent === 'KTM-WS-00042',
      () => page.keyboard.type('ktm-ws-00042', { delay: 40 }),
    ),
  );
}
