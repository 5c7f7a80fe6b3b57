import { Box, Typography } from '@mui/material';
import { usePageTitle } from '#src/app/routes/page-title.ts';
import { ChartSamples } from './chart-samples.tsx';
import { ControlSamples } from './control-samples.tsx';
import { DialogSamples } from './dialog-samples.tsx';
import { FeedbackSamples } from './feedback-samples.tsx';
import { FormSamples } from './form-samples.tsx';
import { TableSamples } from './table-samples.tsx';

/** The shared components in all their states, in the theme that the top bar chooses. */
export function GalleryPage() {
  usePageTitle('Component gallery');
  return (
    <Box sx={{ p: 6, maxWidth: 1100 }}>
      <Typography variant="h1" sx={{ mb: 6 }}>
        Component gallery
      </Typography>
      <ControlSamples />
      <FormSamples />
      <FeedbackSamples />
      <TableSamples />
      <DialogSamples />
      <ChartSamples />
    </Box>
  );
}
