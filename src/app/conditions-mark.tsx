import { Box, Button } from '@mui/material';
import { isGood, presetOf, presets } from '#contract/conditions.ts';
import { useConditions } from './conditions.ts';

/** Says in the top bar that something goes wrong on purpose, and leads to where that is set. Nothing while nothing does. */
export function ConditionsMark({ onOpen }: { onOpen: () => void }) {
  const { conditions } = useConditions();
  if (isGood(conditions)) return null;
  const preset = presetOf(conditions);
  const name = preset ? presets[preset].label : 'Set by hand';
  return (
    <Button
      aria-haspopup="dialog"
      aria-label={`Conditions: ${name}`}
      title={`Conditions: ${name}. Requests of this tab fail or wait on purpose.`}
      onClick={onOpen}
      sx={{
        minWidth: 0,
        maxWidth: 160,
        px: 2,
        gap: 1.5,
        color: 'warning.main',
        borderColor: 'warning.main',
        whiteSpace: 'nowrap',
      }}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden style={{ flex: 'none' }}>
        <path d="M8 1 3 8h3l-1 5 6-7.5H7.5z" fill="currentColor" />
      </svg>
      {/* Where it is narrow the sign alone stays; the button's name says the rest. */}
      <Box
        component="span"
        sx={{ overflow: 'hidden', textOverflow: 'ellipsis', display: { xs: 'none', sm: 'inline' } }}
      >
        {name}
      </Box>
    </Button>
  );
}
