import { Box, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { dataSets } from '#src/app/data-sets.ts';

/** What is done at once needs no words: they would flash. */
const patienceMs = 200;

/**
 * Says that the data is being made or read, where it takes long enough to wonder: over the skeleton of the page, or on
 * the empty page while the backend starts.
 */
export function Preparing({ scenario }: { readonly scenario: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, patienceMs);
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
        // Over labels and heads that float over their fields and rows.
        zIndex: 3,
        display: late ? 'grid' : 'none',
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
