import { Box, Typography } from '@mui/material';
import type { DryRun } from '#contract/effects.ts';
import type { DeviceId, GroupId } from '#domain/ids.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import type { WindowEffects } from '#src/shared/ui/dialog/window-effects.tsx';
import { effectsSummary, overruledSentence, failedSentence } from './effects-text.ts';
import { Effects, type EffectsState } from './effects.tsx';
import { PreviewLink } from './preview-link.tsx';

interface Trial {
  /** The write that *Apply* would make; null while there is nothing to save. */
  readonly write: DryRun | null;
  readonly groupId: GroupId;
  readonly on: DeviceId | null;
}

/** What a window says before Apply: in its footer in short, and in full when asked. Null while there is nothing to save. */
export function applyEffects(state: EffectsState | null, { write, groupId, on }: Trial): WindowEffects | null {
  if (state === null || write === null) return null;
  const { effects, error, fresh } = state;
  return {
    inShort: error ? failedSentence(error) : effects && effectsSummary(effects),
    failed: error !== null,
    fresh,
    details: <Effects state={state} />,
    wayOn: <PreviewLink write={write} groupId={groupId} on={on} />,
  };
}

/** What a window says instead where somebody else saved what is edited there. @param saved *J. Keller saved revision 4* */
export const reviewRequired = (saved: string, review: () => void): WindowEffects => ({
  inShort: `${saved}: review it before applying`,
  failed: true,
  fresh: true,
  details: null,
  wayOn: <TextButton onClick={review}>Review</TextButton>,
});

/** Which policies one policy would overrule that it does not overrule now, below the box that makes it so. */
export function Overruled({ state, by }: { state: EffectsState | null; by: string }) {
  if (!state?.effects) return null;
  const lines = state.effects.overruled.filter((line) => line.by.id === by);
  if (lines.length === 0) return <>No child policy’s own value will be overruled.</>;
  return (
    <Box component="span" sx={{ display: 'block' }}>
      Will be overruled:
      {lines.map((line) => (
        <Typography
          key={`${line.policy.id}/${line.settings}`}
          component="span"
          variant="body2"
          sx={{ display: 'block' }}
        >
          {overruledSentence(line)}
        </Typography>
      ))}
    </Box>
  );
}
