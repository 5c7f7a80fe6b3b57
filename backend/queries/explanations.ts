import type { ExplanationView } from '#contract/explanations.ts';
import type { Parsed } from '#contract/operations.ts';
import type { SavedView } from '#contract/saved.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import type { Source } from '#domain/policy/effective-setting.ts';
import { sentenceOfSource } from '#domain/policy/explain.ts';
import { explainDevice, explainPolicy, type Explanation, type PolicyEntry } from '#domain/policy/explanation.ts';
import { explanationText, namedSource } from '#domain/policy/explanation-text.ts';
import type { Hierarchy, Policy } from '#domain/policy/policy.ts';
import { describeValue } from '#domain/policy/setting-words.ts';
import type { SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';
import { zonedInstant } from '#domain/schedule/zoned-instant.ts';
import { unsaved } from '../ports/history-records.ts';
import type { Store, StoredPolicy } from '../ports/store.ts';
import { loadFleet } from './fleet-snapshot.ts';
import { groupRef, policyRef, savedView, sourceView } from './references.ts';
import { lookup } from './lookup.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';

/** Who decided a group of settings on a device, level by level. @throws Problem `not-found` */
export const explainDeviceSetting = (
  context: RequestContext,
  { params, query }: Parsed<'explainDevice'>,
): Promise<ExplanationView> => explainOnDevice(context, params, query, context.store);

/** @param saved the store that says what is saved; `context` may stand on a staged one */
export async function explainOnDevice(
  context: RequestContext,
  params: Parsed<'explainDevice'>['params'],
  { zone }: Parsed<'explainDevice'>['query'],
  saved: Store,
): Promise<ExplanationView> {
  const device = await lookup(context, 'devices', params.deviceId);
  const { hierarchy, local } = await loadFleet(context);
  const set = local.get(device.id)?.values[params.settingsGroup] ?? null;
  const explanation = explainDevice(hierarchy, device, params.settingsGroup, set);
  const subject = { kind: 'device', id: device.id, name: device.name } as const;
  return explanationView(context, saved, hierarchy, explanation, subject, zone);
}

/** Who decided a group of settings in a policy, level by level. @throws Problem `not-found` */
export async function explainPolicySetting(
  context: RequestContext,
  { params, query }: Parsed<'explainPolicy'>,
): Promise<ExplanationView> {
  const policy = await lookup(context, 'policies', params.policyId);
  const { hierarchy } = await loadFleet(context);
  const explanation = explainPolicy(hierarchy, policy, params.settingsGroup);
  const subject = { kind: 'policy', id: policy.id, name: policy.name } as const;
  return explanationView(context, context.store, hierarchy, explanation, subject, query.zone);
}

async function explanationView(
  context: RequestContext,
  savedStore: Store,
  hierarchy: Hierarchy,
  explanation: Explanation<SettingsGroup>,
  subject: ExplanationView['subject'],
  zone: string,
): Promise<ExplanationView> {
  const { group, value, source, levels, device, byDefault, notes } = explanation;
  const { store } = context;
  const records = new Map((await store.all('policies')).map((policy) => [policy.id, policy]));
  const saved = new Map((await savedStore.all('policies')).map((policy) => [policy.id, policy]));
  const beaten = (by: Policy | null) => by && policyRef(hierarchy, by);
  const local = await store.get('localSettings', subject.id);
  const draftOnDevice = local !== (await savedStore.get('localSettings', subject.id));
  const ofPolicy = ({ id }: Policy) => {
    const record = records.get(id);
    return record && draftOf(record, saved.get(id)) === null ? savedView(record) : null;
  };
  const onDevice = device?.value && local && !draftOnDevice ? savedView(local) : null;
  const now = await currentTimeMs(context);
  const words = (from: SavedView | null) => savedWords(from, zone);
  return {
    subject,
    settings: group,
    lines: linesOf(group, value),
    source: sourceView(hierarchy, source),
    sentence: sentenceOfSource(namedSource(hierarchy, source)),
    saved: savedSource(source, { ofPolicy, onDevice }),
    notes: [...notes],
    levels: levels.map((level) => ({
      group: groupRef(hierarchy, level.group.id),
      entries: level.entries.map((entry) => ({
        ...entryView(hierarchy, group, entry, records.get(entry.policy.id)),
        draft: draftOf(records.get(entry.policy.id), saved.get(entry.policy.id)),
      })),
    })),
    device: device && {
      outcome: device.outcome,
      because: device.because,
      beatenBy: beaten(device.beatenBy),
      lines: linesOf(group, device.value),
      draft: draftOnDevice,
      saved: onDevice,
    },
    default: {
      outcome: byDefault.outcome === 'wins' ? 'wins' : 'lost',
      because: byDefault.because,
      beatenBy: beaten(byDefault.beatenBy),
      lines: linesOf(group, byDefault.value),
    },
    asOf: toInstant(now),
    text: explanationText(hierarchy, explanation, subject.name, {
      ofPolicy: (policy) => words(ofPolicy(policy)),
      onDevice: device?.value ? words(onDevice) : null,
      asOf: `${zonedInstant(zone, now)} (times in ${zone})`,
    }),
  };
}

/** Under which revision a source says what holds. */
function savedSource(
  source: Source,
  { ofPolicy, onDevice }: { ofPolicy: (policy: Policy) => SavedView | null; onDevice: SavedView | null },
): SavedView | null {
  if (source.kind === 'policy') return ofPolicy(source.policy);
  return source.kind === 'device' ? onDevice : null;
}

/** `revision 2, saved by M. Admin at 2026-11-24T19:05:09+01:00` in a zone. */
const savedWords = (saved: SavedView | null, zone: string): string =>
  saved === null
    ? 'draft, not saved'
    : `revision ${String(saved.revision)}, saved by ${saved.modifiedBy} at ${zonedInstant(zone, toEpochMs(saved.modifiedAt))}`;

type EntryView = ExplanationView['levels'][number]['entries'][number];

/** Records are never changed in place: another object is another record. */
function draftOf(record: StoredPolicy | undefined, saved: StoredPolicy | undefined): EntryView['draft'] {
  if (record === saved) return null;
  return saved ? 'changed' : 'new';
}

function entryView(
  hierarchy: Hierarchy,
  group: SettingsGroup,
  { policy, outcome, because, beatenBy, lock, value }: PolicyEntry<SettingsGroup>,
  saved: StoredPolicy | undefined,
): Omit<EntryView, 'draft'> {
  return {
    policy: policyRef(hierarchy, policy),
    status: policy.status,
    lock,
    lines: linesOf(group, value),
    outcome: outcome === 'wins' ? 'wins' : 'lost',
    because,
    beatenBy: beatenBy && policyRef(hierarchy, beatenBy),
    ...savedView(saved ?? unsaved),
  };
}

const linesOf = (group: SettingsGroup, value: SettingsValues[SettingsGroup] | null) =>
  value === null ? [] : describeValue(group, value).map(([setting, words]) => ({ setting, value: words }));
