import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';

/** What a save that changes nothing would say of a policy: where the edits of tests begin. */
export const bodyOf = ({ name, status, inherit, force, settings }: PolicyView): PolicyUpdate => ({
  name,
  status,
  inherit,
  force,
  settings: {
    actions: settings.actions.own,
    authentication: settings.authentication.own,
    additional: settings.additional.own,
  },
});
