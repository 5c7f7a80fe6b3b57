import { Alert, Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { usePageTitle } from '#src/app/routes/page-title.ts';

/** Shown by the router if a screen throws while rendering. */
export function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <MessagePage
      title="This screen failed"
      way={
        <>
          <Button variant="contained" color="primary" onClick={reset}>
            Try again
          </Button>
          <Button href={import.meta.env.BASE_URL}>Go to Managed devices</Button>
        </>
      }
    >
      What was saved is kept.
      <Failure error={error} />
    </MessagePage>
  );
}

/** Shown if the console cannot start, mostly because the browser refuses service workers. */
export function StartFailed({ error }: { error: unknown }) {
  return (
    <Box component="main">
      <MessagePage title="Vesper could not start" way={<Reload />}>
        Its backend runs in the browser and needs service workers: open the console over https or on localhost, and not
        in a private window of a browser that refuses them.
        <Failure error={error} />
      </MessagePage>
    </Box>
  );
}

export const Reload = () => (
  <Button
    variant="contained"
    color="primary"
    onClick={() => {
      window.location.reload();
    }}
  >
    Reload
  </Button>
);

export function Failure({ error }: { error: unknown }) {
  return (
    <Alert severity="error" variant="outlined" sx={{ mt: 4, color: 'text.primary', overflowWrap: 'anywhere' }}>
      {sentenceOf(error)}
    </Alert>
  );
}

/** A page with a title, an explanation and actions. */
export function MessagePage({ title, way: actions, children }: { title: string; way: ReactNode; children: ReactNode }) {
  usePageTitle(title);
  return (
    <Box sx={{ px: { xs: 4, md: 6 }, py: { xs: 8, md: 16 }, mx: 'auto', maxWidth: 560 }}>
      <Box component="svg" width={36} height={36} viewBox="0 0 32 32" aria-hidden sx={{ color: 'vesper.strongLine' }}>
        <path d="M20 3a13 13 0 1 0 9 19A11 11 0 0 1 20 3z" fill="currentColor" />
      </Box>
      <Typography variant="h1" sx={{ mt: 3 }}>
        {title}
      </Typography>
      <Typography component="div" color="textSecondary" sx={{ mt: 2, mb: 5 }}>
        {children}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>{actions}</Box>
    </Box>
  );
}
