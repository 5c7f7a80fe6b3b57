import {
  Box,
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Switch,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { keyLabels } from '#src/shared/keys/key-labels.ts';
import { controlKeys, isSingleKey, shortcuts } from '#src/shared/keys/shortcuts.ts';
import { useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { TopDialog } from '#src/shared/ui/dialog/top-dialog.tsx';
import { singleKeysKey } from '#src/app/settings/setting-keys.ts';

interface ShortcutsOverviewProps {
  /** The ids of shortcuts and the names of controls that held where the overview was opened. */
  readonly activeKeys: ReadonlySet<string>;
  readonly onClose: () => void;
}

interface Line {
  readonly keys: string;
  readonly does: string;
  readonly off: boolean;
}

/** *Keyboard shortcuts*: those that hold here first, then those of other places; and the switch for those of single keys. */
export function ShortcutsOverview({ activeKeys, onClose }: ShortcutsOverviewProps) {
  const id = useId();
  const [single, setSingle] = useLocalStorage<string>(singleKeysKey, 'on');
  const isOn = single !== 'off';
  const lineOf = (shortcut: (typeof shortcuts)[number]): Line => ({ ...shortcut, off: !isOn && isSingleKey(shortcut) });
  const parts = [
    { name: 'Here', lines: shortcuts.filter((one) => activeKeys.has(one.id)).map(lineOf) },
    ...controlKeys.filter(({ control }) => activeKeys.has(control)).map(partOf),
    { name: 'Elsewhere', lines: shortcuts.filter((one) => !activeKeys.has(one.id)).map(lineOf) },
    ...controlKeys.filter(({ control }) => !activeKeys.has(control)).map(partOf),
  ].filter(({ lines }) => lines.length > 0);
  return (
    <TopDialog onClose={onClose} maxWidth={false} aria-labelledby={id} slotProps={{ paper: { sx: paper } }}>
      <DialogTitle variant="h2" id={id}>
        Keyboard shortcuts
      </DialogTitle>
      <DialogContent dividers sx={{ columns: { md: 2 }, columnGap: 10 }}>
        {parts.map(({ name, lines }) => (
          <Part key={name} name={name} lines={lines} />
        ))}
      </DialogContent>
      <DialogActions sx={{ px: 6, py: 3, flexWrap: 'wrap', gap: 2 }}>
        <FormControlLabel
          label="Shortcuts without Ctrl or ⌘"
          control={
            <Switch
              checked={isOn}
              onChange={(_, on) => {
                setSingle(on ? 'on' : 'off');
              }}
              slotProps={{ input: { role: 'switch', 'aria-describedby': `${id}-why` } }}
            />
          }
        />
        <Typography id={`${id}-why`} color="textSecondary" variant="body2" sx={{ flex: '1 1 240px' }}>
          They never fire while you type. Switch them off if speech input presses them by chance.
        </Typography>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </TopDialog>
  );
}

const partOf = ({ control, keys }: (typeof controlKeys)[number]) => ({
  name: control,
  lines: keys.map(([pressed, does]): Line => ({ keys: pressed, does, off: false })),
});

function Part({ name, lines }: { name: string; lines: readonly Line[] }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ breakInside: 'avoid', mb: 5 }}>
      <Typography variant="h3" id={id} sx={{ mb: 1 }}>
        {name}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {lines.map(({ keys, does, off }) => (
          <Box key={keys} sx={{ display: 'flex', gap: 3, alignItems: 'baseline', minHeight: 28 }}>
            <Typography component="dt" sx={{ flex: 'none', width: 132 }}>
              <Keys keys={keys} />
            </Typography>
            <Typography component="dd" sx={{ m: 0 }} color={off ? 'textSecondary' : undefined}>
              {does}
              {off && ' (switched off)'}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Keys as they stand on the keyboard: pressed together, or one after the other. */
function Keys({ keys }: { keys: string }) {
  return keyLabels(keys).map((word, place) => (
    <span key={`${word} ${String(place)}`}>
      {place > 0 && ' '}
      {word === '…' ? (
        word
      ) : (
        <Box component="kbd" sx={kbd}>
          {word}
        </Box>
      )}
    </span>
  ));
}

const kbd = {
  font: 'inherit',
  fontSize: '0.75rem',
  fontWeight: 600,
  px: 1.5,
  py: 0.25,
  border: 1,
  borderColor: 'vesper.strongLine',
  borderRadius: 1,
  bgcolor: 'background.default',
  whiteSpace: 'nowrap',
} as const;

const paper = { width: 900, m: { xs: 2, sm: 8 }, maxWidth: 'calc(100% - 16px)' } as const;
