import { Box, ListItemText, Menu, MenuItem } from '@mui/material';
import { useId } from 'react';
import type { PolicyRow } from '#contract/policies.ts';
import { MenuReason } from '#src/shared/rights/menu-reason.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import type { MenuPosition } from '#src/shared/ui/table/row-menu.tsx';
import {
  changesPolicies,
  policyActionLabels,
  policyActions,
  notApplicableReason,
  type PolicyAction,
} from './policy-actions.ts';

interface PolicyMenuProps {
  readonly policy: PolicyRow;
  readonly at: MenuPosition;
  readonly onAction: (action: PolicyAction) => void;
  readonly onClose: () => void;
}

/** The actions of a policy. Inapplicable ones stay focusable and show the reason. */
export function PolicyMenu({ policy, at, onAction, onClose }: PolicyMenuProps) {
  const denied = useDenialReason('manage-policies');
  const whyNotId = useId();
  return (
    <Menu
      open
      onClose={onClose}
      transitionDuration={0}
      anchorReference="anchorPosition"
      anchorPosition={at}
      slotProps={{ list: { 'aria-label': `Actions for ${policy.name}`, dense: true, disabledItemsFocusable: true } }}
    >
      {denied !== null && <MenuReason id={whyNotId}>{denied}</MenuReason>}
      {policyActions.map((action) => {
        const refused = denied !== null && changesPolicies(action);
        const reason = refused ? null : notApplicableReason(action, policy);
        const disabled = refused || reason !== null;
        return (
          <MenuItem
            key={action}
            divider={action === 'rename' || action === 'out-of-office' || action === 'export'}
            aria-disabled={disabled}
            aria-describedby={refused ? whyNotId : undefined}
            sx={!disabled ? {} : { color: 'text.secondary', cursor: 'default' }}
            onClick={() => {
              if (!disabled) onAction(action);
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
