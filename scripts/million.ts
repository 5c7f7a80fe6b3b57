import { compareWithSingle } from '#backend/planner/testing/single-rule.ts';

// A million starts planned in bulk, each held against the single rule: some minutes of Temporal, so not part of the unit tests,
// which hold as many against clocks on the wall. `npm run test:million -- 5000` compares so many.
const wanted = Number(process.argv[2] ?? 1_000_000);
if (!(wanted > 0)) throw new RangeError('Say how many cases to compare, as in: npm run test:million -- 5000');
const begun = performance.now();
let [compared, different, reported] = [0, 0, 0];
for (let group = 0; compared < wanted; group += 1) {
  const { cases, differences } = compareWithSingle(group);
  compared += cases;
  different += differences.length;
  for (const line of differences.slice(0, 10)) console.log(line);
  if (compared - reported < 100_000 && compared < wanted) continue;
  reported = compared;
  console.log(
    `${compared.toLocaleString('en')} cases, ${different} different, ${((performance.now() - begun) / 1000).toFixed(0)} s`,
  );
}
process.exit(different === 0 ? 0 : 1);
