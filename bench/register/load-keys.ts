// Millions of hashes into a table of the register, as a publication loads them. In: hashes one after the other. Out: rows.

import { sortedOrder } from '../../src/pipeline/publish/sorted-order.ts';
import { bulkLoad, type RegisterDatabase } from '../../src/store/register/index.ts';

/** What people lose differs little: a few hundred sets for a breach. */
const sets = 300;

const tables = {
  exposure: { keyColumn: 'person_key', keyBytes: 16 },
  sha1_entry: { keyColumn: 'sha1', keyBytes: 20 },
} as const;

/** Resolves to the seconds of the load itself. */
export async function loadKeys(
  register: RegisterDatabase,
  breach: number,
  table: keyof typeof tables,
  bytes: Buffer,
): Promise<{ seconds: number; rows: number }> {
  const { keyColumn, keyBytes } = tables[table];
  const order = sortedOrder(bytes, keyBytes, bytes.length / keyBytes);
  const names = table === 'exposure' ? ['breach', 'exposure_set'] : ['breach'];
  const plan = {
    breach,
    step: table,
    table,
    columns: [
      { name: keyColumn, type: 'bytes' as const },
      ...names.map((name) => ({ name, type: 'integer' as const })),
    ],
    digest: 'made up',
    rowCount: order.length,
  };
  const started = performance.now();
  await bulkLoad(register, plan, [
    {
      count: order.length,
      sizeBytes: order.length * (keyBytes + 16),
      read(row, values) {
        const place = order[row]!;
        values[0] = bytes.subarray(place * keyBytes, (place + 1) * keyBytes);
        values[1] = breach;
        if (table === 'exposure') values[2] = place % sets;
      },
    },
  ]);
  return { seconds: (performance.now() - started) / 1000, rows: order.length };
}
