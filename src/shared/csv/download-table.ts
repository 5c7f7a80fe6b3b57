import { downloadFile } from '#src/shared/ui/download-file.ts';
import { separatorPreference, fileExtension } from './separator-preference.ts';
import { csvFile, type CsvTable } from './csv-table.ts';

/** Writes a table to a file, with the separator chosen. @param name of the file, without its ending */
export async function downloadTable<Row>(name: string, table: CsvTable<Row>): Promise<void> {
  const separator = separatorPreference();
  downloadFile(`${name}.${fileExtension(separator)}`, await csvFile(table, separator), 'text/csv');
}
