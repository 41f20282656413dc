// A table made of documents: keys become columns in the order they are first seen, keys inside documents joined
// by dots. In: documents. Out: their values in the order of the columns, which only grow.

import { createDistinctNames } from '../json/distinct-names.ts';
import type { RecordValue } from '../unpack/unpack-sink.ts';
import { maxColumnDepth, maxColumns, maxKeysInside } from './bson-limits.ts';
import { bsonValue } from './bson-value.ts';
import { textOf } from './short-text.ts';
import { bsonTypes, walkDocument } from './walk-document.ts';

/** Between the keys of a path: no key holds a zero. */
const separator = '\0';

export class DocumentTable {
  readonly name: string;
  columns: string[] = [];
  #places = new Map<string, number>();
  #names = createDistinctNames();
  /** Columns under a key. */
  #inside = new Map<string, number>();
  /** Of the document being read: its number, the values of known columns, those of others. */
  #document = 0;
  #values: RecordValue[] = [];
  #fresh = new Map<string, RecordValue>();
  /** By column, the document it was last filled in. */
  #seen: number[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /**
   * The values of the document at `from`, which ends before `to`; null where it has too many keys. Throws
   * `DamagedDocument`; of a document that is not read to its end no column stays.
   */
  take(bytes: Buffer, from: number, to: number): RecordValue[] | null {
    this.#document++;
    this.#values = Array<RecordValue>(this.columns.length).fill(null);
    this.#fresh.clear();
    if (!this.#collect(bytes, from, to, '', 0)) return null;
    if (this.#fresh.size > 0) {
      this.columns = [...this.columns, ...Array.from(this.#fresh.keys(), (path) => this.#add(path))];
      this.#values.push(...this.#fresh.values());
    }
    return this.#values;
  }

  #add(path: string): string {
    this.#places.set(path, this.#places.size);
    this.#seen.push(this.#document);
    const keys = path.split(separator);
    for (let i = 1; i < keys.length; i++) {
      const parent = keys.slice(0, i).join(separator);
      this.#inside.set(parent, (this.#inside.get(parent) ?? 0) + 1);
    }
    return this.#names.distinct(keys.join('.'));
  }

  #collect(bytes: Buffer, from: number, to: number, prefix: string, depth: number): boolean {
    let fits = true;
    walkDocument(bytes, from, to, (type, keyFrom, keyTo, from, to) => {
      if (!fits) return;
      const path = prefix + textOf(bytes, keyFrom, keyTo);
      if (type === bsonTypes.document && depth < maxColumnDepth && this.#areColumns(bytes, from, to, path)) {
        fits = this.#collect(bytes, from, to, path + separator, depth + 1);
        return;
      }
      fits = this.#put(path, bsonValue(bytes, type, from, to));
    });
    return fits;
  }

  #areColumns(bytes: Buffer, from: number, to: number, path: string): boolean {
    let keys = 0;
    walkDocument(bytes, from, to, () => keys++);
    return keys <= maxKeysInside && (this.#inside.get(path) ?? 0) <= maxKeysInside;
  }

  /** A key said again is a column of its own. False after more keys than there may be columns. */
  #put(path: string, value: RecordValue): boolean {
    let key = path;
    for (let i = 2; i <= maxRepeats + 1; i++) {
      const place = this.#places.get(key);
      if (place !== undefined && this.#seen[place] !== this.#document) {
        this.#seen[place] = this.#document;
        this.#values[place] = value;
        return true;
      }
      if (place === undefined && !this.#fresh.has(key)) {
        this.#fresh.set(key, value);
        return this.columns.length + this.#fresh.size <= maxColumns;
      }
      key = `${path} (${i})`;
    }
    return false;
  }
}

/** A key said more often than this in one document is no key. */
const maxRepeats = 8;
