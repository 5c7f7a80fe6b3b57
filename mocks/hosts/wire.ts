import type { DiskFault } from '../adapters/indexeddb/disk.ts';

/** A request and a response as they cross from the page to the worker. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
  /** What the disk is to do with what this request writes. */
  readonly disk: DiskFault;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer;
}

/** What the worker offers the page. */
export interface BackendWorker {
  handle(request: WireRequest): Promise<WireResponse>;
  /** The name of a lock that the worker holds for as long as it lives; null where the browser has no locks. */
  life(): Promise<string | null>;
  /** Ends the backend as a crash would, and starts it anew: whoever waits is never answered. */
  crash(): void;
}
