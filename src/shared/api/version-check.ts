import { useSyncExternalStore } from 'react';
import { buildId } from '#contract/build.ts';
import { problemKinds } from '#contract/problem.ts';
import { ApiProblem } from './problem.ts';

/** A line on which the tabs of this origin hear each other. */
type Channel = Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;

/**
 * Whether a later build of the console is in use: in another tab, which says so, or by what the backend answered. Once
 * it is, it stays so: this page has to be loaded anew.
 * @param build of this page; builds are compared as texts
 */
export function createVersionCheck(build: string) {
  let outdated = false;
  const told = new Set<() => void>();
  const mark = () => {
    if (outdated) return;
    outdated = true;
    for (const tell of told) tell();
  };
  return {
    /** Says on the line of which build this page is, and hears the others. */
    listen(line: Channel) {
      line.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data !== 'string') return;
        if (data > build) mark();
        // Whoever came later and is older learns it from this answer.
        else if (data < build) line.postMessage(build);
      };
      line.postMessage(build);
    },
    mark,
    isOutdated: () => outdated,
    /** Nothing is written from a page of an older build. @throws ApiProblem `outdated` */
    refuseOutdated: () => {
      if (!outdated) return;
      throw new ApiProblem({
        kind: 'outdated',
        ...problemKinds.outdated,
        detail:
          'A newer version of Vesper is in use. Nothing was changed: reload the page. What is not saved yet is kept and offered again.',
      });
    },
    subscribe: (tell: () => void) => {
      told.add(tell);
      return () => {
        told.delete(tell);
      };
    },
  };
}

/** That of this page. */
export const versionCheck = createVersionCheck(buildId);

/** Hears the other tabs of this origin, where the browser can. */
export function listenForNewerVersions(): void {
  if ('BroadcastChannel' in globalThis) versionCheck.listen(new BroadcastChannel('vesper.build'));
}

/** True once a later build is in use. */
export const useOutdated = (): boolean => useSyncExternalStore(versionCheck.subscribe, versionCheck.isOutdated);
