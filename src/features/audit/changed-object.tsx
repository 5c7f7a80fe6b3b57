import { Box, Link as TextLink, Typography } from '@mui/material';
import { createLink } from '@tanstack/react-router';
import type { ChangeView } from '#contract/changes.ts';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import type { VersionedObject } from '#src/features/history/revision-words.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

type Changed = ChangeView['objects'][number];

/** The `history` search param of an object: `policy/berlin`. */
export const historyKey = ({ kind, id }: Changed): string => `${kind}/${id}`;

/** The object for its history; null without one: the account, and moved devices. */
export const versionedObject = ({ kind, id }: Changed): VersionedObject | null =>
  kind === 'policy' || kind === 'group' || kind === 'device' ? { kind, objectId: id } : null;

interface ChangedObjectProps {
  readonly object: Changed;
  readonly onHistory: (history: string) => void;
}

/** An object of an entry with links to it and to its history, which exists even after deletion. */
export function ChangedObject({ object, onHistory }: ChangedObjectProps) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, alignItems: 'baseline' }}>
      <Typography sx={{ fontWeight: 600, flex: 1, overflowWrap: 'anywhere' }} component="div">
        <ObjectName object={object} />
        {object.revision !== null && (
          <Typography component="span" color="textSecondary">
            {' '}
            · revision {object.revision}
          </Typography>
        )}
      </Typography>
      {versionedObject(object) && (
        <TextButton
          aria-haspopup="dialog"
          aria-label={`Revision history of ${object.name}`}
          onClick={() => {
            onHistory(historyKey(object));
          }}
        >
          Revision history
        </TextButton>
      )}
    </Box>
  );
}

const ObjectLink = createLink(TextLink);
const root = groupIdSchema.parse('managed-devices');

/** The name of what was changed; it leads there. What was deleted meanwhile says so when it is reached. */
function ObjectName({ object: { kind, id, name } }: { object: Changed }) {
  const to = '/groups/$groupId/$tab';
  switch (kind) {
    case 'policy':
      return (
        <ObjectLink to={to} params={{ groupId: root, tab: 'policies' }} search={{ policy: policyIdSchema.parse(id) }}>
          {name}
        </ObjectLink>
      );
    case 'device':
      return (
        <ObjectLink to={to} params={{ groupId: root, tab: 'devices' }} search={{ device: deviceIdSchema.parse(id) }}>
          {name}
        </ObjectLink>
      );
    case 'group':
      return (
        <ObjectLink to={to} params={{ groupId: groupIdSchema.parse(id), tab: 'devices' }} search={{}}>
          {name}
        </ObjectLink>
      );
    case 'devices':
    case 'account':
      return name;
    default:
      return kind satisfies never;
  }
}
