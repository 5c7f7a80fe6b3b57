import { Box, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { dataSets } from '#src/app/data-sets.ts';

/** Delay before the message appears, to avoid a flash. */
const delayMs = 200;

/**
 * Shown while the backend starts or prepares its data, if that takes longer than a moment.
 */
export function Preparing({ scenario }: { readonly scenario: string }) {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setVisible(true);
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const dataSet = dataSets.find(({ name }) => name === scenario);
  return (
    <Box
      role="status"
      sx={{
        position: 'absolute',
        inset: 0,
        // Above floating labels and sticky table headers.
        zIndex: 3,
        display: visible ? 'grid' : 'none',
        placeContent: 'center',
        justifyItems: 'center',
        textAlign: 'center',
        p: 6,
        bgcolor: 'background.default',
      }}
    >
      <Typography variant="h2" component="p">
        {`Preparing the ${dataSet ? `${dataSet.label} data set` : 'data'}…`}
      </Typography>
      {dataSet && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          It is made in this browser, with what was changed in it: {dataSet.size}.
        </Typography>
      )}
    </Box>
  );
}
