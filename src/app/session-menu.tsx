import { Box, Button, Divider, ListSubheader, Menu, MenuItem } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roleNames } from '#contract/rights.ts';
import { signInAs } from '#src/shared/api/session.ts';
import { AllowedMenuItem } from '#src/shared/rights/allowed-menu-item.tsx';
import { useSession, whyMayNot } from '#src/shared/rights/why-may-not.ts';
import { hiddenFromSight } from '#src/shared/ui/announcement.tsx';
import { addressOfDataSet, dataSets } from './data-sets.ts';
import { modeLabels, modes } from './theme-toggle.tsx';

interface SessionMenuProps {
  /** Opens the dialog of that name; null where there is no group to simulate in. */
  readonly onSimulate: (() => void) | null;
  readonly onReset: () => void;
}

/** Who is signed in, the theme, the data sets, and the way back to how this one was at first. */
export function SessionMenu({ onSimulate, onReset }: SessionMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { mode, setMode } = useColorScheme();
  const queries = useQueryClient();
  const world = useSession();
  const user = world?.user ?? 'Session';
  const close = () => {
    setAnchor(null);
  };
  const closing = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{ px: { xs: 2, sm: 3.5 }, minWidth: 0 }}
      >
        <Box component="span" sx={{ '@media (max-width: 899.95px)': hiddenFromSight }}>
          {user}
        </Box>
        {world && (
          <Box
            component="span"
            sx={{ ml: 1.5, color: 'text.secondary', fontWeight: 400, '@media (max-width: 1439.95px)': hiddenFromSight }}
          >
            {roleNames[world.role]}
          </Box>
        )}
        <Box component="span" aria-hidden sx={{ display: { md: 'none' } }}>
          {user.replace(/[^A-Z]/g, '')}
        </Box>
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        slotProps={{ list: { disabledItemsFocusable: true } }}
      >
        {world && <Heading>Signed in in this tab as</Heading>}
        {world?.users.map(({ id, name, role }) => (
          <MenuItem
            key={id}
            role="menuitemradio"
            aria-checked={name === world.user}
            selected={name === world.user}
            onClick={closing(() => {
              signInAs(id);
              void queries.invalidateQueries();
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
            onClick={close}
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
          <AllowedMenuItem whyNot={whyMayNot(world, ['simulate'])} onClick={closing(onSimulate)}>
            Simulate a detection
          </AllowedMenuItem>
        )}
        <AllowedMenuItem whyNot={whyMayNot(world, ['reset-data'])} onClick={closing(onReset)}>
          Reset demo data
        </AllowedMenuItem>
      </Menu>
    </>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <ListSubheader role="presentation" sx={{ lineHeight: '28px', bgcolor: 'transparent' }}>
      {children}
    </ListSubheader>
  );
}
