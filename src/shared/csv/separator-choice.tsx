import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { separators, type Separator } from '#contract/csv-text.ts';
import { useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { separatorLabels, separatorKey, parseSeparator } from './separator-preference.ts';

/** Chooses the separator of all exported files. */
export function SeparatorChoice({ label }: { label: string }) {
  const [choice, choose] = useLocalStorage<string>(separatorKey, 'comma');
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={parseSeparator(choice)}
      onChange={(_, next: Separator | null) => {
        if (next !== null) choose(next);
      }}
      sx={{ '& > button': { py: 1, px: { xs: 2, sm: 3 }, textTransform: 'none' } }}
    >
      {separators.map((separator) => (
        <ToggleButton key={separator} value={separator}>
          {separatorLabels[separator]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
