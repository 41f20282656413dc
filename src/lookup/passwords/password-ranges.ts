// Ranges of passwords, ready to be sent. In: the register, a hash function and 5 hexadecimal digits. Out: all hashes that
// begin so, with how often each was seen in all sources together. Answers are kept in memory, within a bound, until a
// source comes or goes.

import { hash } from 'node:crypto';
import {
  createPasswordReader,
  type PasswordMode,
  type PasswordState,
  passwordPlace,
  readPasswordState,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { mergeRanges, noRows, openRange, type RangeRows } from './range-block.ts';
import { rangeText } from './range-text.ts';

export interface PasswordRange {
  mode: PasswordMode;
  /** 0 to 2^20. */
  prefix: number;
  rows: RangeRows;
  /** ASCII, as the protocol has it, without padding. */
  text: Buffer;
  /** For an entity tag. */
  tag: string;
  /** When passwords last came or went, ms since 1970; 0 for never. */
  changedAt: number;
  /** The same as a header has it. */
  changedOn: string;
  /** The text as it was packed for sending, by the coding's name: filled by `keepPacked`. */
  packed: ReadonlyMap<string, Buffer>;
}

export interface PasswordRanges {
  rangeOf(mode: PasswordMode, prefix: number): Promise<PasswordRange> | PasswordRange;
  /** Keeps a packed form with the answer, as long as that is kept. */
  keepPacked(range: PasswordRange, coding: string, bytes: Buffer): void;
  /** How many sources there are now. */
  sources(): Promise<number>;
}

export interface RangesOptions {
  /** For answers in all their forms. */
  cacheBytes?: number;
  /** How long another process's change may stay unseen. */
  settleMs?: number;
}

/** Of an answer beside its text: the object and its place in the map. */
const overheadBytes = 400;

interface Kept extends PasswordRange {
  packed: Map<string, Buffer>;
  bytes: number;
}

export function createPasswordRanges(
  register: RegisterDatabase,
  { cacheBytes = 64 << 20, settleMs = 250 }: RangesOptions = {},
): PasswordRanges {
  const read = createPasswordReader(register);
  /** The one asked for last stands last. */
  const kept = new Map<number, Kept>();
  let keptBytes = 0;
  let state: PasswordState = { version: 0, changedAt: 0, sources: [] };
  let checkedAt = -Infinity;
  let checking: Promise<void> | null = null;

  async function check(): Promise<void> {
    const began = performance.now();
    const next = await readPasswordState(register);
    if (next.version !== state.version) forget();
    state = next;
    checkedAt = began;
  }

  function isSettled(): boolean {
    return performance.now() - checkedAt < settleMs;
  }

  function forget(): void {
    kept.clear();
    keptBytes = 0;
  }

  function keep(key: number, range: Kept): void {
    if (range.bytes > cacheBytes) return;
    kept.set(key, range);
    keptBytes += range.bytes;
    for (const [oldest, { bytes }] of kept) {
      if (keptBytes <= cacheBytes) break;
      kept.delete(oldest);
      keptBytes -= bytes;
    }
  }

  function rangeNow(mode: PasswordMode, prefix: number): PasswordRange | Promise<PasswordRange> {
    const key = passwordPlace(0, mode, prefix);
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const asOf = state;
    const made = (blocks: Buffer[]): PasswordRange => {
      const range = rangeFrom(blocks, mode, prefix, asOf.changedAt);
      // two may have asked at once, and a source may have come in the meantime
      if (asOf.version === state.version && !kept.has(key)) keep(key, range);
      return range;
    };
    const blocks = read(asOf.sources.map((source) => passwordPlace(source, mode, prefix)));
    return blocks instanceof Promise ? blocks.then(made) : made(blocks);
  }

  function settle(): Promise<void> {
    return (checking ??= check().finally(() => (checking = null)));
  }

  return {
    rangeOf: (mode, prefix) =>
      isSettled() ? rangeNow(mode, prefix) : settle().then(() => rangeNow(mode, prefix)),
    keepPacked({ mode, prefix, tag }, coding, bytes) {
      const key = passwordPlace(0, mode, prefix);
      const known = kept.get(key);
      if (known === undefined || known.tag !== tag || known.packed.has(coding)) return;
      kept.delete(key);
      keptBytes -= known.bytes;
      known.packed.set(coding, bytes);
      known.bytes += bytes.length;
      keep(key, known);
    },
    async sources() {
      await settle();
      return state.sources.length;
    },
  };
}

/** Of what the answer is made of, which is half as long. */
function tagOf(blocks: readonly Buffer[]): string {
  return hash('sha1', blocks.length === 1 ? blocks[0]! : Buffer.concat(blocks), 'base64url').slice(0, 22);
}

function rangeFrom(blocks: Buffer[], mode: PasswordMode, prefix: number, changedAt: number): Kept {
  const rows = blocks.map((block) => openRange(block, mode)).reduce(mergeRanges, noRows(mode));
  const text = rangeText(rows);
  const bytes = overheadBytes + text.length + rows.count * (rows.tailBytes + 8);
  const tag = tagOf(blocks);
  const changedOn = new Date(changedAt).toUTCString();
  return { mode, prefix, rows, text, tag, changedAt, changedOn, packed: new Map(), bytes };
}
