import { wrap } from 'comlink';
import type { SheetText } from './workbook-text.ts';
import type { WorkbookWorker } from './workbook-worker.ts';

/**
 * Reads the non-empty sheets of a workbook in a worker, which is loaded and terminated with the call.
 * @throws Error if the file is not a workbook, or the worker cannot be loaded
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly SheetText[]> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' });
  try {
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', () => {
        reject(new Error('The worker failed.'));
      });
    });
    const sheets = await Promise.race([wrap<WorkbookWorker>(worker).sheetTexts(bytes), failed]);
    return sheets.filter(({ text }) => text !== '');
  } finally {
    worker.terminate();
  }
}
