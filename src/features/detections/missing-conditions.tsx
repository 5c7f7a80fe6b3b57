import { Link as Anchor } from '@mui/material';
import { createLink } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { DetectionView } from '#contract/tasks.ts';
import type { GroupId } from '#domain/ids.ts';
import { missingSentences } from '#domain/response/detection.ts';
import { onlyScenario } from '#src/shared/navigation/route-location.ts';
import { fixTarget } from './fix-link.ts';

export const AnchorLink = createLink(Anchor);

interface MissingConditionsProps {
  readonly detection: DetectionView;
  readonly groupId: GroupId | null;
}

/** The missing conditions, each with a link to the window that can fix it. */
export function MissingConditions({ detection, groupId }: MissingConditionsProps) {
  return (
    <ul>
      {detection.missing.map((missing) => (
        <li key={missing.condition}>
          {missingSentences[missing.condition]}{' '}
          <FixLink missing={missing} device={detection.device} groupId={groupId}>
            Open {fixTarget(missing, detection.device, groupId).name}
          </FixLink>
        </li>
      ))}
    </ul>
  );
}

/** The missing conditions on one line, for a table: each sentence is the link. */
export const InlineMissingConditions = ({ detection }: { detection: DetectionView }) =>
  detection.missing.map((missing, i) => (
    <Fragment key={missing.condition}>
      {i > 0 && ' '}
      <FixLink missing={missing} device={detection.device} groupId={null}>
        {missingSentences[missing.condition]}
      </FixLink>
    </Fragment>
  ));

interface FixLinkProps {
  readonly missing: DetectionView['missing'][number];
  readonly device: DetectionView['device'];
  readonly groupId: GroupId | null;
  readonly children: ReactNode;
}

function FixLink({ missing, device: detecting, groupId, children }: FixLinkProps) {
  const { tab, groupId: group, policy, device } = fixTarget(missing, detecting, groupId);
  return (
    <AnchorLink
      to="/groups/$groupId/$tab"
      params={{ groupId: group, tab }}
      search={(before) => ({ ...onlyScenario(before), policy, device, section: 'threat-response' as const })}
    >
      {children}
    </AnchorLink>
  );
}
