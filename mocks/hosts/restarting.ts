import type { Backend } from '#backend/app.ts';
import type { Disk, DiskFault } from '../adapters/indexeddb/disk.ts';
import { serveRequests } from './worker-rpc.ts';
import type { Liveness } from './worker-liveness.ts';
import type { BackendWorker } from './wire.ts';

/**
 * The worker's end, with a backend that can crash: what it has in memory is gone, whoever waits is never answered, nothing more of
 * it reaches the disk, and it starts anew from there. The worker itself goes on. It must not end by `self.close()`: Firefox leads
 * whoever asks for a shared worker that is closing to that one for good, even after a reload, and WebKit leaves the transactions
 * open that it had begun, so that no later one is answered.
 * @param open opens the backend over a disk
 */
export function createRestartableWorker(open: (disk: Disk) => Promise<Backend>, live: () => Liveness): BackendWorker {
  const begin = () => {
    const { disk, cut } = createDetachableDisk();
    return { cut, ...serveRequests(open(disk), disk), ...live() };
  };
  let run = begin();
  return {
    async handle(request) {
      const startedRun = run;
      const answer = await startedRun.handle(request);
      // What was answered after the crash may not be on the disk.
      return startedRun === run ? answer : new Promise<never>(() => undefined);
    },
    life: () => run.life(),
    crash() {
      const { cut, end } = run;
      // A transaction that has begun comes before those of the next run.
      cut();
      run = begin();
      end();
    },
  };
}

/** A disk that takes nothing more once it is cut off, whatever the requests of before say of it. */
function createDetachableDisk() {
  let diskFault: DiskFault = null;
  let isCut = false;
  const disk: Disk = {
    get fault() {
      return isCut ? 'refused' : diskFault;
    },
    set fault(next) {
      diskFault = next;
    },
  };
  return {
    disk,
    cut: () => {
      isCut = true;
    },
  };
}
