import { expect, test } from 'vitest';
import { allRows } from './all-rows.ts';

test.each([0, 1, 499, 500, 501, 1186])(
  'a list of %d rows is read whole, in its order, with nothing twice',
  async (total) => {
    const list = Array.from({ length: total }, (_, i) => i);
    const requested: number[] = [];
    const rows = await allRows(({ page, pageSize }) => {
      requested.push(page);
      return Promise.resolve({ rows: list.slice((page - 1) * pageSize, page * pageSize), total });
    });
    expect(rows).toEqual(list);
    expect(requested).toHaveLength(Math.max(1, Math.ceil(total / 500)));
  },
);
