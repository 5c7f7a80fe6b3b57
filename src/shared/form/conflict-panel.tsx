import { Alert, Box, Button, Tooltip, Typography } from '@mui/material';
import type { Fate } from '#domain/policy/merge.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';
import { CollisionChoice } from './collision-choice.tsx';
import type { Conflict } from './conflict.ts';

interface ConflictPanelProps<View, Draft> {
  readonly conflict: Conflict<View, Draft>;
  /** Who saved what meanwhile: *A. Admin saved revision 4 meanwhile*. */
  readonly savedMeanwhile: string;
}

const mergedWords: Partial<Record<Fate, string>> = {
  theirs: 'theirs, which you did not change',
  mine: 'yours, which they did not change',
  alike: 'the same on both sides',
};

/** Somebody saved meanwhile: what is merged by itself, and a choice for each group of settings that both changed. */
export function ConflictPanel<View, Draft>({ conflict, savedMeanwhile }: ConflictPanelProps<View, Draft>) {
  const { base, theirDraft, mine, merge, choose, takeTheirs, saveMerged } = conflict;
  const readOnly = useReadOnly();
  const open = merge.unchosen.length > 0;
  return (
    <Alert
      ref={intoView}
      tabIndex={-1}
      severity="warning"
      variant="outlined"
      sx={{ mb: 4, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
    >
      <Typography>{savedMeanwhile}. Nothing was overwritten, and your edits are kept here.</Typography>
      {merge.fates.map(({ part, fate, chosen }) => {
        if (fate === 'untouched') return null;
        if (fate === 'collision') {
          return (
            <CollisionChoice
              key={part.name}
              name={part.name}
              versions={[part.lines(base), part.lines(theirDraft), part.lines(mine)]}
              chosen={chosen}
              onChoose={(side) => {
                choose(part.name, side);
              }}
            />
          );
        }
        const by = fate === 'mine' ? mine : theirDraft;
        return (
          <Typography key={part.name} sx={{ mt: 2 }}>
            <Box component="span" sx={{ fontWeight: 600 }}>
              {part.name}
            </Box>{' '}
            is merged by itself: {mergedWords[fate]}. {changed(part.lines(base), part.lines(by)).join('; ')}
          </Typography>
        );
      })}
      <Box sx={{ mt: 3, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Tooltip title={open ? `Choose what to keep: ${merge.unchosen.join(', ')}.` : ''}>
          <span>
            <AllowedButton
              disabledReason={readOnly?.reason ?? null}
              variant="contained"
              color="primary"
              disabled={open}
              onClick={saveMerged}
            >
              Save merged
            </AllowedButton>
          </span>
        </Tooltip>
        <Button onClick={takeTheirs}>Reload theirs, drop mine</Button>
      </Box>
    </Alert>
  );
}

/** Whoever pressed *Apply* further down sees why nothing was saved; the button *Review* is gone, and leaves the focus here. */
const intoView = (panel: HTMLElement | null) => {
  panel?.scrollIntoView({ block: 'nearest' });
  if (document.activeElement === document.body) panel?.focus();
};

type Lines = readonly (readonly [setting: string, value: string])[];

/** `Name: Berlin → Berlin 2`, for each setting that says something else. */
function changed(from: Lines, to: Lines): string[] {
  const was = new Map(from);
  return to.flatMap(([setting, value]) => {
    const before = was.get(setting);
    if (before === value) return [];
    return [before === undefined ? `${setting}: ${value}` : `${setting}: ${before} → ${value}`];
  });
}
