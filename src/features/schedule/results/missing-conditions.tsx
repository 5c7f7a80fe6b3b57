import { Alert, Link as Anchor } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import type { Forecast } from '#contract/forecast.ts';
import type { DeviceId, GroupId } from '#domain/ids.ts';
import { missingSentences } from '#domain/response/detection.ts';
import { queryOf } from '#src/shared/api/queries.ts';

const AnchorLink = createLink(Anchor);

interface MissingConditionsProps {
  readonly missing: Forecast['missing'];
  readonly groupId: GroupId;
  /** The one device that is asked about; null for the group. */
  readonly on: DeviceId | null;
}

/** What is missing, as things are, for a detection here to create a task at all, and where it can be mended. */
export function MissingConditions({ missing, groupId, on }: MissingConditionsProps) {
  const group = useQuery(queryOf('group', { params: { groupId } }));
  if (missing.length === 0) return null;
  const policy = group.data?.effectivePolicy;
  return (
    <Alert severity="warning" icon={false}>
      As things are, a detection here creates no task. The figures hold once this is mended:{' '}
      {missing.map((condition) => missingSentences[condition]).join(' ')}{' '}
      <AnchorLink
        to="/groups/$groupId/$tab"
        params={{ groupId, tab: 'schedule' }}
        color="inherit"
        search={(before) => ({
          ...before,
          ...(on === null ? { policy: policy?.id } : { device: on }),
          section: 'threat-response' as const,
        })}
        sx={{ fontWeight: 600 }}
      >
        {on !== null ? 'Open the device' : policy ? `Open ${policy.name}` : ''}
      </AnchorLink>
      {on === null && !policy && 'Create a policy in this group, or make one active, in the tab Policies.'}
    </Alert>
  );
}
