import { Button, ListSubheader, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import { actionIds, actionKindLabels, actions, type ActionId, type ActionKind } from '#domain/response/actions.ts';

interface AddActionProps {
  readonly selected: readonly ActionId[];
  readonly onAdd: (action: ActionId) => void;
}

const kinds: readonly ActionKind[] = ['local', 'group'];

/** *Add*: a menu of the actions that are not in the list yet, local and group apart. */
export function AddAction({ selected, onAdd }: AddActionProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const left = actionIds.filter((action) => !selected.includes(action));
  if (left.length === 0) return <Typography color="textSecondary">All actions are selected.</Typography>;
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        Add
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
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
                  setAnchor(null);
                  onAdd(action);
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
