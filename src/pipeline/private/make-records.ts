// Entries of the private look-up, made of identifiers. In: the key and the contents, then items. Out: for all items
// together their records, in their order: the kind's place in `privateKinds`, bucket, tag, sealed content.

import {
  bucketBytes,
  createEvaluateBatch,
  entryLength,
  loadSodium,
  privateInput,
  type PrivateKind,
  privateKeys,
  privateKinds,
  writeEntry,
} from '../../lookup/private/index.ts';

export interface RecordSetup {
  /** `secrets('private-look-up')`. */
  secret: Uint8Array;
  salts: Readonly<Record<PrivateKind, Uint8Array>>;
  /** What is sealed, by the number of the exposure set; all of one length. */
  contents: ReadonlyMap<number, Uint8Array>;
}

export interface RecordItem {
  kind: PrivateKind;
  normal: string;
  set: number;
  slot: number;
}

export type MakeRecords = (items: readonly RecordItem[]) => Buffer<ArrayBuffer>;

export async function createMakeRecords({ secret, salts, contents }: RecordSetup): Promise<MakeRecords> {
  const sodium = await loadSodium();
  const keys = privateKeys(sodium, secret);
  const evaluators = privateKinds.map((kind) => createEvaluateBatch(sodium, keys[kind].secretKey));
  const contentLength = contents.values().next().value?.length ?? 0;
  const recordBytes = 1 + bucketBytes + entryLength(contentLength);
  return (items) => {
    const records = Buffer.alloc(items.length * recordBytes);
    for (const [number, kind] of privateKinds.entries()) {
      const places = [...items.keys()].filter((i) => items[i]!.kind === kind);
      const inputs = places.map((i) => privateInput(kind, items[i]!.normal));
      for (const [j, output] of evaluators[number]!(inputs).entries()) {
        const i = places[j]!;
        const { set, slot } = items[i]!;
        records[i * recordBytes] = number;
        const entry = { salt: salts[kind], slot, content: contents.get(set)! };
        writeEntry(output, entry, records, i * recordBytes + 1);
      }
    }
    return records;
  };
}
