import { Link as Anchor } from '@mui/material';
import { createLink } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import type { DryRun } from '#contract/effects.ts';
import type { DeviceId, GroupId } from '#domain/ids.ts';
import { encodeDraft } from '#src/shared/navigation/draft-param.ts';
import { onlyScenario } from '#src/shared/navigation/route-location.ts';

const AnchorLink = createLink(Anchor);

interface PreviewLinkProps {
  readonly write: DryRun;
  /** Where its effect is asked for: the group of the policy or of the device. */
  readonly groupId: GroupId;
  /** The one device that the write is about; null for a policy. */
  readonly on: DeviceId | null;
}

/**
 * Opens the *Schedule* tab with the edit beside what holds now, in another tab of the browser: the window with the edits
 * stays as it is. The edit travels in the address, without the revision it is based on: whoever opens the link later holds
 * it against what is saved then.
 */
export function PreviewLink({ write, groupId, on }: PreviewLinkProps) {
  // The address is packed beside what people do, and once: the router asks for it again and again.
  const late = useDeferredValue(write);
  const draft = useMemo(() => {
    const { operation, params, query, body } = late;
    return encodeDraft({ operation, params, query, body });
  }, [late]);
  return (
    <AnchorLink
      to="/groups/$groupId/$tab"
      params={{ groupId, tab: 'schedule' }}
      search={(before) => ({
        ...onlyScenario(before),
        draft,
        ...(on === null ? {} : { on }),
      })}
      target="_blank"
      rel="opener"
      title="Opens in another tab of the browser; this window stays as it is"
      underline="hover"
      sx={{ fontWeight: 550, display: 'inline-flex', alignItems: 'center', minHeight: 24 }}
    >
      Preview in Schedule
    </AnchorLink>
  );
}
