import { CssBaseline } from '@mui/material';
import { ThemeProvider } from '@mui/material/styles';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { UndoProvider } from '#src/shared/undo/undo-provider.tsx';
import { theme } from './theme.ts';

/**
 * Whoever is told that nobody of this name may sign in, or that their role does not allow something, asks anew who is
 * signed in: the shell looks at it, and so does everything that is offered.
 */
function refetchSession(error: Error): void {
  if (error instanceof ApiProblem && (error.kind === 'not-signed-in' || error.kind === 'not-allowed')) {
    void queryClient.invalidateQueries({ queryKey: ['world'] });
  }
}

const queryCache: QueryCache = new QueryCache({
  onError: (error, { queryKey: [name] }) => {
    if (name !== 'world') refetchSession(error);
  },
});

const mutationCache: MutationCache = new MutationCache({ onError: refetchSession });

export const queryClient: QueryClient = new QueryClient({
  queryCache,
  mutationCache,
  defaultOptions: {
    // What may be tried again is tried again by the client, where it is known how long the backend asks to wait.
    queries: { staleTime: 5_000, retry: false },
    mutations: { retry: false },
  },
});

export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider theme={theme} defaultMode="system">
      <CssBaseline />
      <QueryClientProvider client={queryClient}>
        <UndoProvider>{children}</UndoProvider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
