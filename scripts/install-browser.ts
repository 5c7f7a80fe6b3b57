import { ensureBrowser } from './browser.ts';

try {
  ensureBrowser('tests');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
