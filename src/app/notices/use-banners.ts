import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { WorldView } from '#contract/simulation.ts';
import { useOutdated } from '#src/shared/api/version-check.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useHosting } from '#src/app/hosting.ts';

export interface BannerState {
  readonly outdated: boolean;
  /** The unknown scenario of the address and the one shown instead; null if it is known. */
  readonly unknownScenario: { readonly requested: string; readonly shown: string } | null;
  readonly setAside: boolean;
  /** The number of stored records that could not be read. */
  readonly damaged: number;
  readonly unstored: WorldView['unstored'];
  readonly alone: boolean;
}

/** The state of the banners; null if there is none to show, so that their code need not load. */
export function useBanners(): BannerState | null {
  const hosting = useHosting();
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity }).data;
  const { scenario } = useSearch({ from: '__root__' });
  const state: BannerState = {
    outdated: useOutdated(),
    unknownScenario:
      world && scenario !== undefined && scenario !== world.scenario
        ? { requested: scenario, shown: world.scenario }
        : null,
    setAside: world?.setAside ?? false,
    damaged: world?.damaged ?? 0,
    unstored: world?.unstored ?? null,
    alone: hosting === 'alone',
  };
  const { outdated, unknownScenario, setAside, damaged, unstored, alone } = state;
  return outdated || unknownScenario || setAside || damaged || unstored !== null || alone ? state : null;
}
