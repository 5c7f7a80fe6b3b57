import { Chip } from '@mui/material';
import { decisionWords, type Decision } from './decision-filter.ts';

interface DecisionChipProps {
  readonly search: Decision;
  readonly policyName: string | null;
  readonly onRemove: () => void;
}

/** The decision that the list is narrowed to; pressed, or deleted by key, it goes. */
export function DecisionChip({ search, policyName, onRemove }: DecisionChipProps) {
  const words = decisionWords(search, policyName);
  if (words === null) return null;
  return (
    <Chip
      label={`${words} ✕`}
      aria-label={`Remove the filter: ${words}`}
      title="Remove this filter"
      onClick={onRemove}
      sx={{
        borderRadius: 1,
        bgcolor: 'vesper.chosen',
        color: 'primary.main',
        fontSize: 'inherit',
        fontWeight: 550,
        maxWidth: '100%',
        '&:hover': { bgcolor: 'vesper.chosen', textDecoration: 'line-through' },
      }}
    />
  );
}
