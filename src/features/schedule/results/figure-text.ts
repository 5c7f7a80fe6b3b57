import { dayIn, timeIn, weekdayTimeIn } from '#src/shared/time/format.ts';
import type { Figure } from './figures.ts';

const none = '–';

/** A figure as it is read: `1,071`, or an instant in the axis' zone, `Tue 20:04`. */
export const formatFigure = ({ kind }: Pick<Figure, 'kind'>, value: number | null, zone: string): string =>
  value === null ? none : kind === 'count' ? value.toLocaleString('en') : weekdayTimeIn(zone, value);

/** The range of a figure over all samples: `20:00–20:11 in 95 of 100`. A bound on another day than the value names its day. */
export function formatFigureRange(
  { kind }: Pick<Figure, 'kind'>,
  [from, to]: readonly [number, number],
  value: number | null,
  zone: string,
): string {
  const word = (bound: number) => {
    if (kind === 'count') return bound.toLocaleString('en');
    const sameDay = value !== null && dayIn(zone, value) === dayIn(zone, bound);
    return sameDay ? timeIn(zone, bound) : weekdayTimeIn(zone, bound);
  };
  const [low, high] = [word(from), word(to)];
  return low === high ? '' : `${low}–${high} in 95 of 100`;
}

/** What the draft changes: `+12`, `−91`, `5 h 3 min later`; *the same* where nothing does. */
export function formatFigureChange(figure: Pick<Figure, 'kind'>, now: number | null, draft: number | null): string {
  if (now === draft) return 'the same';
  if (now === null) return 'only with the draft';
  if (draft === null) return 'only now';
  if (figure.kind === 'count') return `${draft > now ? '+' : '−'}${Math.abs(draft - now).toLocaleString('en')}`;
  const minutes = Math.round(Math.abs(draft - now) / 60_000);
  if (minutes === 0) return 'within a minute';
  return `${formatMinutes(minutes)} ${draft > now ? 'later' : 'earlier'}`;
}

/** `2 d 5 h`, `5 h 3 min`, `12 min`: a length, by its two greatest parts. */
export function formatMinutes(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const present = parts.filter(([count]) => count > 0).slice(0, 2);
  return present.length === 0 ? '0 min' : present.map(([count, unit]) => `${String(count)} ${unit}`).join(' ');
}
