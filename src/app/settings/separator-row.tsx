import { separatorKey, parseSeparator } from '#src/shared/csv/separator-preference.ts';
import { SeparatorChoice } from '#src/shared/csv/separator-choice.tsx';
import { writeLocalStorage, useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { SettingRow } from './setting-row.tsx';

/** What stands between the cells of the files that are exported. @param onReset told what was reset, in words */
export function SeparatorRow({ onReset }: { onReset: (text: string) => void }) {
  const [choice] = useLocalStorage<string>(separatorKey, 'comma');
  return (
    <SettingRow
      label="CSV separator"
      about="Of exported files. Spreadsheets expect a semicolon where 1,5 means one and a half."
      isDefault={parseSeparator(choice) === 'comma'}
      onReset={() => {
        writeLocalStorage(separatorKey, null);
        onReset('CSV separator: comma.');
      }}
    >
      <SeparatorChoice label="CSV separator" />
    </SettingRow>
  );
}
