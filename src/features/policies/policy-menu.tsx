import { Box, ListItemText, Menu, MenuItem } from '@mui/material';
import type { PolicyRow } from '#contract/policies.ts';
import type { At } from '#src/shared/ui/row-menu.tsx';
import { policyActionLabels, policyActions, reasonAgainst, type PolicyAction } from './policy-actions.ts';

interface PolicyMenuProps {
  readonly policy: PolicyRow;
  readonly at: At;
  readonly onAction: (action: PolicyAction) => void;
  readonly onClose: () => void;
}

/** What can be done with a policy. What makes no sense stays in its place, can be reached, and says why. */
export function PolicyMenu({ policy, at, onAction, onClose }: PolicyMenuProps) {
  return (
    <Menu
      open
      onClose={onClose}
      transitionDuration={0}
      anchorReference="anchorPosition"
      anchorPosition={at}
      slotProps={{ list: { 'aria-label': `Actions for ${policy.name}`, dense: true } }}
    >
      {policyActions.map((action) => {
        const reason = reasonAgainst(action, policy);
        return (
          <MenuItem
            key={action}
            divider={action === 'rename' || action === 'out-of-office' || action === 'export'}
            aria-disabled={reason !== null}
            sx={reason === null ? {} : { color: 'text.secondary', cursor: 'default' }}
            onClick={() => {
              if (reason === null) onAction(action);
            }}
          >
            <ListItemText disableTypography>
              {policyActionLabels[action]}
              {reason !== null && (
                <Box component="span" sx={{ typography: 'body2' }}>
                  {' '}
                  – {reason}
                </Box>
              )}
            </ListItemText>
          </MenuItem>
        );
      })}
    </Menu>
  );
}
