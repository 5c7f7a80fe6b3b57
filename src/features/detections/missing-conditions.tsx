import { Link as Anchor } from '@mui/material';
import { createLink } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { DetectionView } from '#contract/tasks.ts';
import type { GroupId } from '#domain/ids.ts';
import { missingSentences } from '#domain/response/detection.ts';
import { freshPlace } from '#src/shared/navigation/place.ts';
import { mendOf } from './fix-link.ts';

export const AnchorLink = createLink(Anchor);

interface MissingListProps {
  readonly detection: DetectionView;
  readonly groupId: GroupId | null;
}

/** Each condition that failed, with a link to the window in which it can be mended. */
export function MissingList({ detection, groupId }: MissingListProps) {
  return (
    <ul>
      {detection.missing.map((missing) => (
        <li key={missing.condition}>
          {missingSentences[missing.condition]}{' '}
          <MendLink missing={missing} device={detection.device} groupId={groupId}>
            Open {mendOf(missing, detection.device, groupId).name}
          </MendLink>
        </li>
      ))}
    </ul>
  );
}

/** The same on one line, for a table: each sentence is the link. */
export const MissingLinks = ({ detection }: { detection: DetectionView }) =>
  detection.missing.map((missing, i) => (
    <Fragment key={missing.condition}>
      {i > 0 && ' '}
      <MendLink missing={missing} device={detection.device} groupId={null}>
        {missingSentences[missing.condition]}
      </MendLink>
    </Fragment>
  ));

interface MendLinkProps {
  readonly missing: DetectionView['missing'][number];
  readonly device: DetectionView['device'];
  readonly groupId: GroupId | null;
  readonly children: ReactNode;
}

function MendLink({ missing, device: detecting, groupId, children }: MendLinkProps) {
  const { tab, groupId: group, policy, device } = mendOf(missing, detecting, groupId);
  return (
    <AnchorLink
      to="/groups/$groupId/$tab"
      params={{ groupId: group, tab }}
      search={(before) => ({ ...freshPlace(before), policy, device, section: 'threat-response' as const })}
    >
      {children}
    </AnchorLink>
  );
}
