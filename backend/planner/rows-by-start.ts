const digits = 2048;

/**
 * The rows that start by themselves in the order of their starts, equals in the order of the rows: `sortedInstants` for
 * whoever needs to know whose each start is.
 * @param startsMs whole epoch milliseconds UTC, Infinity for a run that waits for a person
 */
export function rowsByStart(startsMs: Float64Array): Uint32Array {
  let [count, least, most] = [0, Infinity, -Infinity];
  let from = new Uint32Array(startsMs.length);
  for (let row = 0; row < startsMs.length; row += 1) {
    const ms = startsMs[row] ?? Infinity;
    if (ms === Infinity) continue;
    from[count] = row;
    count += 1;
    if (ms < least) least = ms;
    if (ms > most) most = ms;
  }
  from = from.subarray(0, count);
  let to = new Uint32Array(count);
  const places = new Uint32Array(digits + 1);
  for (let unit = 1; unit <= most - least; unit *= digits) {
    places.fill(0);
    for (const row of from) {
      const next = ((((startsMs[row] ?? 0) - least) / unit) & (digits - 1)) + 1;
      places[next] = (places[next] ?? 0) + 1;
    }
    for (let digit = 1; digit <= digits; digit += 1) places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
    for (const row of from) {
      const digit = (((startsMs[row] ?? 0) - least) / unit) & (digits - 1);
      const place = places[digit] ?? 0;
      to[place] = row;
      places[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
