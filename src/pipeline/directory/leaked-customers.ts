// The customer numbers that stand in a column of the leak, with whose they are: read from the evidence once more, since
// a case keeps no value. In: a case and the name of a column. Out: keyed hashes and people, no value.

import { TocsinError } from '../../base/index.ts';
import { kernelMemoryStart, loadKernel } from '../../kernel/index.ts';
import { type CaseRecord, listDeliveries, openVault } from '../../store/index.ts';
import { resolveCase } from '../deliveries/resolve-case.ts';
import { readDeliveryHead } from '../deliveries/sealed-delivery.ts';
import type { ResolvedCase } from '../deliveries/resolved-case.ts';
import type { ReadFor } from '../values/find-evidence.ts';
import { walkValues, type WantedPart } from '../values/walk-values.ts';
import { writeCustomer } from './customer-number.ts';
import type { DirectoryMapping } from './directory-field.ts';
import { GrowingWords } from './growing-words.ts';
import type { LeakedCustomers } from './join-rows.ts';

/** Where a value lies before it is hashed; none that counts is longer. */
const valueAt = kernelMemoryStart + 16;
const mostValueBytes = 320;

/**
 * Null where the directory is not compared with a column of the leak. EVIDENCE_CHANGED where a file is gone or no longer
 * the one that was examined.
 */
export async function leakedCustomers(
  record: CaseRecord,
  { leakColumn }: DirectoryMapping,
  {
    seed,
    readFor,
    signal,
  }: { seed: readonly [number, number]; readFor: ReadFor | null; signal?: AbortSignal | undefined },
): Promise<LeakedCustomers | null> {
  if (leakColumn === null || readFor === null) return null;
  const kernel = loadKernel({ memoryBytes: valueAt + mostValueBytes });
  kernel.seedHash(seed[0], seed[1]);
  const room = kernel.bytes.subarray(valueAt, valueAt + mostValueBytes);
  const [low, high, person] = [new GrowingWords(), new GrowingWords(), new GrowingWords()];
  const resolved = resolveCase(record, { bounds: false });
  await walkValues(
    record,
    resolved,
    columnsCalled(resolved, leakColumn),
    (batch) => {
      for (let row = 0; row < batch.rows; row++) {
        const owner = batch.people[row]!;
        if (owner < 0) continue;
        const from = batch.start(row, 0);
        const to = Math.min(batch.end(row, 0), from + mostValueBytes);
        const length = writeCustomer(batch.memory, from, to, room, true);
        if (length === 0) continue;
        kernel.hashTo(valueAt, length, kernelMemoryStart);
        low.push(kernel.words[kernelMemoryStart / 4]!);
        high.push(kernel.words[kernelMemoryStart / 4 + 1]!);
        person.push(owner);
      }
    },
    { readFor, ...(signal ? { signal } : {}) },
  );
  return { low: low.taken(), high: high.taken(), person: person.taken() };
}

/** The column of the leak that is called as a column of the directory is; null where there is none. */
export function leakColumnCalled(record: CaseRecord, name: string): string | null {
  using vault = openVault(record);
  const wanted = name.toLowerCase();
  const has = listDeliveries(vault.db).some(({ delivery }) =>
    readDeliveryHead(record, delivery).tables.some(({ columns }) =>
      columns.some((column) => column?.toLowerCase() === wanted),
    ),
  );
  return has ? name : null;
}

/** `wanted`: a column's name, or `table.column` where several tables have one. */
function columnsCalled({ parts }: ResolvedCase, wanted: string): WantedPart[] {
  const asked = wanted.toLowerCase();
  const found = parts.flatMap(({ part, delivered }) =>
    delivered.columns.flatMap((name, column) => {
      const own = name?.toLowerCase();
      const isCalled = own === asked || `${delivered.name.toLowerCase()}.${own}` === asked;
      return own !== undefined && isCalled ? [{ part, columns: [column] }] : [];
    }),
  );
  if (found.length > 0) return found;
  const names = new Set(parts.flatMap(({ delivered }) => delivered.columns.flatMap((name) => name ?? [])));
  throw new TocsinError('USAGE', `no table of the case has a column of the name ${wanted}`, {
    hint: `columns are ${[...names].slice(0, mostNamed).join(', ')}${names.size > mostNamed ? ', …' : ''}`,
  });
}

const mostNamed = 30;
