import { Alert, Box, Button, Typography } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '#src/shared/api/problem.ts';

/** An address that leads nowhere: says so, and the way back. */
export function UnknownAddress() {
  return (
    <Box sx={{ p: 8, maxWidth: 560 }}>
      <Typography variant="h1">There is nothing at this address</Typography>
      <Typography sx={{ my: 3 }}>The link may be mistyped, or what it named was deleted.</Typography>
      <Link to="/">Go to Managed devices</Link>
    </Box>
  );
}

/** A screen that failed while it was drawn. */
export function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Box component="main" sx={{ p: 8, maxWidth: 560 }}>
      <Typography variant="h1">This screen failed</Typography>
      <Typography sx={{ my: 3 }}>{sentenceOf(error)} What was saved is kept.</Typography>
      <Button variant="contained" color="primary" onClick={reset}>
        Try again
      </Button>
    </Box>
  );
}

/** The console could not start at all: most often the browser refuses service workers. */
export function StartFailed({ error }: { error: unknown }) {
  return (
    <Box component="main" sx={{ p: 8, maxWidth: 640 }}>
      <Typography variant="h1" sx={{ mb: 3 }}>
        Vesper could not start
      </Typography>
      <Alert severity="error" variant="outlined">
        {sentenceOf(error)}
      </Alert>
      <Typography sx={{ my: 3 }}>
        Its backend runs in the browser and needs service workers: open the console over https or on localhost, and not
        in a private window of a browser that refuses them.
      </Typography>
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          window.location.reload();
        }}
      >
        Reload
      </Button>
    </Box>
  );
}
