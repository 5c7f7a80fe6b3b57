/** A request and a response as they cross from the page to the worker. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer;
}

/** What the worker offers the page. */
export interface BackendWorker {
  handle(request: WireRequest): Promise<WireResponse>;
}
