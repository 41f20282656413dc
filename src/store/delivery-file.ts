// The file in which a delivery rests: sealed in chunks under a key made from the case's for this delivery alone. In:
// bytes piece by piece. Out: the same bytes from anywhere. A file is there whole and on the disk, or not at all; one
// that no vault speaks of is removed by the next load.

import { hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeLeafFolder, writeWhole } from '../base/files/index.ts';
import {
  ChunkSealer,
  keyBytes,
  SealedReader,
  streamKey,
  streamNonceBytes,
  TocsinError,
} from '../base/index.ts';
import type { CaseRecord } from './case-record.ts';
import { caseGone } from './destroyed-cases.ts';

type CaseFiles = Pick<CaseRecord, 'case' | 'folder' | 'key'>;

/** The content of a delivery; its memory is some megabytes, whatever its size. */
export interface DeliveryFile {
  sizeBytes: number;
  /** Fills `target`; CASE_DAMAGED where there is less, SEALED_DAMAGED where a chunk is not what was sealed there. */
  read(offset: number, target: Uint8Array): void;
  [Symbol.dispose](): void;
}

/** Sealed at a time. */
const pieceBytes = 1 << 20;

/** Throws HOME_NOT_WRITABLE where the disk refuses it; then nothing has changed. */
export function writeDelivery(record: CaseFiles, delivery: number, content: Iterable<Uint8Array>): void {
  try {
    makeLeafFolder(folderOf(record), { mode: 0o700 });
    writeWhole(pathOf(record, delivery), sealed(record, delivery, content));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (cause instanceof TocsinError || code === undefined) throw cause;
    if (code === 'ENOENT') throw caseGone(record.case, cause);
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write into the case ${record.case}`, { cause });
  }
}

function* sealed(
  record: CaseFiles,
  delivery: number,
  content: Iterable<Uint8Array>,
): Generator<Uint8Array, void, undefined> {
  const nonce = randomBytes(streamNonceBytes);
  yield nonce;
  const sealer = new ChunkSealer(keyOf(record, delivery, nonce));
  for (const bytes of content)
    for (let from = 0; from < bytes.length; from += pieceBytes)
      yield sealer.push(bytes.subarray(from, from + pieceBytes));
  yield sealer.end();
}

export function openDelivery(record: CaseFiles, delivery: number): DeliveryFile {
  const path = pathOf(record, delivery);
  const name = `delivery ${delivery} of the case ${record.case}`;
  if (!existsSync(path)) throw new TocsinError('CASE_DAMAGED', `${name} is missing`);
  const fd = openSync(path, 'r');
  try {
    const nonce = Buffer.alloc(streamNonceBytes);
    readSync(fd, nonce, 0, nonce.length, 0);
    const reader = new SealedReader(
      {
        sizeBytes: fstatSync(fd).size,
        read: (offset, target, at, length) => readSync(fd, target, at, length, offset),
      },
      { key: keyOf(record, delivery, nonce).toString('base64'), at: streamNonceBytes },
      name,
    );
    return {
      sizeBytes: reader.sizeBytes,
      read(offset, target) {
        if (reader.read(offset, target, 0, target.length) < target.length)
          throw new TocsinError('CASE_DAMAGED', `${name} ends too early`);
      },
      [Symbol.dispose]: () => closeSync(fd),
    };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Removes the files of all other deliveries, and what a killed process left of one. */
export function keepDeliveryFiles(record: CaseFiles, deliveries: readonly number[]): void {
  const folder = folderOf(record);
  if (!existsSync(folder)) return;
  const kept = new Set(deliveries.map(nameOf));
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true });
}

function keyOf({ case: id, key }: CaseFiles, delivery: number, nonce: Uint8Array): Buffer {
  const own = hkdfSync('sha256', key, '', `delivery ${delivery} of ${id}`, keyBytes);
  return streamKey(new Uint8Array(own), nonce);
}

function folderOf({ folder }: CaseFiles): string {
  return join(folder, 'deliveries');
}

function nameOf(delivery: number): string {
  return `${delivery}.sealed`;
}

function pathOf(record: CaseFiles, delivery: number): string {
  return join(folderOf(record), nameOf(delivery));
}
