import { Box, Divider, ListSubheader, Menu, MenuItem } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { useQueryClient, type Query } from '@tanstack/react-query';
import type { WorldView } from '#contract/simulation.ts';
import { roleNames } from '#contract/rights.ts';
import { signInAs } from '#src/shared/api/session.ts';
import { AllowedMenuItem } from '#src/shared/rights/allowed-menu-item.tsx';
import { denialReason } from '#src/shared/rights/denial-reason.ts';
import { addressOfDataSet, dataSets } from '#src/app/data-sets.ts';
import type { GlobalDialog } from './global-dialog.ts';
import { modeLabels, modes } from './theme-toggle.tsx';

interface SessionMenuItemsProps {
  readonly anchor: HTMLElement;
  readonly world: WorldView | undefined;
  readonly onSimulate: (() => void) | null;
  readonly onDialog: (over: GlobalDialog) => void;
  readonly onClose: () => void;
}

/** What is answered depends on the role, or was refused. The data are the same for everybody. */
const dependsOnUser = ({ queryKey: [name], state }: Query) => name === 'world' || state.status === 'error';

const dialogItems = [
  ['display', 'Display settings'],
  ['shortcuts', 'Keyboard shortcuts'],
  ['conditions', 'Conditions…'],
  ['reset', 'Reset demo data'],
] as const;

/** The content of the session menu. */
export function SessionMenuItems({ anchor, world, onSimulate, onDialog, onClose }: SessionMenuItemsProps) {
  const { mode, setMode } = useColorScheme();
  const queries = useQueryClient();
  const closing = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Menu open anchorEl={anchor} onClose={onClose} slotProps={{ list: { disabledItemsFocusable: true } }}>
      {world && <Heading>Signed in in this tab as</Heading>}
      {world?.users.map(({ id, name, role }) => (
        <MenuItem
          key={id}
          role="menuitemradio"
          aria-checked={name === world.user}
          selected={name === world.user}
          onClick={closing(() => {
            signInAs(id);
            void queries.invalidateQueries({ predicate: dependsOnUser });
          })}
          sx={{ justifyContent: 'space-between', gap: 6 }}
        >
          {name}{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {roleNames[role]}
          </Box>
        </MenuItem>
      ))}
      {world && <Divider />}
      <Heading>Theme</Heading>
      {modes.map((choice) => (
        <MenuItem
          key={choice}
          role="menuitemradio"
          aria-checked={mode === choice}
          selected={mode === choice}
          onClick={closing(() => {
            setMode(choice);
          })}
        >
          {modeLabels[choice]}
        </MenuItem>
      ))}
      <Divider />
      <Heading>Data set · each keeps its own changes</Heading>
      {dataSets.map((dataSet) => (
        <MenuItem
          key={dataSet.name}
          component="a"
          href={addressOfDataSet(dataSet)}
          role="menuitemradio"
          aria-checked={dataSet.name === world?.scenario}
          selected={dataSet.name === world?.scenario}
          onClick={onClose}
          sx={{ justifyContent: 'space-between', gap: 6 }}
        >
          {dataSet.label}{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {dataSet.size}
          </Box>
        </MenuItem>
      ))}
      <Divider />
      {onSimulate && (
        <AllowedMenuItem disabledReason={denialReason(world, ['simulate'])} onClick={closing(onSimulate)}>
          Simulate a detection
        </AllowedMenuItem>
      )}
      {dialogItems.map(([over, label]) => (
        <AllowedMenuItem
          key={over}
          disabledReason={over === 'reset' ? denialReason(world, ['reset-data']) : null}
          onClick={closing(() => {
            onDialog(over);
          })}
        >
          {label}
        </AllowedMenuItem>
      ))}
    </Menu>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <ListSubheader role="presentation" sx={{ lineHeight: '28px', bgcolor: 'transparent' }}>
      {children}
    </ListSubheader>
  );
}
