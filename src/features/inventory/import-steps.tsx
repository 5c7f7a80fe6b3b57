import { Box, Typography } from '@mui/material';

/** The steps of an import, in their order. */
export const importSteps = ['Read', 'Map', 'Check'] as const;
export type ImportStep = (typeof importSteps)[number];

interface ImportStepsProps {
  readonly current: ImportStep;
  /** The steps that can be gone to now. */
  readonly open: readonly ImportStep[];
  readonly onStep: (step: ImportStep) => void;
}

/** Which step of the import this is, and the way to the others. */
export function ImportSteps({ current, open, onStep }: ImportStepsProps) {
  return (
    <Box
      component="ol"
      aria-label="Steps"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, m: 0, p: 0, listStyle: 'none' }}
    >
      {importSteps.map((step, i) => {
        const isCurrent = step === current;
        return (
          <Box
            component="li"
            key={step}
            sx={{ display: 'flex', alignItems: 'center', gap: 1, '&:not(:last-child)::after': { content: '"›"' } }}
          >
            <Box
              component="button"
              type="button"
              disabled={!open.includes(step)}
              aria-current={isCurrent ? 'step' : undefined}
              onClick={() => {
                onStep(step);
              }}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 2,
                px: 2,
                py: 1,
                font: 'inherit',
                border: 0,
                borderRadius: '6px',
                bgcolor: 'transparent',
                color: isCurrent ? 'text.primary' : 'text.secondary',
                cursor: 'pointer',
                '&:disabled': { cursor: 'default' },
                '&:hover:enabled': { bgcolor: 'action.hover' },
                '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
              }}
            >
              <Box
                component="span"
                aria-hidden
                sx={{
                  display: 'grid',
                  placeItems: 'center',
                  width: 22,
                  height: 22,
                  borderRadius: '50%',
                  border: '1px solid',
                  borderColor: isCurrent ? 'primary.main' : 'vesper.strongLine',
                  bgcolor: isCurrent ? 'primary.main' : 'transparent',
                  color: isCurrent ? 'primary.contrastText' : 'inherit',
                  fontSize: '0.75rem',
                }}
              >
                {i + 1}
              </Box>
              <Typography component="span" sx={{ fontWeight: isCurrent ? 600 : 400 }}>
                {step}
              </Typography>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
