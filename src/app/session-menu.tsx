import { Box, Button, Divider, ListSubheader, Menu, MenuItem } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '#src/shared/api/queries.ts';
import { signInAs } from '#src/shared/api/session.ts';
import { hiddenFromSight } from '#src/shared/ui/announcement.tsx';
import { addressOfDataSet, dataSets } from './data-sets.ts';
import type { Over } from './over.ts';
import { modeLabels, modes } from './theme-toggle.tsx';

interface SessionMenuProps {
  /** Opens the dialog of that name; null where there is no group to simulate in. */
  readonly onSimulate: (() => void) | null;
  readonly onOver: (over: Over) => void;
}

const own = [
  ['display', 'Display settings'],
  ['shortcuts', 'Keyboard shortcuts'],
  ['reset', 'Reset demo data'],
] as const;

/** Who is signed in, the theme, the data sets, and the way back to how this one was at first. */
export function SessionMenu({ onSimulate, onOver }: SessionMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { mode, setMode } = useColorScheme();
  const queries = useQueryClient();
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity }).data;
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
        <Box component="span" aria-hidden sx={{ display: { md: 'none' } }}>
          {user.replace(/[^A-Z]/g, '')}
        </Box>
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        {world && <Heading>Signed in in this tab as</Heading>}
        {world?.users.map(({ id, name }) => (
          <MenuItem
            key={id}
            role="menuitemradio"
            aria-checked={name === world.user}
            selected={name === world.user}
            onClick={closing(() => {
              signInAs(id);
              void queries.invalidateQueries();
            })}
          >
            {name}
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
        {onSimulate && <MenuItem onClick={closing(onSimulate)}>Simulate a detection</MenuItem>}
        {own.map(([over, label]) => (
          <MenuItem
            key={over}
            onClick={closing(() => {
              onOver(over);
            })}
          >
            {label}
          </MenuItem>
        ))}
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
