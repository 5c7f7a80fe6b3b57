import { separators, type Separator } from '#contract/csv-text.ts';
import { readLocalStorage } from '#src/shared/ui/use-local-storage.ts';

/** Local storage key of the `Separator` of exported files. */
export const separatorKey = 'vesper.csv-separator';

export const separatorLabels: Readonly<Record<Separator, string>> = {
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
};

/** The stored separator; a comma by default. */
export const parseSeparator = (choice: string | null): Separator =>
  separators.find((each) => each === choice) ?? 'comma';

/** The separator of exported files. */
export const separatorPreference = (): Separator => parseSeparator(readLocalStorage(separatorKey));

/** The file extension for a separator: spreadsheets do not expect tabs in a `.csv`. */
export const fileExtension = (separator: Separator): string => (separator === 'tab' ? 'tsv' : 'csv');
