import { Box, Typography } from '@mui/material';
import { describeValue } from '#domain/policy/setting-words.ts';
import type { SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';
import { WhyValue } from './why-button.tsx';

interface SettingsValueListProps<G extends SettingsGroup> {
  readonly group: G;
  readonly value: SettingsValues[G];
  /** A dead value is struck through, not hidden. */
  readonly dead?: boolean;
}

/** A group's settings as text, each by name. */
export function SettingsValueList<G extends SettingsGroup>({ group, value, dead = false }: SettingsValueListProps<G>) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        // One width for every group of settings, so that their values stand below each other.
        gridTemplateColumns: { xs: '1fr', sm: '240px 1fr' },
        alignItems: 'baseline',
        columnGap: 4,
        rowGap: { xs: 0, sm: 1 },
      }}
    >
      {describeValue(group, value).map(([setting, words]) => (
        <Box key={setting} sx={{ display: 'contents' }}>
          <Typography component="dt" color="textSecondary">
            {setting}
          </Typography>
          <Typography component="dd" sx={{ m: 0, textDecoration: dead ? 'line-through' : undefined }}>
            {words} {!dead && <WhyValue group={group} setting={setting} />}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
