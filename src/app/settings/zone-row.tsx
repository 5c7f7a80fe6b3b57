import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { unknownSystemZone } from '#src/shared/time/system-zone.ts';
import { browserZone, zoneKey, parseZonePreference } from '#src/shared/time/time-preferences.ts';
import { ZoneField } from '#src/shared/time/zone-field.tsx';
import { canonicalZone } from '#src/shared/time/zone-search.ts';
import { writeLocalStorage, useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { SettingRow } from './setting-row.tsx';

interface ZoneRowProps {
  /** The server's IANA zone; null while it is not known. */
  readonly serverZone: string | null;
  /** Told what was reset, in words. */
  readonly onReset: (said: string) => void;
}

/** Stands for the browser's own zone among the choices. */
const own = '';

/** In whose time zone lists and sentences speak. A remembered choice that is no zone any more is as if none was made. */
export function ZoneRow({ serverZone, onReset }: ZoneRowProps) {
  const [remembered, setZone] = useLocalStorage<string>(zoneKey, own);
  const [openedMs] = useState(() => Date.now());
  const zone = parseZonePreference(remembered) === null ? own : remembered;
  const browser = canonicalZone(browserZone());
  const unknown = unknownSystemZone();
  return (
    <SettingRow
      label="Time zone"
      about="Of lists and sentences, which name it. When a device does something stands in the device’s own time too."
      isDefault={zone === own}
      onReset={() => {
        writeLocalStorage(zoneKey, null);
        onReset(`Time zone: ${browser}.`);
      }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <ZoneField
          name="Time zone"
          value={zone}
          first={[own, ...(serverZone === null ? [] : [`server ${serverZone}`])]}
          labelOf={(choice) =>
            choice === own ? `This browser’s: ${browser}` : choice.replace(/^server /, 'The server’s: ')
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
