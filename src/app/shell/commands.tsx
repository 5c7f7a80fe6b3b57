import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { RecordVisits } from '#src/features/search/record-visits.tsx';
import { queryOf } from '#src/shared/api/queries.ts';
import { isActive, listenToShortcuts } from '#src/shared/keys/listen-to-shortcuts.ts';
import { controlKeys, shortcuts } from '#src/shared/keys/shortcuts.ts';
import { shortcutHandler } from '#src/shared/keys/use-shortcut.ts';
import { zoneKey } from '#src/shared/time/time-preferences.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { writeLocalStorage, readLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { singleKeysKey } from '#src/app/settings/setting-keys.ts';
import type { GlobalDialog } from './global-dialog.ts';
import { printInLightTheme } from '#src/app/print-theme.ts';
import { useActions, useGo, useGlobalShortcuts } from './use-actions.ts';

// In the same lazy chunk.
export { FirstSteps } from './first-steps.tsx';

const SearchPalette = lazyComponent(() =>
  import('#src/features/search/search-palette.tsx').then((m) => m.SearchPalette),
);
const OwnDialogs = lazyComponent(() => import('./global-dialogs.tsx').then((m) => m.GlobalDialogs));

interface CommandsProps {
  readonly dialog: GlobalDialog | null;
  readonly onDialog: (dialog: GlobalDialog | null) => void;
}

/** Global search, shortcuts and dialogs. Loaded after the page. */
export function Commands({ dialog: over, onDialog }: CommandsProps) {
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity }).data;
  const scenario = world?.scenario ?? 'demo';
  const serverZone = world?.serverTimeZone;
  const [activeKeys, setActiveKeys] = useState<ReadonlySet<string>>(new Set());
  const { goTo, goToSetting } = useGo();
  const actions = useActions(onDialog);
  const open = (next: GlobalDialog) => {
    // Must run before the overview opens, because it changes which shortcuts are active.
    if (next === 'shortcuts') setActiveKeys(findActiveKeys());
    onDialog(next);
  };
  useGlobalShortcuts({ over, onOver: open });
  useEffect(printInLightTheme, []);
  useEffect(() => listenToShortcuts(() => readLocalStorage(singleKeysKey) !== 'off'), []);
  // A choice of the server's zone follows the zone of the current server.
  useEffect(() => {
    if (serverZone && readLocalStorage(zoneKey)?.startsWith('server '))
      writeLocalStorage(zoneKey, `server ${serverZone}`);
  }, [serverZone]);
  const close = () => {
    onDialog(null);
  };
  return (
    <>
      <RecordVisits scenario={scenario} />
      <Suspense fallback={null}>
        {over === 'search' && (
          <SearchPalette scenario={scenario} actions={actions} onGo={goTo} onSetting={goToSetting} onClose={close} />
        )}
        {over !== null && over !== 'search' && (
          <OwnDialogs dialog={over} activeKeys={activeKeys} serverZone={serverZone ?? null} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

/** The ids of active shortcuts, and the names of controls with keys on the current screen. */
function findActiveKeys(): ReadonlySet<string> {
  const inReach = (selector: string) =>
    [...document.querySelectorAll(selector)].some((found) => found.closest('[aria-hidden=true]') === null);
  return new Set([
    ...shortcuts.filter(({ id, where }) => shortcutHandler(id) !== null && isActive(where)).map(({ id }) => id),
    ...controlKeys.filter(({ selector }) => inReach(selector)).map(({ control }) => control),
  ]);
}
