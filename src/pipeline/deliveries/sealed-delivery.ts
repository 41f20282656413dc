// A delivery as the bytes that are sealed: what is known without its rows as JSON, then the flat arrays of its rows as
// they lie in memory, little-endian. In: a delivery and its rows. Out: bytes piece by piece, none of them copied; and back.

import { createHash } from 'node:crypto';
import { TocsinError } from '../../base/index.ts';
import { type ValidatorId, validators } from '../../recognise/index.ts';
import { createRecords, HashIndex, keptLayout, type TableRecords } from '../../resolve/index.ts';
import { type CaseRecord, type DeliveryFile, openDelivery, writeDelivery } from '../../store/index.ts';
import type { DeliveryHead, DeliveryRows } from './delivery.ts';

type Words = Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** Changes whenever what is kept would be read differently. */
const layoutVersion = 1;

interface WrittenHead {
  version: number;
  /** What the numbers of validators and kinds mean. */
  lexicon: string;
  head: DeliveryHead;
  /** By table. */
  rows: {
    count: number;
    named: number;
    mentions: { column: number; validator: ValidatorId; count: number; own: number; words: number }[];
  }[];
  textWords: number;
}

const lengthBytes = 8;

/** On the disk when it returns. */
export function keepDelivery(
  record: CaseRecord,
  delivery: number,
  head: DeliveryHead,
  rows: DeliveryRows,
): void {
  writeDelivery(record, delivery, contentOf(head, rows));
}

function* contentOf(head: DeliveryHead, rows: DeliveryRows): Generator<Uint8Array, void, undefined> {
  const written: WrittenHead = {
    version: layoutVersion,
    lexicon: lexicon(),
    head,
    rows: rows.records.map((records, i) => ({
      count: records.count,
      named: records.firstSounds.length,
      mentions: rows.mentions[i]!.map(({ hashes, ...entry }) => ({ ...entry, words: hashes.size * 2 })),
    })),
    textWords: rows.textEmails.length,
  };
  const text = Buffer.from(JSON.stringify(written));
  const length = Buffer.alloc(lengthBytes);
  length.writeBigUInt64LE(BigInt(text.length));
  yield length;
  yield text;
  for (const [i, records] of rows.records.entries()) {
    for (const words of arraysOf(records)) yield bytesOf(words);
    for (const { hashes } of rows.mentions[i]!) yield bytesOf(hashes.toWords());
  }
  yield bytesOf(rows.textEmails);
}

/** The head alone: nothing of the rows is read. */
export function readDeliveryHead(record: CaseRecord, delivery: number): DeliveryHead {
  using file = openDelivery(record, delivery);
  return readHead(file, delivery).written.head;
}

export function readDelivery(
  record: CaseRecord,
  delivery: number,
): { head: DeliveryHead; rows: DeliveryRows } {
  using file = openDelivery(record, delivery);
  const { written, end } = readHead(file, delivery);
  let offset = end;
  const fill = <W extends Words>(words: W): W => {
    file.read(offset, bytesOf(words));
    offset += words.byteLength;
    return words;
  };
  const rows: DeliveryRows = { records: [], mentions: [], textEmails: new Uint32Array(0) };
  written.rows.forEach(({ count, named, mentions }, i) => {
    const { forms } = keptLayout(written.head.tables[i]!.plan.gathered);
    const records = createRecords(forms, count, named);
    for (const words of arraysOf(records)) fill(words);
    rows.records.push(records);
    rows.mentions.push(
      mentions.map(({ words, ...entry }) => ({ ...entry, hashes: indexOf(fill(new Uint32Array(words))) })),
    );
  });
  rows.textEmails = fill(new Uint32Array(written.textWords));
  return { head: written.head, rows };
}

function readHead(file: DeliveryFile, delivery: number): { written: WrittenHead; end: number } {
  const length = Buffer.alloc(lengthBytes);
  file.read(0, length);
  const text = Buffer.alloc(Number(length.readBigUInt64LE()));
  file.read(lengthBytes, text);
  const written = JSON.parse(text.toString()) as WrittenHead;
  if (written.version !== layoutVersion || written.lexicon !== lexicon())
    throw new TocsinError('DELIVERY_OUTDATED', `delivery ${delivery} was kept by another version of tocsin`);
  return { written, end: lengthBytes + text.length };
}

/** In a fixed order. */
function arraysOf(records: TableRecords): Words[] {
  const { marks, moreMarks, firstSounds, lastSounds, columns } = records;
  const values = columns.flatMap(({ low, high, firstHalves, secondHalves }) => [
    low,
    high,
    firstHalves,
    secondHalves,
  ]);
  return [marks, ...moreMarks, firstSounds, lastSounds, ...values].filter(
    (words): words is Words => words !== null,
  );
}

function bytesOf({ buffer, byteOffset, byteLength }: Words): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function indexOf(words: Uint32Array): HashIndex {
  const index = new HashIndex(words.length / 2);
  for (let i = 0; i < words.length; i += 2) index.add(words[i]!, words[i + 1]!);
  return index;
}

let knownLexicon: string | null = null;

function lexicon(): string {
  knownLexicon ??= createHash('sha256')
    .update(JSON.stringify(validators.map(({ id, name, kinds }) => [id, name, kinds])))
    .digest('hex');
  return knownLexicon;
}
