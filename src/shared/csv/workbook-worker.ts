import { expose } from 'comlink';
import { sheetTexts } from './workbook-text.ts';

/** Workbooks are read beside the page: a large one takes seconds. */
const worker = { sheetTexts };

export type WorkbookWorker = typeof worker;

expose(worker);
