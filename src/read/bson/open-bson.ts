// Opens what mongodump writes: documents one after the other, or an archive of collections.
// In: a file. Out: a table for each collection, a record for each document. Documents that cannot be read are
// told with their place, and reading goes on where the next one seems to begin.

import type { RandomAccess } from '../random-access.ts';
import type { OpenFile, UnpackSink } from '../unpack/unpack-sink.ts';
import { leastDocumentBytes, maxDocumentBytes } from './bson-limits.ts';
import { bsonValue } from './bson-value.ts';
import { ByteStretch } from './byte-stretch.ts';
import { DocumentTable } from './document-table.ts';
import { findDocument, isPlausible } from './find-document.ts';
import { isBsonArchive } from './is-bson.ts';
import { bsonTypes, DamagedDocument, walkDocument } from './walk-document.ts';

/** Handed over before it is asked whether there is room for more. */
const recordsAtOnce = 200;
const bytesAtOnce = 1 << 20;

/** What documents that turn out not to be any may cost; past this, what they say of their length is believed. */
const maxLookedAtTwice = 128 << 20;

/** Handed over as text at a time. */
const textBytes = 1 << 20;

/** Between the blocks of an archive. */
const terminator = 0xffffffff;
const terminatorBytes = 4;

/** Collections of one archive; the documents of further ones are told together. */
const maxTables = 1024;
const furtherTables = 'further collections';

export const openBson: OpenFile = async (file, sink, options) => {
  const stretch = new ByteStretch(file);
  await stretch.move(0, leastDocumentBytes);
  const isArchive = isBsonArchive(stretch.bytes);
  await new BsonFile(file, stretch, sink, isArchive, options.signal).read(isArchive ? terminatorBytes : 0);
};

class BsonFile {
  #file: RandomAccess;
  #stretch: ByteStretch;
  #sink: UnpackSink;
  #signal: AbortSignal | undefined;
  /** In an archive: what the next document is. */
  #expects: 'prelude' | 'namespace' | 'documents';
  #isArchive: boolean;
  #tables = new Map<string, DocumentTable>();
  #table = new DocumentTable('');
  #told: DocumentTable | null = null;
  #toldColumns: string[] = [];
  #at = 0;
  /** Of the documents read: type and name of the first key, by which others are found. */
  #opening: Buffer | null = null;
  #lookedAtTwice = 0;
  #records = 0;
  #bytes = 0;

  constructor(
    file: RandomAccess,
    stretch: ByteStretch,
    sink: UnpackSink,
    isArchive: boolean,
    signal: AbortSignal | undefined,
  ) {
    this.#file = file;
    this.#stretch = stretch;
    this.#sink = sink;
    this.#isArchive = isArchive;
    this.#expects = isArchive ? 'prelude' : 'documents';
    this.#signal = signal;
  }

