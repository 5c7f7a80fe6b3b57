import { useSyncExternalStore } from 'react';
import { buildId } from '#contract/build.ts';
import { problemKinds } from '#contract/problem.ts';
import { ApiProblem } from './problem.ts';

/** The methods of `BroadcastChannel` that are used. */
type Channel = Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;

/**
 * Detects that a newer build of the console is in use, in another tab or by an answer of the backend. From then on the page
 * must be reloaded.
 * @param build of this page; builds are compared as strings
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
    /** Announces the build of this page, and listens to the other tabs. */
    listen(line: Channel) {
      line.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data !== 'string') return;
        if (data > build) mark();
        // A tab that was opened later with an older build learns it from this answer.
        else if (data < build) line.postMessage(build);
      };
      line.postMessage(build);
    },
    mark,
    isOutdated: () => outdated,
    /** A page of an older build must not write. @throws ApiProblem `outdated` */
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

/** The version check of this page. */
export const versionCheck = createVersionCheck(buildId);

/** Listens to the other tabs of this origin if the browser supports `BroadcastChannel`. */
export function listenForNewerVersions(): void {
  if ('BroadcastChannel' in globalThis) versionCheck.listen(new BroadcastChannel('vesper.build'));
}

/** True once a newer build is in use. */
export const useOutdated = (): boolean => useSyncExternalStore(versionCheck.subscribe, versionCheck.isOutdated);
