import type { Page } from '@playwright/test';
import { openDevices } from './enterprise.ts';
import type { Figures } from './goal.ts';
import { msToPaint, quiet } from './painted.ts';

/** One round in the tree of 5,000 groups. */
export async function answersOfTree(page: Page, address: string, figures: Figures): Promise<void> {
  await openDevices(page, address);
  // All groups are open but the one above them: one key shows them all.
  await page.evaluate(async () => {
    const { groups } = (await (await fetch('/api/v1/groups')).json()) as { groups: { id: string }[] };
    const ids = groups.map(({ id }) => id).filter((id) => id !== 'managed-devices');
    localStorage.setItem('vesper.open-groups', ids.join(' '));
  });
  await openDevices(page, address);
  await page.getByRole('treeitem', { name: 'Managed devices', exact: true }).focus();
  await quiet(page);
  const press = (key: string, shows: () => boolean) =>
    msToPaint(page, 'keydown', shows, () => page.keyboard.press(key));
  figures.add(
    'expand all 5,000 groups',
    await press('ArrowRight', () => document.querySelectorAll('[role=treeitem][aria-level="4"]').length > 0),
  );
  const nodes = [await nodesOfTree(page)];
  await quiet(page);
  figures.add(
    'jump to the last group',
    await press('End', () => document.activeElement?.getAttribute('aria-label') === 'Unassigned devices'),
  );
  nodes.push(await nodesOfTree(page));
  await page.getByRole('tree').evaluate((tree) => {
    if (tree.parentElement) tree.parentElement.scrollTop = tree.scrollHeight / 2;
  });
  await quiet(page);
  nodes.push(await nodesOfTree(page));
  figures.add('nodes', Math.max(...nodes));

  await page.getByLabel('Filter groups').focus();
  figures.add(
    'filter the groups by one letter',
    await msToPaint(
      page,
      'input',
      () =>
        /^\d+ groups$/.test(
          document.querySelector('input[placeholder="Filter groups"]')?.parentElement?.nextElementSibling
            ?.textContent ?? '',
        ),
      () => page.keyboard.press('a'),
    ),
  );
}

const nodesOfTree = (page: Page) => page.getByRole('tree').evaluate((tree) => tree.querySelectorAll('*').length + 1);
