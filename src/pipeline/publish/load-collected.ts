// Puts what was collected of a breach into the register, in the order of the tables: person keys with sets, addresses by
// SHA-1. In: hashes in flat memory. Out: rows; those that an earlier run has loaded are passed over.

import { personKeyBytes } from '../../register/index.ts';
import { bulkLoad, type RegisterDatabase, type RowBatch } from '../../store/register/index.ts';
import { type CollectedExposures, sha1Bytes } from './collect-exposures.ts';
import type { LoadBreachOptions, LoadingBreach } from './loading-breach.ts';
import { sortedOrder } from './sorted-order.ts';

/** Resolves to the different pairs of keys and sets. */
export async function loadCollected(
  register: RegisterDatabase,
  { breach, digest, isRange }: LoadingBreach,
  { keys, sets, count, sha1s, addresses }: CollectedExposures,
  { signal, onProgress }: LoadBreachOptions,
): Promise<number> {
  const rowsInAll = count + (isRange ? addresses : 0);
  const told = (before: number) => (done: number) =>
    onProgress?.('loading the register', Math.min(1, (before + done) / Math.max(1, rowsInAll)));
  const order = sortedOrder(keys, personKeyBytes, count, sets);
  await bulkLoad(
    register,
    {
      breach,
      step: 'exposure',
      table: 'exposure',
      columns: [
        { name: 'person_key', type: 'bytes' },
        { name: 'breach', type: 'integer' },
        { name: 'exposure_set', type: 'integer' },
      ],
      digest: contentDigest(digest, keys, personKeyBytes, order, sets),
      rowCount: order.length,
    },
    [keyRows(keys, personKeyBytes, order, breach, sets)],
    { onRows: told(0), signal },
  );
  if (!isRange) return order.length;
  const addressOrder = sortedOrder(sha1s, sha1Bytes, addresses);
  await bulkLoad(
    register,
    {
      breach,
      step: 'sha1_entry',
      table: 'sha1_entry',
      columns: [
        { name: 'sha1', type: 'bytes' },
        { name: 'breach', type: 'integer' },
      ],
      digest: contentDigest(digest, sha1s, sha1Bytes, addressOrder, null),
      rowCount: addressOrder.length,
    },
    [keyRows(sha1s, sha1Bytes, addressOrder, breach, null)],
    { onRows: told(count), signal },
  );
  return order.length;
}

/** Whoever opted out since an earlier run is not among the rows any more: then they are others. */
function contentDigest(
  digest: string,
  keys: Uint8Array<ArrayBuffer>,
  width: number,
  order: Uint32Array,
  sets: Uint32Array | null,
): string {
  const bytes = Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength);
  const sums = [0, 0, 0];
  for (const place of order) {
    sums[0] = (sums[0]! + bytes.readUInt32LE(place * width)) >>> 0;
    sums[1] = (sums[1]! + bytes.readUInt32LE(place * width + 8)) >>> 0;
    sums[2] = (sums[2]! + (sets === null ? 0 : sets[place]!)) >>> 0;
  }
  return `${digest} ${order.length} ${sums.join(' ')}`;
}

function keyRows(
  keys: Uint8Array<ArrayBuffer>,
  width: number,
  order: Uint32Array,
  breach: number,
  sets: Uint32Array | null,
): RowBatch {
  const bytes = Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength);
  return {
    count: order.length,
    sizeBytes: order.length * (width + 16),
    read(row, values) {
      const place = order[row]!;
      values[0] = bytes.subarray(place * width, (place + 1) * width);
      values[1] = breach;
      if (sets !== null) values[2] = sets[place]!;
    },
  };
}
