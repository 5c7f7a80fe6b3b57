import { Button, Typography } from '@mui/material';
import type { Answer } from '#contract/operations.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { startedWords } from './run-words.ts';

interface StartButtonsProps {
  /** How many runs are selected. */
  readonly selected: number;
  /** How many of the task could be started. */
  readonly all: number;
  /** How many could be selected, on all pages, where a whole page is; null where that is not offered. */
  readonly offered: number | null;
  readonly starting: boolean;
  readonly started: Answer<'startTask'> | undefined;
  readonly onSelectAll: () => void;
  readonly onStartSelected: () => void;
  readonly onStartAll: () => void;
}

/** The starts by hand over the runs of a task. The number on a button is that of the runs it acts on. */
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
