import { Box, Typography } from '@mui/material';
import { keepPreviousData, skipToken, useIsMutating, useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { dryRunBody, type DryRun, type EffectsView } from '#contract/effects.ts';
import { call } from '#src/shared/api/client.ts';
import { useLastChanged } from '#src/shared/live/last-changed.ts';
import { useDebouncedValue } from '#src/shared/ui/use-debounced-value.ts';
import { devicesSentence, overruledSentence, runsSentence, failedSentence, valueSentence } from './effects-text.ts';

/** How long typing pauses before the backend is asked, in milliseconds. */
const typingPauseMs = 250;

/**
 * What a write would change, asked of the backend once the edit has settled; nothing is asked while there is no write.
 * `fresh` is false while what is known belongs to an earlier edit.
 *
 * It is asked again when what it depends on has changed, and never because something was saved: the revision that it would
 * ask about is no longer the last one then. For the same reason nothing is asked while a write is on its way.
 * @param isPaused while the form behind is being saved: the mutation may be over before what it saved is drawn
 */
export function useEffects(trial: DryRun | null, { isPaused = false } = {}): EffectsState | null {
  const changed = useLastChanged('dryRun');
  const isWriting = useIsMutating() > 0;
  const wanted = trial === null ? null : JSON.stringify(trial);
  const settled = useDebouncedValue(wanted === null ? null : `${String(changed)} ${wanted}`, typingPauseMs);
  // What had settled before the edit was taken back, or went on, is not asked for any more.
  const request = wanted !== null && settled?.endsWith(` ${wanted}`) ? settled : null;
  const query = useQuery({
    queryKey: ['dryRun', request],
    queryFn: request === null ? skipToken : ({ signal }) => call('dryRun', { body: parseTrial(request) }, { signal }),
    enabled: !isWriting && !isPaused,
    staleTime: 'static',
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  if (wanted === null) return null;
  return {
    effects: query.data ?? null,
    error: query.error,
    isPending: query.isPending,
    fresh: request !== null && !query.isPlaceholderData && !query.isFetching,
  };
}

const parseTrial = (requested: string): DryRun =>
  dryRunBody.parse(JSON.parse(requested.slice(requested.indexOf(' ') + 1)));

export interface EffectsState {
  readonly effects: EffectsView | null;
  readonly error: Error | null;
  /** True while nothing is known yet and nothing failed. */
  readonly isPending: boolean;
  readonly fresh: boolean;
}

/** What a write would change, before it is made: settings, devices, waiting runs, policies that are overruled. */
export function Effects({ state: { effects, error } }: { state: EffectsState }) {
  if (error) return <Typography>What would change cannot be said. {failedSentence(error)}</Typography>;
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
