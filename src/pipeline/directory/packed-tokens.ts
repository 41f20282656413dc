// The tokens of a stretch of rows as flat memory, and all stretches of a directory put together. In: words by key.
// Out: what `matchRows` takes. A piece that does not fit the directory's keys was damaged, and is refused.

import { TocsinError } from '../../base/index.ts';
import type { DirectoryKey } from './directory-field.ts';
import type { DirectoryTokens } from './directory-tokens.ts';
import { GrowingWords } from './growing-words.ts';

/** Two arrays a key: the low and high words by row; of names the rows and the hashes. Then the facts by row. */
export function packTokens(arrays: readonly Uint32Array[]): Uint32Array<ArrayBuffer> {
  const head = 1 + arrays.length;
  const packed = new Uint32Array(head + arrays.reduce((sum, { length }) => sum + length, 0));
  packed[0] = arrays.length;
  let at = head;
  arrays.forEach((array, i) => {
    packed[1 + i] = array.length;
    packed.set(array, at);
    at += array.length;
  });
  return packed;
}

function unpackTokens(packed: Uint32Array): Uint32Array[] {
  const count = packed[0] ?? 0;
  const arrays: Uint32Array[] = [];
  let at = 1 + count;
  for (let i = 0; i < count; i++) {
    const length = packed[1 + i]!;
    arrays.push(packed.subarray(at, at + length));
    at += length;
  }
  if (at !== packed.length) throw damaged();
  return arrays;
}

function damaged(): TocsinError {
  return new TocsinError('CASE_DAMAGED', 'the tokens of a directory are damaged');
}

export function isNameKey({ by }: DirectoryKey): boolean {
  return by === 'name' || by === 'nameVariant';
}

/** A row's date of birth as yyyymmdd, and bits of `channelBits` above it, in one word. */
export function rowFacts(birth: number, channels: number): number {
  return birth | (channels << channelShift);
}

const channelShift = 28;
const birthMask = 2 ** channelShift - 1;

/** Puts the tokens of stretches together, which come in order. */
export function createTokenCollector(keys: readonly DirectoryKey[]): {
  add(packed: Uint32Array, rows: number): void;
  tokens(): DirectoryTokens;
} {
  const words = keys.map(() => [new GrowingWords(), new GrowingWords()] as const);
  const facts = new GrowingWords();
  let count = 0;
  return {
    add(packed, rows) {
      const arrays = unpackTokens(packed);
      if (arrays.length !== keys.length * 2 + 1) throw damaged();
      keys.forEach((key, i) => {
        const [low, high] = words[i]!;
        const first = arrays[i * 2]!;
        const second = arrays[i * 2 + 1]!;
        if (first.length !== second.length) throw damaged();
        if (isNameKey(key)) for (const row of first) low.push(row + count);
        else if (first.length !== rows) throw damaged();
        else low.add(first);
        high.add(second);
      });
      if (arrays.at(-1)!.length !== rows) throw damaged();
      facts.add(arrays.at(-1)!);
      count += rows;
    },
    tokens() {
      const births = facts.view().map((word) => word & birthMask);
      return {
        rows: count,
        births,
        channels: Uint8Array.from(facts.view(), (word) => word >>> channelShift),
        keys: keys.map((key, i) => {
          const [first, second] = words[i]!;
          if (!isNameKey(key)) return { ...key, rows: null, low: first.view(), high: second.view() };
          const rows = first.view();
          return { ...key, rows, low: second.view(), high: Uint32Array.from(rows, (row) => births[row]!) };
        }),
      };
    },
  };
}
