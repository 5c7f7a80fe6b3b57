import { test as base, expect } from '@playwright/test';

/** A test whose page may print no error or warning, and may talk to nobody but the console's own server. */
export const test = base.extend<{ refusalsByRole: boolean }>({
  // A refusal for the role is a defect wherever a person was let into it: only a test that means to says so.
  refusalsByRole: [false, { option: true }],
  page: async ({ page, baseURL, refusalsByRole }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // What is refused is told to the person; the browser's own line about its status is not a defect.
      const told = refusalsByRole ? /status of 4(00|01|03|04|09|12|13|22|28)/ : /status of 4(00|01|04|09|12|13|22|28)/;
      const refused = told.test(message.text()) && message.location().url.includes('/api/v1/');
      if (!refused) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) complaints.push(`asked a third party: ${url}`);
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };
