import type { Locator, Page } from '@playwright/test';
import { operations } from '#contract/operations.ts';
import { expect } from './fixtures.ts';

export const mayNotPolicies = (role: string) => `Your role, ${role}, may not change policies.`;
export const mayNotSimulate = 'Your role, Auditor, may not drive the simulation.';

/** What the page asked for that takes more than the right to view, as *METHOD path*. */
export function writesOf(page: Page): string[] {
  const writing = Object.values(operations)
    .filter(({ needs }) => needs !== 'view')
    .map(({ method, path }) => [method, new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)] as const);
  const writes: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (writing.some(([method, path]) => method === request.method() && path.test(pathname)))
      writes.push(`${request.method()} ${pathname}`);
  });
  return writes;
}

/** It can be reached and says why it does nothing, to everybody. */
export async function refusesBecause(control: Locator, reason: string) {
  await expect(control).toHaveAttribute('aria-disabled', 'true');
  await expect(control).toHaveAccessibleDescription(new RegExp(reason.replace('Your', '[Yy]our')));
  await control.focus();
  await expect(control).toBeFocused();
}
