import type { Separator } from '#contract/csv-text.ts';
import { saveFile } from '#src/shared/ui/save-file.ts';
import { chosenSeparator } from './chosen-separator.ts';
import { csvFile, type CsvTable } from './csv-table.ts';

/** What programs call a file with this separator: tabs are not looked for in a `.csv`. */
export const endingOf = (separator: Separator): string => (separator === 'tab' ? 'tsv' : 'csv');

/** Writes a table to a file, with the separator chosen. @param name of the file, without its ending */
export async function saveTable<Row>(name: string, table: CsvTable<Row>): Promise<void> {
  const separator = chosenSeparator();
  saveFile(`${name}.${endingOf(separator)}`, await csvFile(table, separator), 'text/csv');
}
