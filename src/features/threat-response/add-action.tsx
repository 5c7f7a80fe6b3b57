import { ListSubheader, Menu, MenuItem, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { actionIds, actionKindLabels, actions, type ActionId, type ActionKind } from '#domain/response/actions.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';

interface AddActionProps {
  readonly selected: readonly ActionId[];
  readonly onAdd: (action: ActionId) => void;
  /** The last action was added, so that nothing is left to add: the focus needs another place. */
  readonly onAllAdded: () => void;
}

const kinds: readonly ActionKind[] = ['local', 'group'];

/** *Add*: a menu of the actions that are not in the list yet, local and group apart. The focus comes back to the button. */
export function AddAction({ selected, onAdd, onAllAdded }: AddActionProps) {
  const readOnly = useReadOnly();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const left = actionIds.filter((action) => !selected.includes(action));
  const close = () => {
    flushSync(() => {
      setOpen(false);
    });
    button.current?.focus();
  };
  const add = (action: ActionId) => {
    close();
    flushSync(() => {
      onAdd(action);
    });
    if (left.length === 1) onAllAdded();
  };
  return (
    <>
      {left.length === 0 ? (
        <Typography color="textSecondary">All actions are selected.</Typography>
      ) : (
        <AllowedButton
          disabledReason={readOnly?.reason ?? null}
          ref={button}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => {
            setOpen(true);
          }}
        >
          Add
        </AllowedButton>
      )}
      <Menu open={open} anchorEl={() => button.current} disableRestoreFocus onClose={close}>
        {kinds.flatMap((kind) => {
          const ofKind = left.filter((action) => actions[action].kind === kind);
          if (ofKind.length === 0) return [];
          return [
            <ListSubheader key={kind} role="presentation" sx={{ lineHeight: '28px', bgcolor: 'transparent' }}>
              {actionKindLabels[kind]}
            </ListSubheader>,
            ...ofKind.map((action) => (
              <MenuItem
                key={action}
                onClick={() => {
                  add(action);
                }}
              >
                {actions[action].label}
              </MenuItem>
            )),
          ];
        })}
      </Menu>
    </>
  );
}
