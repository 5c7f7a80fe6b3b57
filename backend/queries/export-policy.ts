import type { Parsed } from '#contract/operations.ts';
import type { PolicyFile } from '#contract/policy-file.ts';
import type { RequestContext } from '../request-context.ts';
import { lookup } from './lookup.ts';

/** A policy as a file. Of the authentication only the lock goes out: what stands for a password stays here. */
export async function exportPolicy(context: RequestContext, { params }: Parsed<'exportPolicy'>): Promise<PolicyFile> {
  const { name, inherit, force, settings } = await lookup(context, 'policies', params.policyId);
  const { actions, authentication, additional } = settings;
  return {
    format: 'vesper-policy',
    version: 1,
    name,
    inherit,
    force,
    settings: { actions, authentication: { lock: authentication.lock }, additional },
  };
}
