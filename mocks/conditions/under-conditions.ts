import { presets, type Conditions, type FaultKind } from '#contract/conditions.ts';
import { problemResponse, Problem } from '#backend/problem.ts';
import type { DiskFault } from '../adapters/indexeddb/disk.ts';
import { faultPlanFor } from './fault-plan.ts';

/** How long a request that is never answered hangs before a line like this one gives it up, in milliseconds. */
const hangTimeoutMs = 5_000;

interface Transport {
  /** Hands a request to the backend, whose disk is as told while it is carried out. */
  readonly send: (request: Request, disk: DiskFault) => Promise<Response>;
  /** Ends the worker that the backend lives in. */
  readonly crash: () => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * The line between a tab and its backend under conditions that a person chose: latency, and faults that strike before a
 * request is carried out or after it, so that only its answer is lost. Where conditions are good, it does nothing.
 */
export function createConditionedTransport({ send, crash, wait }: Transport) {
  let conditions: Conditions = presets.good.conditions;
  const requestCounts = new Map<string, number>();

  const answered = async (kind: FaultKind, when: 'before' | 'after', request: Request): Promise<Response> => {
    if (kind === 'storage-full' || kind === 'storage-refused') {
      return send(request, kind === 'storage-full' ? 'full' : 'refused');
    }
    const answer = when === 'after' ? await send(request, null) : null;
    switch (kind) {
      case 'error':
        return problemResponse(new Problem('backend-failed', `The backend failed on this request${simulated}`));
      case 'unavailable':
        return problemResponse(new Problem('backend-unavailable', `The backend is busy${simulated}`), soon);
      case 'too-many':
        return problemResponse(new Problem('too-many-requests', `The backend was asked too often${simulated}`), soon);
      case 'timeout':
        await wait(hangTimeoutMs);
        return problemResponse(new Problem('no-answer-in-time', `The backend took too long${simulated}`));
      case 'broken':
        return truncated(answer);
      case 'lost':
        return Response.error();
      case 'crash':
        await crash();
        return problemResponse(
          new Problem('backend-unavailable', `The backend’s worker ended and starts again${simulated}`),
        );
      default:
        return kind satisfies never;
    }
  };

  return {
    /** From now on these hold; what was asked before is forgotten, so that the same seed begins anew. */
    set: (next: Conditions) => {
      conditions = next;
      requestCounts.clear();
    },
    async handle(request: Request): Promise<Response> {
      const what = `${request.method} ${new URL(request.url).pathname}`;
      const nth = requestCounts.get(what) ?? 0;
      requestCounts.set(what, nth + 1);
      const { delayMs, fault: strike } = faultPlanFor(conditions, what, nth);
      if (delayMs > 0) await wait(delayMs);
      return strike ? answered(strike.kind, strike.when, request) : send(request, null);
    },
  };
}

const simulated = ', as set under Conditions. Try again.';
const soon = { 'retry-after': '1' };

/** Half of an answer: what arrives when a line breaks within it. */
async function truncated(answer: Response | null): Promise<Response> {
  if (!answer) return Response.error();
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: answer.status, headers: answer.headers });
}
