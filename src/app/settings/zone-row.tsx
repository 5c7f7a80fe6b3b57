import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { unknownSystemZone } from '#src/shared/time/system-zone.ts';
import { browserZone, zoneKey, parseZonePreference } from '#src/shared/time/time-preferences.ts';
import { ZoneField } from '#src/shared/time/zone-field.tsx';
import { canonicalZone } from '#src/shared/time/zone-search.ts';
import { writeLocalStorage, useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { SettingRow } from './setting-row.tsx';

interface ZoneRowProps {
  /** The server's IANA zone; null while loading. */
  readonly serverZone: string | null;
  /** Called with a message for screen readers. */
  readonly onReset: (message: string) => void;
}

/** The option for the browser's zone. */
const browserOption = '';

/** The display time zone. An invalid stored zone counts as the default. */
export function ZoneRow({ serverZone, onReset }: ZoneRowProps) {
  const [stored, setZone] = useLocalStorage<string>(zoneKey, browserOption);
  const [openedMs] = useState(() => Date.now());
  const zone = parseZonePreference(stored) === null ? browserOption : stored;
  const browser = canonicalZone(browserZone());
  const unknown = unknownSystemZone();
  return (
    <SettingRow
      label="Time zone"
      about="Of lists and sentences, which name it. When a device does something stands in the device’s own time too."
      isDefault={zone === browserOption}
      onReset={() => {
        writeLocalStorage(zoneKey, null);
        onReset(`Time zone: ${browser}.`);
      }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <ZoneField
          name="Time zone"
          value={zone}
          first={[browserOption, ...(serverZone === null ? [] : [`server ${serverZone}`])]}
          labelOf={(choice) =>
            choice === browserOption ? `This browser’s: ${browser}` : choice.replace(/^server /, 'The server’s: ')
          }
          atMs={openedMs}
          onChange={setZone}
          width={300}
        />
        {unknown !== null && (
          <Alert severity="warning" icon={false} sx={{ maxWidth: 300 }}>
            {unknown}
          </Alert>
        )}
      </Box>
    </SettingRow>
  );
}
