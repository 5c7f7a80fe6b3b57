import type { ChangeView } from '#contract/changes.ts';
import type { Parsed } from '#contract/operations.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { Problem } from '../problem.ts';
import { revisionKey, type StoredChange, type UndoStep } from '../ports/history-records.ts';
import type { RequestContext } from '../request-context.ts';
import { lookup } from '../queries/lookup.ts';
import { undoneDeviceWrites, mergedDeviceWrites } from './device-changes.ts';
import { changedSinceProblem } from '../records/names.ts';
import { applyChange, type ChangeRequest } from './apply-change.ts';
import { changeView } from '../queries/audit-log.ts';

/**
 * Takes a change back: everything it wrote is as it was before, as new revisions. Refused when something it wrote has
 * been changed since, so that nobody's later work is lost.
 * @throws Problem `not-found`, `state-forbids`
 */
export async function undoChange(context: RequestContext, { params }: Parsed<'undoChange'>): Promise<ChangeView> {
  const change = await lookup(context, 'changes', params.changeId);
  if (change.undo.length === 0) throw new Problem('state-forbids', `“${change.action}” cannot be taken back.`);
  const intents = await Promise.all(change.undo.map((step) => undoStepRequest(context, step)));
  const entry = await applyChange(context, {
    action: `Undone: ${change.action.charAt(0).toLowerCase()}${change.action.slice(1)}`,
    policies: {
      put: intents.flatMap(({ policies }) => policies?.put ?? []),
      remove: intents.flatMap(({ policies }) => policies?.remove ?? []),
    },
    groups: {
      put: intents.flatMap(({ groups }) => groups?.put ?? []),
      remove: intents.flatMap(({ groups }) => groups?.remove ?? []),
    },
    local: { put: intents.flatMap(({ local }) => local?.put ?? []) },
    moved: intents.flatMap(({ moved }) => moved ?? []),
    descriptions: intents.flatMap(({ descriptions }) => descriptions ?? []),
    devices: mergedDeviceWrites(intents.flatMap(({ devices }) => devices ?? [])),
    ...(change.undo.some(({ kind }) => kind.startsWith('devices-')) ? { summary: reversedSummary(change) } : {}),
  });
  if (!entry) throw new Problem('state-forbids', `“${change.action}” was taken back already.`);
  return changeView(entry);
}

async function undoStepRequest(context: RequestContext, step: UndoStep): Promise<Omit<ChangeRequest, 'action'>> {
  const { store } = context;
  switch (step.kind) {
    case 'policy': {
      const now = await store.get('policies', step.id);
      refuseChangedSince(now?.revision ?? null, step.after, now?.name ?? step.before?.name ?? step.id);
      if (step.before) return { policies: { put: [step.before] } };
      return now ? { policies: { remove: [now] } } : {};
    }
    case 'group': {
      const now = await store.get('groups', step.id);
      refuseChangedSince(now?.revision ?? null, step.after, now?.name ?? step.before?.name ?? step.id);
      if (step.before) return { groups: { put: [step.before] } };
      return now ? { groups: { remove: [now] } } : {};
    }
    case 'device': {
      const now = await store.get('localSettings', step.id);
      refuseChangedSince(now?.revision ?? null, step.after, step.id);
      const values = step.before?.values ?? { actions: null, authentication: null, additional: null };
      return now ? { local: { put: [{ ...now, values }] } } : {};
    }
    case 'moved': {
      const devices: Device[] = [];
      for (const id of step.devices) {
        const device = await lookup(context, 'devices', id);
        if (device.groupId !== step.to) throw changedSinceProblem(device.name);
        devices.push({ ...device, groupId: step.from });
      }
      return { moved: devices };
    }
    case 'description': {
      const revision = await lookup(context, 'revisions', revisionKey(step.of.kind, step.of.id, step.number));
      if (revision.description !== step.after) throw changedSinceProblem(step.of.name);
      return { descriptions: [{ of: step.of, revision, text: step.before }] };
    }
    case 'devices-added':
    case 'devices-removed':
    case 'devices-edited':
      return { devices: await undoneDeviceWrites(store, step) };
    default:
      return step satisfies never;
  }
}

function refuseChangedSince(now: number | null, left: number | null, name: string) {
  if (now !== left) throw changedSinceProblem(name);
}

/** The same sums, the other way round. */
const reversedSummary = ({ objects, lines }: StoredChange): Pick<StoredChange, 'objects' | 'lines'> => ({
  objects,
  lines: lines.map((line) => ({ ...line, from: line.to, to: line.from })),
});
