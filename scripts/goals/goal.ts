import { medianOf } from '../bench-median.ts';

/** What is wanted of the screen, what was measured, and how. */
export interface Goal {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
  readonly how: string;
}

/** A figure of which at most so much is wanted. @param figures one of each run: their median counts */
export function atMost(
  what: string,
  { most, unit, figures, how }: { most: number; unit: string; figures: readonly number[]; how: string },
): Goal {
  const median = Math.round(medianOf(figures));
  const [low, high] = [Math.round(Math.min(...figures)), Math.round(Math.max(...figures))];
  const range = low === high ? '' : ` (${inFigures(low)}–${inFigures(high)})`;
  return {
    what,
    wanted: `≤ ${inFigures(most)} ${unit}`,
    measured: `${inFigures(median)} ${unit}${range}`,
    met: median <= most,
    how: `${how}; median of ${String(figures.length)}`,
  };
}

/** The figures of several runs by what was measured, in the order in which they first came. */
export class Figures {
  private readonly byName = new Map<string, number[]>();

  add(name: string, figure: number): void {
    this.byName.set(name, [...this.of(name), figure]);
  }

  of(name: string): readonly number[] {
    return this.byName.get(name) ?? [];
  }
}

const inFigures = (figure: number) => figure.toLocaleString('en');