  async read(from: number): Promise<void> {
    this.#at = from;
    for (;;) {
      this.#signal?.throwIfAborted();
      if (this.#left() < leastDocumentBytes) await this.#move(leastDocumentBytes);
      if (this.#left() === 0) return;
      if (this.#isArchive && this.#passTerminator()) continue;
      const length = this.#left() >= leastDocumentBytes ? this.#stretch.bytes.readInt32LE(this.#at) : 0;
      const isLength = length >= leastDocumentBytes && length <= maxDocumentBytes;
      if (isLength && this.#left() < length) await this.#move(length);
      if (isLength && this.#left() < length) await this.#resync('cut off in the middle of a document');
      else if (!isLength) await this.#resync();
      else await this.#readDocument(length);
      await this.#pause();
    }
  }

  #left(): number {
    return this.#stretch.bytes.length - this.#at;
  }

  async #move(wanted: number): Promise<void> {
    await this.#stretch.move(this.#at, wanted);
    this.#at = 0;
  }

  #passTerminator(): boolean {
    if (this.#left() < terminatorBytes || this.#stretch.bytes.readUInt32LE(this.#at) !== terminator)
      return false;
    this.#at += terminatorBytes;
    this.#expects = 'namespace';
    return true;
  }

  async #readDocument(length: number): Promise<void> {
    const { bytes } = this.#stretch;
    const end = this.#at + length;
    try {
      if (this.#expects === 'documents') {
        const values = this.#table.take(bytes, this.#at, end);
        if (values === null)
          return await this.#skip('documents with more keys than are kept as columns', length);
        this.#opening = openingOf(bytes, this.#at);
        this.#tell();
        this.#sink.record(this.#stretch.offset + this.#at, values);
      } else {
        this.#readHeader(bytes, this.#at, end);
      }
    } catch (error) {
      if (!(error instanceof DamagedDocument)) throw error;
      // where its length leads to another document, only what is inside is damaged
      const isFollowed = isPlausible(bytes, end, bytes.length, this.#opening) && bytes[end - 1] === 0;
      this.#lookedAtTwice += isFollowed ? 0 : length;
      return isFollowed || this.#lookedAtTwice > maxLookedAtTwice
        ? this.#skip(damaged, length)
        : this.#resync();
    }
    this.#records++;
    this.#bytes += length;
    this.#at = end;
  }

  /** Of an archive: its own head and what collections it has, then before each block whose documents follow. */
  #readHeader(bytes: Buffer, from: number, end: number): void {
    const fields = new Map<string, string>();
    walkDocument(bytes, from, end, (type, keyFrom, keyTo, valueFrom, valueTo) => {
      if (type !== bsonTypes.string) return;
      const value = bsonValue(bytes, type, valueFrom, valueTo);
      fields.set(bytes.toString('utf8', keyFrom, keyTo), String(value));
    });
    if (this.#expects === 'prelude') return;
    this.#expects = 'documents';
    this.#table = this.#tableOf(fields.get('db') ?? '', fields.get('collection') ?? '');
  }

  #tableOf(database: string, collection: string): DocumentTable {
    const place = `${database}\0${collection}`;
    const known = this.#tables.get(place);
    if (known) return known;
    const isFull = this.#tables.size >= maxTables;
    const isTaken = [...this.#tables.values()].some(({ name }) => name === collection);
    const name = isFull ? furtherTables : isTaken ? `${database}.${collection}` : collection;
    const table = (isFull ? this.#tables.get(furtherTables) : undefined) ?? new DocumentTable(name);
    this.#tables.set(isFull ? furtherTables : place, table);
    return table;
  }

  #tell(): void {
    const { name, columns } = this.#table;
    if (this.#told === this.#table && this.#toldColumns === columns) return;
    this.#told = this.#table;
    this.#toldColumns = columns;
    this.#sink.table({ name, columns });
  }

  async #skip(reason: string, length: number): Promise<void> {
    let left = length;
    while (left > 0) {
      if (this.#left() === 0) await this.#move(1);
      const piece = Math.min(left, this.#left(), textBytes);
      if (piece === 0) return;
      const text = this.#stretch.bytes.toString('utf8', this.#at, this.#at + piece);
      this.#sink.skipped(this.#stretch.offset + this.#at, piece, reason, text);
      this.#at += piece;
      left -= piece;
      await this.#sink.drained();
    }
  }

  /** Hands over what lies before the next document that seems to be one. */
  async #resync(reason = damaged): Promise<void> {
    let from = this.#at + 1;
    for (;;) {
      const { bytes, ended } = this.#stretch;
      const found = findDocument(bytes, from, this.#opening, this.#stretch.offset, this.#file.sizeBytes);
      const until = found >= 0 ? found : ended ? bytes.length : Math.max(this.#at, bytes.length - keptBytes);
      await this.#skip(reason, until - this.#at);
      if (found >= 0 || (ended && this.#at >= bytes.length)) {
        if (this.#isArchive) this.#expects = 'documents';
        return;
      }
      await this.#move(keptBytes * 2);
      from = 0;
    }
  }

  async #pause(): Promise<void> {
    if (this.#records < recordsAtOnce && this.#bytes < bytesAtOnce) return;
    this.#records = 0;
    this.#bytes = 0;
    await this.#sink.drained();
  }
}

const damaged = 'documents that are damaged';

/** Kept when looking on in the next stretch: the head of a document as far as it is looked at. */
const keptBytes = 1024;

/** Type, name and zero of the first key. */
function openingOf(bytes: Buffer, document: number): Buffer | null {
  const keyEnd = bytes.indexOf(0, document + 5);
  if (bytes[document + 4] === 0 || keyEnd < 0 || keyEnd - document > longestOpening) return null;
  return Buffer.from(bytes.subarray(document + 4, keyEnd + 1));
}

const longestOpening = 64;
