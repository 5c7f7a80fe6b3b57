/**
 * The source of a call, to be evaluated in a page. The function may use nothing but its arguments, which must survive JSON.
 * esbuild marks functions by a helper of its own, which the page does not have.
 */
export const call = <A extends readonly unknown[]>(run: (...args: A) => unknown, ...args: A): string =>
  `(() => { const __name = (named) => named; return (${run.toString()})(...${JSON.stringify(args)}); })()`;

/** What a person would call it: its role, and where that is not enough, its whole name or some of its text. */
export interface Target {
  readonly role: keyof typeof selectors;
  readonly name?: string;
  readonly containing?: string;
}

/** What has a role here, by attribute or by element. */
const selectors = {
  alert: '[role=alert]',
  button: 'button:not([role]), a[role=button]',
  combobox: '[role=combobox]',
  dialog: '[role=dialog]',
  group: '[role=group]',
  heading: 'h1, h2, h3',
  menuitem: '[role=menuitem]',
  option: '[role=option]',
  radio: 'input[type=radio]',
  row: 'tbody tr',
  status: '[role=status]',
  switch: '[role=switch]',
  tab: '[role=tab]',
  textbox: 'input:not([type=radio], [type=checkbox])',
  treeitem: '[role=treeitem]',
} as const;

/** What a page shows of a target: the topmost of its kind that is not hidden; null where there is none. */
export interface Shown {
  /** The middle of it, in CSS pixels of the page in sight. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly value: string;
  readonly on: boolean;
  readonly focused: boolean;
  /** It can be clicked: it is enabled, in sight, and nothing lies over it. */
  readonly reachable: boolean;
}

/** The expression that says what a page shows of a target, after scrolling to it. */
export const shown = ({ role, name, containing }: Target): string =>
  call(look, selectors[role], name ?? null, containing ?? '');

function look(selector: string, name: string | null, containing: string): Shown | null {
  const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
  const textOf = (id: string) => tidy(document.getElementById(id)?.textContent);
  const nameOf = (element: Element) => {
    const ids = element.getAttribute('aria-labelledby');
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return (
      element.getAttribute('aria-label') ??
      (ids ? ids.split(' ').map(textOf).join(' ') : tidy(labels[0]?.textContent ?? element.textContent))
    );
  };
  const found = [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((element) => element.closest('[aria-hidden=true]') === null && element.checkVisibility())
    .findLast((element) => (name === null || nameOf(element) === name) && tidy(element.innerText).includes(containing));
  if (!found) return null;
  found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const box = found.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const field = found instanceof HTMLInputElement ? found : null;
  return {
    x,
    y,
    text: tidy(found.innerText),
    value: field?.value ?? '',
    on: field?.checked ?? found.getAttribute('aria-expanded') === 'true',
    focused: document.activeElement === found,
    reachable:
      !found.matches(':disabled') &&
      top !== null &&
      (found.contains(top) || (field?.labels?.[0]?.contains(top) ?? false)),
  };
}
