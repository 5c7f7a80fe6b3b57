import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { useId, useState } from 'react';
import { hoursKey } from '#src/shared/time/time-preferences.ts';
import { Announcement } from '#src/shared/ui/feedback/announcement.tsx';
import { writeLocalStorage, localStorageKeys, useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { hiddenColumnKeys, densityKey, tableDensityKeys } from '#src/shared/ui/table/table-view.tsx';
import { ToggleChoice, SettingRow } from './setting-row.tsx';
import { firstStepsKey, singleKeysKey, tableTitles } from './setting-keys.ts';
import { SeparatorRow } from './separator-row.tsx';
import { modeLabels, modes } from '#src/app/shell/theme-toggle.tsx';
import { ZoneRow } from './zone-row.tsx';

interface DisplaySettingsProps {
  /** The server's IANA zone; null while it is not known. */
  readonly serverZone: string | null;
  readonly onClose: () => void;
}

/** *Display settings*: preferences of this browser, each with *Reset*. */
export function DisplaySettings({ serverZone, onClose }: DisplaySettingsProps) {
  const id = useId();
  const [announcement, setAnnouncement] = useState('');
  return (
    <Dialog open onClose={onClose} maxWidth={false} aria-labelledby={id} slotProps={{ paper: { sx: paper } }}>
      <DialogTitle variant="h2" id={id}>
        Display settings
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', py: 0 }}>
        <ThemeRow onReset={setAnnouncement} />
        <HoursRow onReset={setAnnouncement} />
        <ZoneRow serverZone={serverZone} onReset={setAnnouncement} />
        <DensityRow onReset={setAnnouncement} />
        <ColumnsRow onReset={setAnnouncement} />
        <SeparatorRow onReset={setAnnouncement} />
        <KeysRow onReset={setAnnouncement} />
        <HintRow onReset={setAnnouncement} />
      </DialogContent>
      <DialogActions sx={{ px: 6, py: 3, flexWrap: 'wrap', gap: 2 }}>
        <Typography color="textSecondary" sx={{ flex: '1 1 240px' }}>
          Each choice holds at once. This browser remembers it, for everybody who uses it.
        </Typography>
        <Announcement>{announcement}</Announcement>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}

interface RowProps {
  /** Called with a message for screen readers. */
  readonly onReset: (message: string) => void;
}

function ThemeRow({ onReset }: RowProps) {
  const { mode, setMode } = useColorScheme();
  return (
    <SettingRow
      label="Theme"
      about="Colours of the screen. Printed pages are always light."
      isDefault={mode === 'system'}
      onReset={() => {
        setMode('system');
        onReset('Theme: as the system.');
      }}
    >
      <ToggleChoice label="Theme" options={modes} labels={modeLabels} value={mode ?? 'system'} onChange={setMode} />
    </SettingRow>
  );
}

function HoursRow({ onReset }: RowProps) {
  const [hours, setHours] = useLocalStorage<string>(hoursKey, '24');
  return (
    <SettingRow
      label="Time of day"
      about="How times are shown. A window of settings is typed and shown in 24 hours, as it is saved."
      isDefault={hours !== '12'}
      onReset={() => {
        writeLocalStorage(hoursKey, null);
        onReset('Time of day: 24 hours.');
      }}
    >
      <ToggleChoice
        label="Time of day"
        options={['24', '12']}
        labels={{ '24': '20:00', '12': '8:00 pm' }}
        value={hours === '12' ? '12' : '24'}
        onChange={setHours}
      />
    </SettingRow>
  );
}

function DensityRow({ onReset }: RowProps) {
  const [density, setDensity] = useLocalStorage<string>(densityKey, 'dense');
  const tableKeys = localStorageKeys(tableDensityKeys);
  const choose = (next: string | null) => {
    for (const name of tableKeys) writeLocalStorage(name, null);
    if (next === null) writeLocalStorage(densityKey, null);
    else setDensity(next);
  };
  return (
    <SettingRow
      label="Rows of tables"
      about="Dense rows are 32 pixels high, roomy ones 40. A table may have its own, under Columns and density."
      isDefault={density !== 'roomy' && tableKeys.length === 0}
      onReset={() => {
        choose(null);
        onReset('Rows of tables: dense.');
      }}
    >
      <ToggleChoice
        label="Rows of tables"
        options={['dense', 'roomy']}
        labels={{ dense: 'Dense', roomy: 'Roomy' }}
        value={density === 'roomy' ? 'roomy' : 'dense'}
        onChange={choose}
      />
    </SettingRow>
  );
}

function ColumnsRow({ onReset }: RowProps) {
  const [, setResets] = useState(0);
  const changed = localStorageKeys(hiddenColumnKeys);
  const titles = changed.map((name) => tableTitles[hiddenColumnKeys.exec(name)?.[1] ?? ''] ?? name).sort();
  return (
    <SettingRow
      label="Columns of tables"
      about="Chosen under Columns and density over each table."
      isDefault={changed.length === 0}
      onReset={() => {
        for (const name of changed) writeLocalStorage(name, null);
        setResets((count) => count + 1);
        onReset('Columns of all tables are as at first.');
      }}
    >
      <Typography>{titles.length === 0 ? 'As at first in every table' : `Chosen in ${titles.join(', ')}`}</Typography>
    </SettingRow>
  );
}

function KeysRow({ onReset }: RowProps) {
  const [single, setSingle] = useLocalStorage<string>(singleKeysKey, 'on');
  return (
    <SettingRow
      label="Shortcuts without Ctrl or ⌘"
      about="Such as ? for the overview, and G D for Devices. They never fire while you type."
      isDefault={single !== 'off'}
      onReset={() => {
        writeLocalStorage(singleKeysKey, null);
        onReset('Shortcuts without Ctrl or ⌘: on.');
      }}
    >
      <ToggleChoice
        label="Shortcuts without Ctrl or ⌘"
        options={['on', 'off']}
        labels={{ on: 'On', off: 'Off' }}
        value={single === 'off' ? 'off' : 'on'}
        onChange={setSingle}
      />
    </SettingRow>
  );
}

function HintRow({ onReset }: RowProps) {
  const [hint] = useLocalStorage<string>(firstStepsKey, 'new');
  return (
    <SettingRow
      label="First steps"
      about="The hint below the tree, for those who are here for the first time. Reset shows it again."
      isDefault={hint === 'new'}
      onReset={() => {
        writeLocalStorage(firstStepsKey, null);
        onReset('First steps are shown again.');
      }}
    >
      <Typography>{hint === 'new' ? 'Shown' : 'Put away'}</Typography>
    </SettingRow>
  );
}

const paper = { width: 760, m: { xs: 2, sm: 8 }, maxWidth: 'calc(100% - 16px)' } as const;
