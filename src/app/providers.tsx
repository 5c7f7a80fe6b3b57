import { CssBaseline } from '@mui/material';
import { ThemeProvider } from '@mui/material/styles';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { UndoProvider } from '#src/shared/undo/undo-provider.tsx';
import { theme } from './theme.ts';

/**
 * Refetches the session after a 401 or 403: the user or their role may have changed, and the shell and all controls depend
 * on it.
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
    // The API client retries, because it knows `Retry-After`.
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
