import { describe, expect, test } from 'vitest';
import { effectivePolicy, inheritanceOf, policyOfDevice } from './effective-policy.ts';
import { stateIn } from './policy-state.ts';
import { closed, device, id, open, policy, world } from './testing/policy-vocabulary.ts';

describe('the effective policy of a group', () => {
  test('is its own active policy, or else the nearest ancestor’s', () => {
    const h = world(policy('top', 'root'), policy('middle', 'offices'));
    expect(effectivePolicy(h, id('berlin'))?.name).toBe('middle');
    expect(effectivePolicy(h, id('root'))?.name).toBe('top');
  });
  test('is never an inactive or out-of-office one, and none where there is none', () => {
    const h = world(
      policy('off', 'berlin', { status: 'inactive' }),
      policy('away', 'berlin', { status: 'out-of-office' }),
    );
    expect(effectivePolicy(h, id('berlin'))).toBeNull();
  });
  test('a device out of office obeys the nearest out-of-office policy on its path, if there is one', () => {
    const h = world(policy('top', 'root'), policy('away', 'offices', { status: 'out-of-office' }));
    expect(policyOfDevice(h, device('out-of-office'))?.name).toBe('away');
    expect(policyOfDevice(h, device('online'))?.name).toBe('top');
    expect(policyOfDevice(world(policy('top', 'root')), device('out-of-office'))?.name).toBe('top');
  });
});

describe('inheritance', () => {
  test('a policy inherits when its own box is ticked', () => {
    const child = policy('child', 'berlin', { inherit: false });
    const h = world(policy('top', 'root', { additional: closed }), child);
    expect(inheritanceOf(h, child).inherits).toBe(false);
    expect(stateIn(h, child, 'additional')).toMatchObject({ lock: 'open', lockedFromAbove: false });
  });
  test('or when its parent policy forces it, whatever its box says', () => {
    const child = policy('child', 'berlin', { inherit: false });
    const h = world(policy('top', 'root', { additional: closed, force: true }), child);
    expect(inheritanceOf(h, child)).toMatchObject({ inherits: true, forcedBy: { name: 'top' } });
    expect(stateIn(h, child, 'additional')).toMatchObject({ lock: 'closed', from: { name: 'top' }, own: open });
  });
  test('the parent policy is the effective policy of the parent group: inactive ones are passed over', () => {
    const child = policy('child', 'berlin');
    const h = world(
      policy('top', 'root', { additional: closed }),
      policy('off', 'offices', { status: 'inactive' }),
      child,
    );
    expect(inheritanceOf(h, child).parent?.name).toBe('top');
  });
  test('a lock reaches down through policies that inherit, and is cut by one that does not', () => {
    const child = policy('child', 'berlin');
    const top = policy('top', 'root', { additional: closed });
    expect(stateIn(world(top, policy('middle', 'offices'), child), child, 'additional').from.name).toBe('top');
    expect(
      stateIn(world(top, policy('middle', 'offices', { inherit: false }), child), child, 'additional').from.name,
    ).toBe('child');
  });
  test('an open parent hands nothing down', () => {
    const child = policy('child', 'berlin', { additional: closed });
    expect(stateIn(world(policy('top', 'root'), child), child, 'additional').from.name).toBe('child');
  });
  test('out-of-office policies neither inherit nor hand down', () => {
    const away = policy('away', 'berlin', { status: 'out-of-office' });
    const h = world(policy('top', 'root', { additional: closed, force: true }), away);
    expect(inheritanceOf(h, away)).toEqual({ parent: null, inherits: false, forcedBy: null });
    const child = policy('child', 'berlin');
    const below = world(policy('away', 'offices', { status: 'out-of-office', additional: closed }), child);
    expect(stateIn(below, child, 'additional').lockedFromAbove).toBe(false);
  });
});
