const digits = 2048;

/**
 * The rows with a planned start, stably sorted by start: the same as `sortedInstants`, but for rows instead of instants.
 * @param startsMs whole epoch milliseconds UTC, Infinity without a planned start
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
  const offsets = new Uint32Array(digits + 1);
  for (let unit = 1; unit <= most - least; unit *= digits) {
    offsets.fill(0);
    for (const row of from) {
      const next = ((((startsMs[row] ?? 0) - least) / unit) & (digits - 1)) + 1;
      offsets[next] = (offsets[next] ?? 0) + 1;
    }
    for (let digit = 1; digit <= digits; digit += 1) offsets[digit] = (offsets[digit] ?? 0) + (offsets[digit - 1] ?? 0);
    for (const row of from) {
      const digit = (((startsMs[row] ?? 0) - least) / unit) & (digits - 1);
      const offset = offsets[digit] ?? 0;
      to[offset] = row;
      offsets[digit] = offset + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
