import { expect, test } from 'vitest';
import type { PolicyUpdate } from '#contract/policies.ts';
import { policyViewSchema } from '#contract/policies.ts';
import { policyIdSchema } from '#domain/ids.ts';
import { merged, type Side } from '#domain/policy/merge.ts';
import { policyParts } from '#domain/policy/merge-parts.ts';
import { linearCongruentialGenerator } from '#mocks/testing/random-generator.ts';
import { createTestApp } from '../testing/test-app.ts';
import { bodyOf } from '../testing/policy-body.ts';
import { between, scanning } from '../seed/vocabulary.ts';

const params = { policyId: policyIdSchema.parse('labs') };
const path = '/policies/labs';

/** The edit number `i`, never twice the same: mostly of *Additional* or *General*, sometimes of *Actions*. */
function edit(i: number, draw: number, was: PolicyUpdate): PolicyUpdate {
  const { settings } = was;
  if (draw < 0.4) return { ...was, name: `Labs ${String(i)}` };
  if (draw < 0.5) {
    const actions = { ...settings.actions, value: { enabled: !settings.actions.value.enabled, selected: [] } };
    return { ...was, settings: { ...settings, actions } };
  }
  const start = between(`0${String(Math.floor(i / 60))}:${String(i % 60).padStart(2, '0')}`, '20:00');
  return { ...was, settings: { ...settings, additional: { lock: 'open', value: scanning(start) } } };
}

/** The same draws in every run. */
const draw = linearCongruentialGenerator(2026);

test('200 interleaved edits by two administrators: no edit is lost, and every conflict needs a choice', async () => {
  const backend = createTestApp();
  const read = async () => {
    const { body, etag } = await backend.call('policy', { params });
    return { draft: bodyOf(body), etag: etag ?? '' };
  };
  const administrators = [
    { id: 'm-admin', base: await read() },
    { id: 'j-keller', base: await read() },
  ];
  const seen = { saved: 0, mergedAlone: 0, asked: 0 };
  // What each part says by the last person who decided about it knowingly.
  let expected = administrators[0]?.base.draft;

  for (let i = 0; i < 200; i += 1) {
    const who = administrators[draw() < 0.5 ? 0 : 1];
    if (!who || !expected) throw new Error('There are two administrators');
    backend.signIn(who.id);
    const mine = edit(i, draw(), who.base.draft);
    const first = await backend.request('PUT', path, { body: JSON.stringify(mine), ifMatch: who.base.etag });
    let sent = mine;
    let answer = first;
    if (first.status === 412) {
      const theirs = await read();
      const versions = { base: who.base.draft, theirs: theirs.draft, mine };
      const { unchosen } = merged(policyParts, versions);
      // A part that differs on both sides is asked for, and no other one is.
      const collided = policyParts.filter(
        ({ same }) => !same(versions.base, theirs.draft) && !same(versions.base, mine) && !same(theirs.draft, mine),
      );
      expect(unchosen).toEqual(collided.map(({ name }) => name));
      const choices = new Map(unchosen.map((name): [string, Side] => [name, draw() < 0.5 ? 'theirs' : 'mine']));
      const merge = merged(policyParts, versions, choices);
      expect(merge.unchosen).toEqual([]);
      seen[unchosen.length > 0 ? 'asked' : 'mergedAlone'] += 1;
      sent = merge.draft;
      for (const { name, same, taken } of policyParts) {
        const decided = !same(versions.base, mine) && choices.get(name) !== 'theirs';
        if (decided) expected = taken(expected, mine);
      }
      answer = await backend.request('PUT', path, { body: JSON.stringify(sent), ifMatch: theirs.etag });
    } else {
      seen.saved += 1;
      for (const { same, taken } of policyParts) if (!same(who.base.draft, mine)) expected = taken(expected, mine);
    }
    expect(answer.status).toBe(200);
    who.base = { draft: bodyOf(policyViewSchema.parse(answer.body)), etag: answer.etag ?? '' };
    expect((await read()).draft).toEqual(expected);
  }
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(20);
});
