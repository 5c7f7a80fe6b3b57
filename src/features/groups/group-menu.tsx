import { Box, Menu, MenuItem, Typography } from '@mui/material';
import { useId } from 'react';
import type { GroupNode } from '#contract/groups.ts';
import { MenuReason } from '#src/shared/rights/menu-reason.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { groupActions, actionRefusal, type GroupAction } from './move-targets.ts';

const labels: Readonly<Record<GroupAction, string>> = {
  create: 'New subgroup…',
  rename: 'Rename…',
  move: 'Move to…',
  delete: 'Delete…',
  history: 'Revision history…',
};

/** Where a menu opens, in pixels of the window. */
export interface MenuPosition {
  readonly left: number;
  readonly top: number;
}

interface GroupMenuProps {
  readonly group: GroupNode;
  readonly position: MenuPosition;
  readonly onAction: (action: GroupAction) => void;
  readonly onClose: () => void;
}

/** What can be done with a group; what cannot says why. */
export function GroupMenu({ group, position, onAction, onClose }: GroupMenuProps) {
  const whyNot = useDenialReason('manage-groups');
  const whyNotId = useId();
  return (
    <Menu
      open
      onClose={onClose}
      anchorReference="anchorPosition"
      anchorPosition={position}
      onContextMenu={(event) => {
        event.preventDefault();
      }}
      slotProps={{
        paper: { sx: { border: 1, borderColor: 'divider' } },
        list: { 'aria-label': `Actions for ${group.name}`, disabledItemsFocusable: true },
      }}
    >
      {whyNot !== null && <MenuReason id={whyNotId}>{whyNot}</MenuReason>}
      {groupActions.map((action) => {
        const refused = whyNot !== null && action !== 'history';
        const reason = refused ? null : actionRefusal(action, group.id);
        return (
          <MenuItem
            key={action}
            disabled={refused || reason !== null}
            aria-describedby={refused ? whyNotId : undefined}
            onClick={() => {
              onAction(action);
            }}
            sx={{ '&.Mui-disabled': { opacity: 1, color: 'text.secondary' } }}
          >
            <Box>
              {labels[action]}
              {reason !== null && (
                <Typography variant="body2" color="textSecondary">
                  {reason}
                </Typography>
              )}
            </Box>
          </MenuItem>
        );
      })}
    </Menu>
  );
}
