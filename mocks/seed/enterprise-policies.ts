import type { StoredPolicy } from '#backend/ports/store.ts';
import { chance, pick } from './chance.ts';
import type { Place, PlaceKind } from './enterprise-groups.ts';
import { aPolicy, atOnce, between, manually, scanning } from './vocabulary.ts';

const policiesInAll = 1_000;

const starts = [
  between('20:00', '07:00'),
  between('22:00', '05:00'),
  between('19:30', '06:15'),
  between('01:00', '05:00'),
  between('12:00', '13:30'),
  between('23:15', '03:45'),
  manually,
  atOnce,
] as const;

/** How many in a hundred of a kind of place have an active policy of their own, as far as there are policies. */
const share: Readonly<Record<PlaceKind, number>> = {
  branch: 100,
  region: 100,
  country: 70,
  city: 90,
  site: 60,
  field: 50,
  building: 100,
  row: 25,
  rack: 4,
  laboratory: 100,
  department: 100,
  team: 0,
};

/** 1,000 policies: from the whole company down to single departments, some of them drafts, some for devices that are away. */
export function enterprisePolicies(places: readonly Place[]): StoredPolicy[] {
  const first = [
    aPolicy({
      id: 'baseline',
      name: 'Baseline',
      group: 'managed-devices',
      additional: scanning(starts[0]),
      responds: true,
    }),
    aPolicy({
      id: 'travellers',
      name: 'Travellers',
      group: 'managed-devices',
      status: 'out-of-office',
      additional: scanning(atOnce),
      lock: 'closed',
      responds: true,
    }),
  ];
  const wanted = places
    .filter(({ kind, id }) => chance(id, 'policy') * 100 < share[kind])
    // Departments come last, and in no order: what is left of the thousand falls to some of them.
    .sort((a, b) => Number(a.kind === 'department') - Number(b.kind === 'department') || order(a) - order(b));
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const fullName = ({ kind, name, parent }: Place) =>
    kind === 'department' ? `${names.get(parent) ?? ''} ${name}` : name;
  return [...first, ...wanted.flatMap((place) => policiesOf(place, fullName(place)))].slice(0, policiesInAll);
}

const order = ({ kind, id }: Place) => (kind === 'department' ? chance(id, 'order') : 0);

/** The active policy of a place, and for some of them a draft, or one for devices that are away. */
function policiesOf(place: Place, name: string): StoredPolicy[] {
  const { id } = place;
  const policies = [policyOf(place, id, name, 'active')];
  if (chance(id, 'draft') < 0.18) policies.push(policyOf(place, `${id}-draft`, `${name} draft`, 'inactive'));
  if (chance(id, 'travel') < 0.08) policies.push(policyOf(place, `${id}-travel`, `${name} travel`, 'out-of-office'));
  return policies;
}

function policyOf({ id: group, kind }: Place, id: string, name: string, status: StoredPolicy['status']): StoredPolicy {
  const servers = group === 'data-centres' || group.startsWith('dc-');
  return aPolicy({
    id,
    name,
    group,
    status,
    additional: scanning(
      pick(starts, chance(id, 'start')),
      chance(id, 'scope') < 0.3 ? 'system-drives' : 'critical-areas',
    ),
    lock: chance(id, 'lock') < (servers ? 0.5 : 0.22) ? 'closed' : 'open',
    inherit: chance(id, 'inherit') > 0.08,
    force: status === 'active' && kind !== 'department' && chance(id, 'force') < 0.07,
    responds: chance(id, 'responds') < 0.35,
    modifiedAtMs: Date.UTC(2026, 0, 12, 8) + Math.floor(chance(id, 'modified') * 300) * 86_400_000,
  });
}
