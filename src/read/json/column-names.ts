// Names of the columns that keys become: keys inside objects joined by dots.
// In: entries of the kernel's table of keys. Out: names, no two the same but for their case.

import { jsonEntry, jsonRoom, type Kernel } from '../../kernel/index.ts';
import { createDistinctNames } from './distinct-names.ts';

/** Elasticsearch's dumps keep a row under this key: its columns are the row's own. */
const wrapper = '_source';

export class ColumnNames {
  names: string[];
  #kernel: Kernel;
  #entries: number;
  #known = createDistinctNames();

  /** `reserved`: names of columns before the first one of a key. */
  constructor(kernel: Kernel, room: number, reserved: string[]) {
    this.names = reserved.map((name) => this.#known.distinct(name));
    this.#kernel = kernel;
    this.#entries = (room + jsonRoom.entries) / 4;
  }

  /** The next columns are of these entries. `names` becomes another array, as whoever was given the last one keeps it. */
  add(entries: Uint32Array): void {
    this.names = [
      ...this.names,
      ...Array.from(entries, (entry) => this.#known.distinct(this.#nameOf(entry))),
    ];
  }

  #nameOf(entry: number): string {
    const path = this.#pathOf(entry);
    const inner = path[0] === wrapper && path.length > 1 ? path.slice(1).join('.') : null;
    return inner !== null && !this.#known.has(inner) ? inner : path.join('.');
  }

  #pathOf(entry: number): string[] {
    const path: string[] = [];
    let at = this.#entries + entry * jsonEntry.words;
    for (;;) {
      const word = (field: number) => this.#kernel.words[at + field]!;
      const parent = word(jsonEntry.parent);
      // a root has no parent, and no key
      if (parent === 0) return path.reverse();
      path.push(this.#keyAt(word(jsonEntry.keyAt), word(jsonEntry.keyLength)));
      at = this.#entries + parent * jsonEntry.words;
    }
  }

  #keyAt(from: number, length: number): string {
    return keyText(this.#kernel.bytes, from, from + length);
  }
}

/** The text of a key, without its quotes; as it stands where its escapes are none. */
export function keyText(bytes: Uint8Array, from: number, to: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString();
  if (!text.includes('\\')) return text;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
