import '#contract/without-eval.ts';
import './app/trusted-scripts.ts';
import '@fontsource-variable/inter';
import './app/media.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onMissingBackend } from '#src/shared/api/client.ts';
import { listenForNewerVersions } from '#src/shared/api/version-check.ts';
import { requestedScenario } from './app/data-sets.ts';
import { Devtools } from './app/devtools.tsx';
import { ConditionsProvider } from './app/conditions/conditions-provider.tsx';
import { initialConditions, storeConditions } from './app/conditions/conditions.ts';
import { HostingContext } from './app/hosting.ts';
import { Preparing } from './app/shell/preparing.tsx';
import { Providers } from './app/providers.tsx';
import { router } from './app/routes/router.tsx';
import { StartFailed } from './app/errors/error-pages.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
const root = createRoot(container);

async function start() {
  const scenario = requestedScenario(window.location.search);
  root.render(
    <Providers>
      <Preparing scenario={scenario} />
    </Providers>,
  );
  listenForNewerVersions();
  const requested = initialConditions();
  const { startBackend } = await import('#mocks/hosts/browser.ts');
  const { hosting, conditions, setConditions, restart } = await startBackend({ scenario, conditions: requested });
  onMissingBackend(restart);
  storeConditions(conditions);
  root.render(
    <StrictMode>
      <Providers>
        <HostingContext value={hosting}>
          <ConditionsProvider initial={conditions} apply={setConditions}>
            <RouterProvider router={router} />
            <Devtools />
          </ConditionsProvider>
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
