/** The most rows that the backend gives at once. */
const pageSize = 500;

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Every row of a list that comes in pages, in its order. Pages count from 1. */
export async function allRows<Row>(
  ask: (part: { page: number; pageSize: number }) => Promise<Page<Row>>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const answer = await ask({ page, pageSize });
    rows.push(...answer.rows);
    if (answer.rows.length < pageSize || rows.length >= answer.total) return rows;
  }
}
