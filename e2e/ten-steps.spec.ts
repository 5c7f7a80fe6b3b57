import { expect, test } from './fixtures.ts';
import {
  additional,
  api,
  apply,
  arrowTo,
  configure,
  expand,
  group,
  lock,
  ok,
  open,
  openPolicy,
  openSection,
  propertiesWindow,
  selectGroup,
  setInterval,
  tabTo,
} from './steps.ts';

test('the ten steps of the help page, and everything is kept after a reload', async ({ page }) => {
  await open(page);
  await expand(page, 'Managed devices');
  await expand(page, 'Offices');
  await expand(page, 'Europe');
  await selectGroup(page, 'Berlin');
  const window = await openPolicy(page, 'Berlin');
  await openSection(window, 'Threat Response');
  const dialog = await configure(page, window);
  await dialog.getByRole('radio', { name: 'File areas on system drives of the device' }).check();
  await setInterval(dialog, '2000', '07:00');
  await dialog.getByLabel('End time (hh:mm)').blur();
  await expect(dialog.getByLabel('Start time (hh:mm)')).toHaveValue('20:00');
  await expect(dialog.getByText('11 hours, ends the next day')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^B / })).toContainText('created inside the window: at once');
  await ok(dialog);
  await lock(window).click();
  await apply(window);
  await ok(window);
  await expect(window).toBeHidden();

  await page.reload();
  const again = await openPolicy(page, 'Berlin');
  await openSection(again, 'Threat Response');
  await expect(lock(again)).toBeChecked();
  await expect(additional(again)).toContainText('File areas on system drives of the device · 20:00–07:00');
});

test('what an edit will change is looked at before Apply, and no request of the steps is refused', async ({ page }) => {
  await open(page, '/groups/berlin/policies');
  const window = await openPolicy(page, 'Berlin');
  await openSection(window, 'Threat Response');
  for (const [again, checked] of [true, false].entries()) {
    await lock(window).setChecked(checked);
    await expect(window.getByRole('status').filter({ hasText: /device/ })).toBeVisible();
    // Requests that the save makes stale would be refused right after it, before the list behind is read again.
    const listed = page.waitForResponse(
      (answer) => answer.url().includes('/groups/berlin/policies') && answer.request().method() === 'GET',
    );
    await apply(window);
    await listed;
    await expect(window.getByText(`revision ${String(3 + again)}`)).toBeVisible();
  }
  await ok(window);
  await expect(window).toBeHidden();
});

test('the ten steps by keyboard alone', async ({ page }) => {
  await open(page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // The tree: down to Berlin by arrows, opening what is closed.
  await tabTo(page, group(page, 'Managed devices'));
  for (const [name, next] of [
    ['Managed devices', 'Offices'],
    ['Offices', 'Europe'],
    ['Europe', 'Berlin'],
  ] as const) {
    if ((await group(page, name).getAttribute('aria-expanded')) !== 'true') await press('ArrowRight');
    await expect(group(page, next)).toBeVisible();
    await arrowTo(page, group(page, next));
  }
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Berlin' })).toBeVisible();

  await tabTo(page, page.getByRole('tab', { name: 'Devices' }));
  await press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Policies' })).toBeFocused();
  await press('Enter');
  const row = page.getByRole('table', { name: 'Policies' }).getByRole('button', { name: 'Berlin', exact: true });
  await expect(row).toBeVisible();
  await tabTo(page, row);
  await press('Enter');
  const window = await propertiesWindow(page, 'Berlin');
  await tabTo(page, window.getByRole('button', { name: 'Threat Response' }));
  await press('Enter');

  await expect(lock(window)).toBeVisible();
  const configureButton = additional(window).getByRole('button', { name: 'Configure' });
  await tabTo(page, configureButton);
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'IOC scanning settings' });
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole('radio', { name: 'Critical file areas on the device' }));
  await press('ArrowUp');
  await expect(dialog.getByRole('radio', { name: /^File areas/ })).toBeChecked();
  await tabTo(page, dialog.getByRole('radio', { name: 'Manual start' }));
  await press('ArrowDown', 'ArrowDown');
  await tabTo(page, dialog.getByLabel('Start time (hh:mm)'));
  await press('Control+a');
  await page.keyboard.type('2130');
  await press('Tab', 'Control+a');
  await page.keyboard.type('0630');
  await tabTo(page, dialog.getByRole('button', { name: 'OK' }));
  await press('Enter');
  await expect(dialog).toBeHidden();
  await expect(configureButton).toBeFocused();

  await tabTo(page, lock(window), 'Shift+Tab');
  await press('Space');
  await expect(lock(window)).toBeChecked();
  await tabTo(page, window.getByRole('button', { name: 'Apply' }));
  await press('Enter');
  await expect(window.getByText('Everything is saved')).toBeVisible();
  await tabTo(page, window.getByRole('button', { name: 'OK', exact: true }));
  await press('Enter');
  await expect(window).toBeHidden();
  await expect(row).toBeFocused();
  const saved = await api(page, 'GET', '/policies/berlin');
  expect(JSON.stringify(saved.body)).toContain('{"start":"21:30","end":"06:30"}');
});

