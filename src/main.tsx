import '#contract/without-eval.ts';
import './app/trusted-scripts.ts';
import '@fontsource-variable/inter';
import './app/media.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askedFor } from './app/data-sets.ts';
import { HostingContext } from './app/hosting.ts';
import { Preparing } from './app/preparing.tsx';
import { Providers } from './app/providers.tsx';
import { router } from './app/router.tsx';
import { StartFailed } from './app/error-pages.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
const root = createRoot(container);

async function start() {
  const scenario = askedFor(window.location.search);
  root.render(
    <Providers>
      <Preparing scenario={scenario} />
    </Providers>,
  );
  const { startBackend } = await import('#mocks/hosts/browser.ts');
  const hosting = await startBackend({ scenario });
  root.render(
    <StrictMode>
      <Providers>
        <HostingContext value={hosting}>
          <RouterProvider router={router} />
        </HostingContext>
      </Providers>
    </StrictMode>,
  );
}

start().catch((error: unknown) => {
  root.render(
    <Providers>
      <StartFailed error={error} />
    </Providers>,
  );
});
