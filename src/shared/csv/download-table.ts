import { downloadFile } from '#src/shared/ui/download-file.ts';
import { separatorPreference, fileExtension } from './separator-preference.ts';
import { csvFile, type CsvTable } from './csv-table.ts';

/** Downloads a table as CSV with the preferred separator. @param name the file name without its extension */
export async function downloadTable<Row>(name: string, table: CsvTable<Row>): Promise<void> {
  const separator = separatorPreference();
  downloadFile(`${name}.${fileExtension(separator)}`, await csvFile(table, separator), 'text/csv');
}
