import { Button, Typography } from '@mui/material';
import type { Answer } from '#contract/operations.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { startedWords } from './run-words.ts';

interface StartButtonsProps {
  /** The number of selected runs. */
  readonly selected: number;
  /** The number of startable runs of the task. */
  readonly all: number;
  /** The number of startable runs on all pages, once the whole page is selected; null otherwise. */
  readonly offered: number | null;
  readonly starting: boolean;
  readonly started: Answer<'startTask'> | undefined;
  readonly onSelectAll: () => void;
  readonly onStartSelected: () => void;
  readonly onStartAll: () => void;
}

/** Starts runs manually. Each button shows the number of runs it starts. */
export function StartButtons(props: StartButtonsProps) {
  const { selected, all, offered, starting, started, onSelectAll, onStartSelected, onStartAll } = props;
  const denied = useDenialReason('start-scans');
  return (
    <>
      {selected > 0 && (
        <AllowedButton disabledReason={denied} disabled={starting} onClick={onStartSelected}>
          Start selected ({selected.toLocaleString('en')})
        </AllowedButton>
      )}
      {offered !== null && <Button onClick={onSelectAll}>Select all {offered.toLocaleString('en')} that match</Button>}
      {all > 0 && (
        <AllowedButton disabledReason={denied} onClick={onStartAll}>
          Start all ({all.toLocaleString('en')})
        </AllowedButton>
      )}
      <Typography role="status">{started ? startedWords(started) : ''}</Typography>
    </>
  );
}
