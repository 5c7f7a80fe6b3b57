import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Divider,
  Menu,
  MenuItem,
  ListSubheader,
} from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';

const modes = ['system', 'light', 'dark'] as const;
const modeLabels = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Who is signed in, the theme, and the way back to the demo data. */
export function SessionMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState(false);
  const { mode, setMode } = useColorScheme();
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity }).data;
  const navigate = useNavigate();
  const { groupId } = useParams({ strict: false });
  const close = () => {
    setAnchor(null);
  };
  return (
    <>
      <Button
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {world?.user ?? 'Session'}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        <ListSubheader role="presentation" sx={{ lineHeight: '28px', bgcolor: 'transparent' }}>
          Theme
        </ListSubheader>
        {modes.map((choice) => (
          <MenuItem
            key={choice}
            role="menuitemradio"
            aria-checked={mode === choice}
            selected={mode === choice}
            onClick={() => {
              setMode(choice);
              close();
            }}
          >
            {modeLabels[choice]}
          </MenuItem>
        ))}
        <Divider />
        {groupId !== undefined && (
          <MenuItem
            onClick={() => {
              close();
              void navigate({ to: '.', search: (before) => ({ ...before, dialog: 'detection' as const }) });
            }}
          >
            Simulate a detection
          </MenuItem>
        )}
        <MenuItem
          onClick={() => {
            close();
            setAsking(true);
          }}
        >
          Reset demo data
        </MenuItem>
      </Menu>
      {asking && (
        <ResetQuestion
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function ResetQuestion({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: () => call('resetWorld'),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="reset-title">
      <DialogTitle variant="h2" id="reset-title">
        Reset demo data?
      </DialogTitle>
      <DialogContent>
        Policies, device settings, detections, tasks and the clock go back to how they were at first. This cannot be
        undone.
        {reset.isError && <p role="alert">{sentenceOf(reset.error)}</p>}
      </DialogContent>
      <DialogActions>
        <Button
          variant="contained"
          color="primary"
          disabled={reset.isPending}
          onClick={() => {
            reset.mutate();
          }}
        >
          Reset
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  );
}
