import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link as TextLink,
  Typography,
} from '@mui/material';
import { createLink } from '@tanstack/react-router';
import type { ChangeView } from '#contract/changes.ts';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { dateTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { lineWords } from './change-words.ts';

interface ChangeDetailsProps {
  readonly change: ChangeView;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** One entry of the audit log in full: its objects, each leading to itself, and every old and new value. */
export function ChangeDetails({ change, onUndo, onClose }: ChangeDetailsProps) {
  const { action, at, by, objects, lines, undoable } = change;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="change-title">
      <DialogTitle component="div" sx={{ px: 5 }}>
        <Typography variant="h2" id="change-title">
          {action}
        </Typography>
        <Typography color="textSecondary">
          {by} · {dateTimeIn(viewerZone(), at)} in {viewerZone()}
        </Typography>
      </DialogTitle>
      <DialogContent dividers sx={{ px: 5, display: 'grid', gap: 4 }}>
        {objects.map((object) => (
          <Box key={`${object.kind}/${object.id}`}>
            <Typography sx={{ fontWeight: 600 }} component="div">
              <ObjectName object={object} />
              {object.revision !== null && (
                <Typography component="span" color="textSecondary">
                  {' '}
                  · revision {object.revision}
                </Typography>
              )}
            </Typography>
            <Lines lines={lines.filter((line) => objects.length === 1 || line.object === object.name)} />
          </Box>
        ))}
        {objects.length !== 1 && (
          <Lines lines={lines.filter((line) => !objects.some(({ name }) => name === line.object))} />
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        {undoable ? (
          <Button onClick={onUndo}>Undo</Button>
        ) : (
          <Typography variant="body2" color="textSecondary">
            This cannot be taken back.
          </Typography>
        )}
        <Button variant="contained" color="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Lines({ lines }: { lines: ChangeView['lines'] }) {
  if (lines.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map((line) => (
        <Typography component="li" key={`${line.object}/${line.setting}`} sx={{ overflowWrap: 'anywhere' }}>
          {lineWords(line)}
        </Typography>
      ))}
    </Box>
  );
}

const ObjectLink = createLink(TextLink);
const root = groupIdSchema.parse('managed-devices');

/** The name of what was changed; it leads there. What was deleted meanwhile says so when it is reached. */
function ObjectName({ object: { kind, id, name } }: { object: ChangeView['objects'][number] }) {
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
