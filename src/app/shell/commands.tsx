import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { Visits } from '#src/features/search/visits.tsx';
import { queryOf } from '#src/shared/api/queries.ts';
import { holds, listenToShortcuts } from '#src/shared/keys/listen-to-shortcuts.ts';
import { controlKeys, shortcuts } from '#src/shared/keys/shortcuts.ts';
import { actOf } from '#src/shared/keys/use-shortcut.ts';
import { zoneName } from '#src/shared/time/time-preferences.ts';
import { later } from '#src/shared/ui/lazy-component.tsx';
import { remember, remembered } from '#src/shared/ui/use-local-storage.ts';
import { singleKeysName } from '#src/app/settings/setting-keys.ts';
import type { Over } from './global-dialog.ts';
import { lightOnPaper } from '#src/app/print-theme.ts';
import { useActions, useGo, useKeyActions } from './use-actions.ts';

// It comes after the page too, in the same file.
export { FirstSteps } from './first-steps.tsx';

const SearchPalette = later(() => import('#src/features/search/search-palette.tsx').then((m) => m.SearchPalette));
const OwnDialogs = later(() => import('./global-dialogs.tsx').then((m) => m.OwnDialogs));

interface CommandsProps {
  readonly over: Over | null;
  readonly onOver: (over: Over | null) => void;
}

/** What a person can do from everywhere: the search, the keys, and the dialogs of the console itself. Loaded after the page. */
export function Commands({ over, onOver }: CommandsProps) {
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity }).data;
  const scenario = world?.scenario ?? 'demo';
  const serverZone = world?.serverTimeZone;
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const { goTo, goToSetting } = useGo();
  const actions = useActions(onOver);
  const open = (next: Over) => {
    // What holds is asked before the overview covers it.
    if (next === 'shortcuts') setHere(holdingHere());
    onOver(next);
  };
  useKeyActions({ over, onOver: open });
  useEffect(lightOnPaper, []);
  useEffect(() => listenToShortcuts(() => remembered(singleKeysName) !== 'off'), []);
  // Whoever chose the server's time means that of the server there is.
  useEffect(() => {
    if (serverZone && remembered(zoneName)?.startsWith('server ')) remember(zoneName, `server ${serverZone}`);
  }, [serverZone]);
  const close = () => {
    onOver(null);
  };
  return (
    <>
      <Visits scenario={scenario} />
      <Suspense fallback={null}>
        {over === 'search' && (
          <SearchPalette scenario={scenario} actions={actions} onGo={goTo} onSetting={goToSetting} onClose={close} />
        )}
        {over !== null && over !== 'search' && (
          <OwnDialogs over={over} here={here} serverZone={serverZone ?? null} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

/** The ids of the shortcuts, and the names of the controls, whose keys hold on the screen as it is. */
function holdingHere(): ReadonlySet<string> {
  const inReach = (selector: string) =>
    [...document.querySelectorAll(selector)].some((found) => found.closest('[aria-hidden=true]') === null);
  return new Set([
    ...shortcuts.filter(({ id, where }) => actOf(id) !== null && holds(where)).map(({ id }) => id),
    ...controlKeys.filter(({ selector }) => inReach(selector)).map(({ control }) => control),
  ]);
}
