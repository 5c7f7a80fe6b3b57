import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material';
import type { Query } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { GroupNode, GroupView } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import { Effects, useEffects } from '#src/features/effects/effects.tsx';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { useChange } from '#src/shared/undo/use-change.ts';
import { groupContent, deletionLabel, deviceDestination, formatContent } from './group-content.ts';

interface DeleteGroupProps {
  readonly node: GroupNode;
  readonly group: GroupView;
  /** The groups below it, at any depth. */
  readonly subgroups: readonly GroupId[];
  readonly onDeleted: () => unknown;
  readonly onClose: () => void;
}

/** Asks before a group goes, with what it holds in numbers, and what its going will change. */
export function DeleteGroup({ node, group, subgroups, onDeleted, onClose }: DeleteGroupProps) {
  const [withContent, setWithContent] = useState(false);
  const params = { groupId: group.id };
  const effects = useEffects({ operation: 'deleteGroup', params, query: { content: 'true' } });
  const remove = useChange('deleteGroup', onDeleted, { isDeleted: isAbout([group.id, ...subgroups]) });
  const lines = effects?.effects?.lines;
  const content = lines && groupContent({ subgroups: subgroups.length, devices: node.deviceCount, lines });
  const contentText = content ? formatContent(content) : null;
  const confirmed = contentText === '' || withContent;
  return (
    <ConfirmDialog
      title={`Delete group “${group.name}”?`}
      rights={['manage-groups']}
      confirmLabel={content ? deletionLabel(content) : 'Delete group'}
      blockedReason={
        contentText === null ? 'Counting what it holds.' : confirmed ? null : 'Say that its content goes too.'
      }
      busy={remove.isPending}
      error={remove.error}
      failurePrefix="Nothing was deleted."
      onConfirm={() => {
        remove.mutate({
          input: { params, query: withContent ? { content: 'true' } : {} },
          revision: group.revision,
          successMessage: `Group “${group.name}” deleted.`,
        });
      }}
      onClose={onClose}
    >
      {contentText !== null && (
        <Typography>
          {contentText === '' ? 'It holds no subgroup, no device and no policy.' : `It holds ${contentText}.`}
        </Typography>
      )}
      {content && contentText !== '' && (
        <FormControlLabel
          control={
            <Checkbox
              checked={withContent}
              onChange={(_, on) => {
                setWithContent(on);
              }}
            />
          }
          label={`Delete it with its content. ${deviceDestination(content)}`}
        />
      )}
      <Box role="status" aria-label="What will change">
        {effects && <Effects state={effects} />}
      </Box>
    </ConfirmDialog>
  );
}

/** Whether a query names one of these groups in its address. */
const isAbout =
  (groups: readonly GroupId[]) =>
  ({ queryKey }: Query): boolean => {
    const { params } = z.object({ params: z.object({ groupId: z.string() }) }).safeParse(queryKey[1]).data ?? {};
    return groups.some((id) => id === params?.groupId);
  };
