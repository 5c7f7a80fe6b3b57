import { Box } from '@mui/material';
import { memo } from 'react';
import { settingsGroupLabels, type SettingsGroup } from '#domain/policy/settings.ts';
import { useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

/** Asks who decided this group of settings: the explanation opens over the window. */
export const WhyButton = memo(function WhyButton({ group }: { group: SettingsGroup }) {
  const setPlace = useSetSearchParams();
  return (
    <TextButton
      aria-haspopup="dialog"
      aria-label={`Why? ${settingsGroupLabels[group]}`}
      onClick={() => {
        setPlace({ why: group, whySetting: undefined });
      }}
    >
      Why?
    </TextButton>
  );
});

interface WhyValueProps {
  readonly group: SettingsGroup;
  /** The setting by its name: *Scan start*. */
  readonly setting: string;
  /** True where nothing beside it names the setting. */
  readonly named?: boolean;
}

/** The same of one value of the group, quieter. */
export const WhyValue = memo(function WhyValue({ group, setting, named = false }: WhyValueProps) {
  const setPlace = useSetSearchParams();
  return (
    <Box component="span" sx={{ typography: 'body2', '& > button': { color: 'text.secondary', fontWeight: 400 } }}>
      <TextButton
        aria-haspopup="dialog"
        aria-label={`Why? ${setting}`}
        onClick={() => {
          setPlace({ why: group, whySetting: setting });
        }}
      >
        {named ? `Why? ${setting}` : 'Why?'}
      </TextButton>
    </Box>
  );
});
