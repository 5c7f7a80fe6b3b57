import { Box, Typography } from '@mui/material';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { dryRunBody, type DryRun, type EffectsView } from '#contract/effects.ts';
import { call } from '#src/shared/api/client.ts';
import { useSettled } from '#src/shared/ui/use-settled.ts';
import { devicesSentence, overruledSentence, runsSentence, untoldSentence, valueSentence } from './effects-words.ts';

/** How long typing pauses before the backend is asked, in milliseconds. */
const typingPauseMs = 250;

/**
 * What a write would change, asked of the backend once the edit has settled; nothing is asked while there is no write.
 * `fresh` is false while what is known belongs to an earlier edit.
 */
export function useEffects(trial: DryRun | null): EffectsState | null {
  const wanted = trial === null ? null : JSON.stringify(trial);
  const settled = useSettled(wanted, typingPauseMs);
  const query = useQuery({
    queryKey: ['dryRun', settled],
    queryFn:
      settled === null
        ? skipToken
        : ({ signal }) => call('dryRun', { body: dryRunBody.parse(JSON.parse(settled)) }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  if (wanted === null) return null;
  return {
    effects: query.data ?? null,
    error: query.error,
    isPending: query.isPending,
    fresh: wanted === settled && !query.isPlaceholderData && !query.isFetching,
  };
}

export interface EffectsState {
  readonly effects: EffectsView | null;
  readonly error: Error | null;
  /** True while nothing is known yet and nothing failed. */
  readonly isPending: boolean;
  readonly fresh: boolean;
}

/** What a write would change, before it is made: settings, devices, waiting runs, policies that are overruled. */
export function Effects({ state: { effects, error } }: { state: EffectsState }) {
  if (error) return <Typography>What would change cannot be said. {untoldSentence(error)}</Typography>;
  if (!effects) return <Typography color="textSecondary">Working out what would change…</Typography>;
  return <EffectLines effects={effects} />;
}

function EffectLines({ effects }: { effects: EffectsView }) {
  const { devices, runs, overruled } = effects;
  const waiting = runsSentence(runs);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>{devicesSentence(devices)}</Typography>
      <Lines of={devices.byValue.map(valueSentence)} />
      {waiting !== null && <Typography>{waiting}</Typography>}
      {overruled.length > 0 && (
        <>
          <Typography>Policies whose own value would be overruled:</Typography>
          <Lines of={overruled.map(overruledSentence)} />
        </>
      )}
    </Box>
  );
}

const shown = 6;

function Lines({ of: sentences }: { of: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <Typography component="div" color="textSecondary" sx={{ pl: 3 }}>
      {sentences.slice(0, shown).map((sentence) => (
        <Fragment key={sentence}>
          {sentence}
          <br />
        </Fragment>
      ))}
      {sentences.length > shown && `and ${String(sentences.length - shown)} more`}
    </Typography>
  );
}
