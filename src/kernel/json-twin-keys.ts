// The twin's table of keys: which key under which parent is which column, and a way back for rows that fail.
// What readers look up, the place, length and parent of each entry, lies in memory as the compiled kernel puts it.

import { jsonEntry, jsonLimits, jsonRoom } from './json-code.ts';

export interface TwinKey {
  entry: number;
  parent: number;
  name: string;
  /** -1 for none. */
  column: number;
  /** Keys under this one. */
  children: number;
  /** Objects under this key stay one value. */
  isWhole: boolean;
  /** The row it was last seen in. */
  stamp: number;
  /** The entry of the same key, a second time in one row. */
  again: TwinKey | null;
  firstTime: TwinKey | null;
  /** Of a root. */
  columns: number;
}

export interface KeysMark {
  keys: number;
  arena: number;
  columns: number;
}

export class JsonTwinKeys {
  /** Keys that became columns in this row. */
  added: TwinKey[] = [];
  #bytes: Uint8Array;
  #words: Uint32Array;
  #room: number;
  #keys: TwinKey[] = [{ ...emptyKey }];
  #found = new Map<string, TwinKey>();
  #arenaUsed = 0;

  constructor(bytes: Uint8Array, words: Uint32Array, room: number) {
    this.#bytes = bytes;
    this.#words = words;
    this.#room = room;
  }

  keyOf(entry: number): TwinKey {
    return this.#keys[entry]!;
  }

  addRoot(reserved: number): number {
    const entry = this.#keys.length;
    if (entry >= jsonLimits.entries) return 0;
    this.#keys.push({ ...emptyKey, entry, columns: reserved });
    this.#put(entry, jsonEntry.parent, 0);
    return entry;
  }

  /** Null where there is no room. */
  find(parent: TwinKey, name: string): TwinKey | null {
    const place = `${parent.entry} ${name}`;
    const known = this.#found.get(place);
    if (known) return known;
    const key = this.#add(parent.entry, name);
    if (key) {
      this.#found.set(place, key);
      parent.children++;
    }
    return key;
  }

  /** The entry for a key that was seen in this row before; null after too many. */
  repeated(key: TwinKey, stamp: number): TwinKey | null {
    let seen = key;
    for (let i = 0; i < jsonLimits.repeats; i++) {
      const again = seen.again ?? this.#add(seen.parent, seen.name);
      if (!again) return null;
      seen.again = again;
      again.firstTime = seen;
      this.#put(again.entry, jsonEntry.firstTime, seen.entry);
      seen = again;
      if (seen.stamp !== stamp) return seen;
    }
    return null;
  }

  /** False where there are no more columns. */
  addColumn(root: TwinKey, key: TwinKey): boolean {
    if (root.columns >= jsonLimits.columns) return false;
    key.column = root.columns++;
    this.#words[(this.#room + jsonRoom.newColumns) / 4 + this.added.length] = key.entry;
    this.added.push(key);
    return true;
  }

  mark(): KeysMark {
    return { keys: this.#keys.length, arena: this.#arenaUsed, columns: this.added.length };
  }

  /** Takes back keys and columns, the last first. */
  dropTo(root: TwinKey, mark: KeysMark): void {
    for (; this.added.length > mark.columns; root.columns--) this.added.pop()!.column = -1;
    while (this.#keys.length > mark.keys) {
      const key = this.#keys.pop()!;
      if (key.firstTime) key.firstTime.again = null;
      else if (this.#found.delete(`${key.parent} ${key.name}`)) this.#keys[key.parent]!.children--;
    }
    this.#arenaUsed = mark.arena;
  }

  #add(parent: number, name: string): TwinKey | null {
    const taken = (name.length + 15) & ~7;
    const entry = this.#keys.length;
    if (entry >= jsonLimits.entries || this.#arenaUsed + taken > jsonLimits.arenaBytes) return null;
    const key: TwinKey = { ...emptyKey, entry, parent, name };
    this.#keys.push(key);
    const keyAt = this.#room + jsonRoom.arena + this.#arenaUsed;
    this.#bytes.set(Buffer.from(name, 'latin1'), keyAt);
    this.#arenaUsed += taken;
    this.#put(entry, jsonEntry.keyAt, keyAt);
    this.#put(entry, jsonEntry.keyLength, name.length);
    this.#put(entry, jsonEntry.parent, parent);
    this.#put(entry, jsonEntry.firstTime, 0);
    return key;
  }

  #put(entry: number, field: number, word: number): void {
    this.#words[(this.#room + jsonRoom.entries) / 4 + entry * jsonEntry.words + field] = word;
  }
}

const emptyKey: TwinKey = {
  entry: 0,
  parent: 0,
  name: '',
  column: -1,
  children: 0,
  isWhole: false,
  stamp: 0,
  again: null,
  firstTime: null,
  columns: 0,
};
