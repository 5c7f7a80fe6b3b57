import { Chip } from '@mui/material';

interface DecisionChipProps {
  /** The text of the filter. */
  readonly words: string;
  readonly onRemove: () => void;
}

/** The active decision filter; a click removes it. */
export function DecisionChip({ words, onRemove }: DecisionChipProps) {
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
