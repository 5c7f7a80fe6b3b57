import { separatorName, separatorOf } from '#src/shared/csv/chosen-separator.ts';
import { SeparatorChoice } from '#src/shared/csv/separator-choice.tsx';
import { remember, useRemembered } from '#src/shared/ui/remembered.ts';
import { SettingRow } from './display-rows.tsx';

/** What stands between the cells of the files that are exported. @param onReset told what was reset, in words */
export function SeparatorRow({ onReset }: { onReset: (said: string) => void }) {
  const [choice] = useRemembered<string>(separatorName, 'comma');
  return (
    <SettingRow
      label="CSV separator"
      about="Between the cells of exported files. Spreadsheets expect a semicolon in languages that write 1,5 for one and a half."
      isFirst={separatorOf(choice) === 'comma'}
      onReset={() => {
        remember(separatorName, null);
        onReset('CSV separator: comma.');
      }}
    >
      <SeparatorChoice label="CSV separator" />
    </SettingRow>
  );
}
