import { Link as Anchor } from '@mui/material';
import { createLink } from '@tanstack/react-router';
import type { DetectionView } from '#contract/tasks.ts';
import type { GroupId } from '#domain/ids.ts';
import { missingSentences } from '#domain/response/detection.ts';
import { freshPlace } from '#src/shared/navigation/place.ts';
import { mendOf } from './mending.ts';

export const AnchorLink = createLink(Anchor);

interface MissingListProps {
  readonly detection: DetectionView;
  readonly groupId: GroupId | null;
}

/** Each condition that failed, with a link to the window in which it can be mended. */
export function MissingList({ detection, groupId }: MissingListProps) {
  return (
    <ul>
      {detection.missing.map((missing) => {
        const { name, tab, groupId: group, policy, device } = mendOf(missing, detection.device, groupId);
        return (
          <li key={missing.condition}>
            {missingSentences[missing.condition]}{' '}
            <AnchorLink
              to="/groups/$groupId/$tab"
              params={{ groupId: group, tab }}
              search={(before) => ({ ...freshPlace(before), policy, device, section: 'threat-response' as const })}
            >
              Open {name}
            </AnchorLink>
          </li>
        );
      })}
    </ul>
  );
}
