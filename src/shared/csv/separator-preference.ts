import { separators, type Separator } from '#contract/csv-text.ts';
import { readLocalStorage } from '#src/shared/ui/use-local-storage.ts';

/** Under which name this browser remembers what stands between the cells of the files it writes: a `Separator`. */
export const separatorKey = 'vesper.csv-separator';

export const separatorLabels: Readonly<Record<Separator, string>> = {
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
};

/** The separator that a remembered choice names; the comma until one is chosen. */
export const parseSeparator = (choice: string | null): Separator =>
  separators.find((each) => each === choice) ?? 'comma';

/** What stands between the cells of a file that is written now. */
export const separatorPreference = (): Separator => parseSeparator(readLocalStorage(separatorKey));

/** What programs call a file with this separator: tabs are not looked for in a `.csv`. */
export const fileExtension = (separator: Separator): string => (separator === 'tab' ? 'tsv' : 'csv');
