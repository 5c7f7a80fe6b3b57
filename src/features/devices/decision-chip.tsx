import { Chip } from '@mui/material';

interface DecisionChipProps {
  /** The decision, in words. */
  readonly words: string;
  readonly onRemove: () => void;
}

/** The decision that the list is narrowed to; pressed, or deleted by key, it goes. */
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
