import { saveFile } from '#src/shared/ui/download-file.ts';
import { chosenSeparator, endingOf } from './separator-preference.ts';
import { csvFile, type CsvTable } from './csv-table.ts';

/** Writes a table to a file, with the separator chosen. @param name of the file, without its ending */
export async function saveTable<Row>(name: string, table: CsvTable<Row>): Promise<void> {
  const separator = chosenSeparator();
  saveFile(`${name}.${endingOf(separator)}`, await csvFile(table, separator), 'text/csv');
}
