import { expose } from 'comlink';
import { sheetTexts } from './workbook-text.ts';

/** Reading a large workbook takes seconds, so it runs in a worker. */
const worker = { sheetTexts };

export type WorkbookWorker = typeof worker;

expose(worker);
