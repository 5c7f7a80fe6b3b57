import type { ExplanationView } from '#contract/explanations.ts';
import type { Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import { sentenceOfSource } from '#domain/policy/explain.ts';
import { explainDevice, explainPolicy, type Explanation, type PolicyEntry } from '#domain/policy/explanation.ts';
import { explanationText, namedSource } from '#domain/policy/explanation-text.ts';
import type { Hierarchy, Policy } from '#domain/policy/policy.ts';
import { describeValue, type SettingsGroup, type SettingsValues } from '#domain/policy/settings.ts';
import type { StoredPolicy } from '../store/store.ts';
import { fleetOf, groupRef, need, policyRef, sourceView, type Backend } from './backend.ts';

/** Who decided a group of settings on a device, level by level. @throws Problem `not-found` */
export async function deviceExplanation(
  backend: Backend,
  { params }: Parsed<'explainDevice'>,
): Promise<ExplanationView> {
  const device = await need(backend, 'devices', params.deviceId);
  const { hierarchy, local } = await fleetOf(backend);
  const set = local.get(device.id)?.values[params.settingsGroup] ?? null;
  const explanation = explainDevice(hierarchy, device, params.settingsGroup, set);
  return viewOf(backend, hierarchy, explanation, { kind: 'device', id: device.id, name: device.name });
}

/** Who decided a group of settings in a policy, level by level. @throws Problem `not-found` */
export async function policyExplanation(
  backend: Backend,
  { params }: Parsed<'explainPolicy'>,
): Promise<ExplanationView> {
  const policy = await need(backend, 'policies', params.policyId);
  const { hierarchy } = await fleetOf(backend);
  const explanation = explainPolicy(hierarchy, policy, params.settingsGroup);
  return viewOf(backend, hierarchy, explanation, { kind: 'policy', id: policy.id, name: policy.name });
}

async function viewOf(
  { store }: Backend,
  hierarchy: Hierarchy,
  explanation: Explanation<SettingsGroup>,
  subject: ExplanationView['subject'],
): Promise<ExplanationView> {
  const { group, value, source, levels, device, byDefault, notes } = explanation;
  const saved = new Map((await store.all('policies')).map((policy) => [policy.id, policy]));
  const beaten = (by: Policy | null) => by && policyRef(hierarchy, by);
  return {
    subject,
    settings: group,
    lines: linesOf(group, value),
    source: sourceView(hierarchy, source),
    sentence: sentenceOfSource(namedSource(hierarchy, source)),
    notes: [...notes],
    levels: levels.map((level) => ({
      group: groupRef(hierarchy, level.group.id),
      entries: level.entries.map((entry) => entryView(hierarchy, group, entry, saved.get(entry.policy.id))),
    })),
    device: device && {
      outcome: device.outcome,
      because: device.because,
      beatenBy: beaten(device.beatenBy),
      lines: linesOf(group, device.value),
    },
    default: {
      outcome: byDefault.outcome === 'wins' ? 'wins' : 'lost',
      because: byDefault.because,
      beatenBy: beaten(byDefault.beatenBy),
      lines: linesOf(group, byDefault.value),
    },
    text: explanationText(hierarchy, explanation, subject.name),
  };
}

function entryView(
  hierarchy: Hierarchy,
  group: SettingsGroup,
  { policy, outcome, because, beatenBy, lock, value }: PolicyEntry<SettingsGroup>,
  saved: StoredPolicy | undefined,
): ExplanationView['levels'][number]['entries'][number] {
  return {
    policy: policyRef(hierarchy, policy),
    status: policy.status,
    lock,
    lines: linesOf(group, value),
    outcome: outcome === 'wins' ? 'wins' : 'lost',
    because,
    beatenBy: beatenBy && policyRef(hierarchy, beatenBy),
    revision: saved?.revision ?? 0,
    modifiedAt: toInstant(saved?.modifiedAtMs ?? 0),
    modifiedBy: saved?.modifiedBy ?? '',
  };
}

const linesOf = (group: SettingsGroup, value: SettingsValues[SettingsGroup] | null) =>
  value === null ? [] : describeValue(group, value).map(([setting, words]) => ({ setting, value: words }));
