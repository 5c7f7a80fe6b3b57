import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { WorldView } from '#contract/simulation.ts';
import { useOutdated } from '#src/shared/api/version-check.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useHosting } from '#src/app/hosting.ts';

/** What a person must know about how the data is kept. */
export interface BannerState {
  readonly outdated: boolean;
  /** The scenario that was asked for and is not there, and the one that is shown; null where it is there. */
  readonly unknownScenario: { readonly asked: string; readonly shown: string } | null;
  readonly setAside: boolean;
  /** How many stored records could not be read. */
  readonly damaged: number;
  readonly unstored: WorldView['unstored'];
  readonly alone: boolean;
}

/** What must be told now; null when there is nothing, as nearly always: the words for it come later than the page. */
export function useBanners(): BannerState | null {
  const hosting = useHosting();
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity }).data;
  const { scenario } = useSearch({ from: '__root__' });
  const told: BannerState = {
    outdated: useOutdated(),
    unknownScenario:
      world && scenario !== undefined && scenario !== world.scenario
        ? { asked: scenario, shown: world.scenario }
        : null,
    setAside: world?.setAside ?? false,
    damaged: world?.damaged ?? 0,
    unstored: world?.unstored ?? null,
    alone: hosting === 'alone',
  };
  const { outdated, unknownScenario, setAside, damaged, unstored, alone } = told;
  return outdated || unknownScenario || setAside || damaged || unstored !== null || alone ? told : null;
}