test('the ten steps as they are told to whoever does not see them', async ({ page }) => {
  await open(page, '/groups/berlin/policies');
  const tree = page.getByRole('tree', { name: 'Administration groups' });
  await expect(tree).toMatchAriaSnapshot(`
    - tree "Administration groups":
      - treeitem "Managed devices" [expanded] [level=1]
      - treeitem "Offices" [expanded] [level=2]
      - treeitem "Europe" [expanded] [level=3]
      - treeitem "Berlin" [level=4] [selected]
  `);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Berlin" [level=1]
    - tablist "Details":
      - tab "Devices"
      - tab "Policies" [selected]
      - tab "Tasks"
      - tab "Schedule"
    - tabpanel "Policies":
      - region "Policies":
        - table "Policies"
  `);
  const window = await openPolicy(page, 'Berlin');
  await openSection(window, 'Threat Response');
  await expect(window.getByRole('navigation')).toMatchAriaSnapshot(`
    - navigation "Sections":
      - button "General"
      - button "Threat Response"
      - button "Revision history"
  `);
  await expect(lock(window)).toHaveAccessibleDescription('Additional');
  await expect(additional(window)).toMatchAriaSnapshot(`
    - group "Additional":
      - heading "Additional" [level=3]
      - switch "Under policy"
      - button "Configure"
      - checkbox "Enable detection of legitimate applications that can be exploited by adversaries"
  `);
  const dialog = await configure(page, window);
  await setInterval(dialog, '20:00', '07:00');
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "IOC scanning settings":
      - heading "IOC scanning settings" [level=2]
      - radiogroup "Scanning scope":
        - radio "File areas on system drives of the device"
        - radio "Critical file areas on the device" [checked]
      - radiogroup "Scan start":
        - radio "Manual start"
        - radio "Immediately after Kaspersky Sandbox detects a threat"
        - radio "Start within the specified time interval" [checked]
      - textbox "Start time (hh:mm)": "20:00"
      - textbox "End time (hh:mm)": "07:00"
      - region "When would tasks start?":
        - slider "Task A created"
        - slider "Task B created"
        - slider "Task C created"
        - table "When would tasks start?"
      - button "OK"
      - button "Cancel"
  `);
  // What each choice means is told with it, beside its name.
  await expect(dialog.getByRole('radio', { name: 'Manual start' })).toHaveAccessibleDescription(
    /until a person starts/,
  );
  await ok(dialog);
  await lock(window).click();
  await expect(additional(window)).toMatchAriaSnapshot(`
    - group "Additional":
      - switch "Under policy" [checked]
  `);
  await expect(window).toMatchAriaSnapshot(`
    - dialog /^Properties. Berlin$/:
      - button "OK"
      - button "Cancel"
      - button "Apply"
  `);
  await apply(window);
  await expect(window.getByRole('status').filter({ hasText: 'Everything is saved' })).toBeVisible();
});
