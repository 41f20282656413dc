// From the spans of one row to its record: each planned value decoded, checked, normalised and hashed.
// In: spans in the kernel's memory. Out: words of a record, and counts by kind. No value leaves the memory.

import type { Kernel } from '../kernel/index.ts';
import {
  emailsInValue,
  isRoleMailbox,
  isTestIdentity,
  mayBeNobodys,
  normaliseEmail,
  normaliseName,
  normaliseNir,
  normalisePhone,
  valueKind,
} from '../recognise/index.ts';
import { HashIndex } from './hash-index.ts';
import { type Gathered, recordFlags, type TablePlan } from './table-plan.ts';

/** Where a decoded value lies in the kernel's memory. */
export interface DecodedSpan {
  start: number;
  end: number;
}

/** Decodes the value at `from`..`to`; false for NULL. Supplied by the reader, who knows the dialect. */
export type DecodeValue = (from: number, to: number, decoded: DecodedSpan) => boolean;

/** What a row of one table adds up to; `kinds[i][k]` counts values of kind `k` for the i-th gathered column. */
export interface RowCounts {
  kinds: Float64Array[];
  onExtraEmail(column: number, low: number, high: number): void;
}

/** Longest value that is normalised; longer ones are no identifiers. */
const normalBytes = 16 << 10;

const quote = 0x27;

/** Of a long text this much is looked at to tell that it is one. */
const shownBytes = 256;

/** Memory that `createRowGatherer` needs at `scratch`. */
export const gathererScratchBytes = normalBytes * 3 + 64;

export interface RowGatherer {
  /** Writes the record of one row to `record` at `base`; false when it holds nothing but keys. */
  gather(
    plan: TablePlan,
    starts: Uint32Array,
    ends: Uint32Array,
    counts: RowCounts,
    record: Uint32Array,
    base: number,
  ): boolean;
  /** The hash of the address at `start`..`end`, in the two words it writes to `out`. */
  hashEmail(start: number, end: number, out: Uint32Array): void;
}

export function createRowGatherer(
  kernel: Kernel,
  scratch: number,
  decode: DecodeValue,
  today: number,
  onEmail: (low: number) => void = () => {},
): RowGatherer {
  const { bytes, words } = kernel;
  const hashAt = scratch;
  const normalAt = scratch + 16;
  const normal = bytes.subarray(normalAt, normalAt + normalBytes * 3);
  const decoded: DecodedSpan = { start: 0, end: 0 };
  const names: NameState = { seen: 0, texts: [] };
  const knownEmails = new HashIndex();
  let emailFlags = new Uint8Array(1024);
  const knownNames = new HashIndex();
  let nameIsTest = new Uint8Array(1024);

  const text = (start: number, end: number) => Buffer.from(bytes.buffer, start, end - start).toString();

  /** The record that is written, and where in it this row begins. */
  let record: Uint32Array = new Uint32Array(0);
  let base = 0;

  const hash = (start: number, end: number, word: number) => {
    kernel.hashTo(start, end - start, hashAt);
    record[base + word] = words[hashAt / 4]!;
    record[base + word + 1] = words[hashAt / 4 + 1]!;
  };

  /** Small whole numbers stand for themselves, whatever way they are quoted; zero means no key. */
  const putNumber = (start: number, end: number, word: number): boolean => {
    if (end - start > 9) return false;
    let number = 0;
    for (let p = start; p < end; p++) {
      const digit = bytes[p]! - 0x30;
      if (digit < 0 || digit > 9) return false;
      number = number * 10 + digit;
    }
    record[base + word] = number;
    record[base + word + 1] = 0;
    return true;
  };

  const putKey = (from: number, to: number, word: number) => {
    if (putNumber(from, to, word)) return;
    if (!decode(from, to, decoded) || decoded.end <= decoded.start) return;
    if (putNumber(decoded.start, decoded.end, word)) return;
    hash(decoded.start, decoded.end, word);
    record[base + word + 1]! |= 1;
  };

  const putEmail = (entry: Gathered, counts: RowCounts): number => {
    let kind = 0;
    emailsInValue(bytes, decoded.start, decoded.end, (start, end, cut) => {
      const length = normaliseEmail(bytes, start, end, normal);
      if (kind > 0) {
        kernel.hashTo(normalAt, length, hashAt);
        counts.onExtraEmail(entry.column, words[hashAt / 4]!, words[hashAt / 4 + 1]!);
        return;
      }
      kind = cut ? 2 : 1;
      const at = base + entry.word;
      hash(normalAt, normalAt + length, entry.word);
      record[base]! |= flagsOfEmail(record[at]!, record[at + 1]!, length) | (cut ? recordFlags.cutEmail : 0);
    });
    return kind;
  };

  const flagsOfEmail = (low: number, high: number, length: number): number => {
    const before = knownEmails.size;
    const id = knownEmails.add(low, high);
    if (id === before) {
      onEmail(low);
      if (id >= emailFlags.length) emailFlags = doubled(emailFlags);
      if (mayBeNobodys(normal, 0)) emailFlags[id] = flagsOfAddress(text(normalAt, normalAt + length));
    }
    return emailFlags[id]!;
  };

  /** Whether a name consists of words that test identities are made of; asked once a name. */
  const isTestName = (low: number, high: number, length: number): boolean => {
    const before = knownNames.size;
    const id = knownNames.add(low, high);
    if (id === before) {
      if (id >= nameIsTest.length) nameIsTest = doubled(nameIsTest);
      nameIsTest[id] = isTestIdentity({ names: [text(normalAt, normalAt + length), 'test'] }) ? 1 : 0;
    }
    return nameIsTest[id] === 1;
  };

  const putName = (entry: Gathered): boolean => {
    const length = normaliseName(
      bytes,
      decoded.start,
      Math.min(decoded.end, decoded.start + normalBytes),
      normal,
    );
    if (length === 0) return false;
    if (entry.normal === 'full name') {
      const space = normal.subarray(0, length).indexOf(0x20);
      const comma = bytes.subarray(decoded.start, decoded.end).indexOf(0x2c);
      const first = space < 0 ? length : space;
      // `Dupont, Jean` is written last name first
      const swapped = comma >= 0 && space >= 0;
      hash(normalAt, normalAt + first, entry.word + (swapped ? 2 : 0));
      if (space >= 0) hash(normalAt + space + 1, normalAt + length, entry.word + (swapped ? 0 : 2));
      kernel.hashTo(normalAt, length, hashAt);
    } else {
      hash(normalAt, normalAt + length, entry.word);
    }
    names.seen++;
    if (isTestName(words[hashAt / 4]!, words[hashAt / 4 + 1]!, length))
      names.texts.push(text(normalAt, normalAt + length));
    return true;
  };

  const gather: RowGatherer['gather'] = (plan, starts, ends, counts, target, at) => {
    record = target;
    base = at;
    for (let i = 0; i < plan.width; i++) record[base + i] = 0;
    let holdsValue = false;
    names.seen = 0;
    if (names.texts.length > 0) names.texts = [];
    const { gathered } = plan;
    for (let i = 0; i < gathered.length; i++) {
      const entry = gathered[i]!;
      const from = starts[entry.column]!;
      const to = ends[entry.column]!;
      if (to <= from) continue;
      if (entry.normal === 'text') {
        // long texts are compared as they are written: nothing is gained by taking escapes off
        const shown = bytes[from] === quote ? Math.min(to, from + shownBytes) : to;
        if (entry.validator === -1 || !decode(from, shown, decoded) || decoded.end <= decoded.start) continue;
        const kind = valueKind(entry.validator, bytes, decoded.start, decoded.end, today);
        if (kind === 0) continue;
        counts.kinds[i]![kind]!++;
        hash(from, to, entry.word);
        holdsValue = true;
        continue;
      }
      if (entry.validator === -1) {
        putKey(from, to, entry.word);
        continue;
      }
      if (!decode(from, to, decoded) || decoded.end <= decoded.start) continue;
      if (entry.normal === 'email') {
        const kind = putEmail(entry, counts);
        if (kind > 0) counts.kinds[i]![kind]!++;
        holdsValue ||= kind > 0;
        continue;
      }
      const kind = valueKind(entry.validator, bytes, decoded.start, decoded.end, today);
      if (kind === 0) continue;
      if (entry.normal === 'phone') {
        const length = normalisePhone(bytes, decoded.start, decoded.end, normal);
        if (length === 0) continue;
        hash(normalAt, normalAt + length, entry.word);
      } else if (entry.normal === 'NIR') {
        const length = normaliseNir(bytes, decoded.start, decoded.end, normal);
        if (length === 0) continue;
        hash(normalAt, normalAt + length, entry.word);
      } else if (entry.normal === 'value') {
        hash(decoded.start, decoded.end, entry.word);
      } else if (!putName(entry)) continue;
      counts.kinds[i]![kind]!++;
      holdsValue = true;
    }
    if (names.seen > 0) markTestNames(names, record, base);
    return holdsValue;
  };

  return {
    gather,
    hashEmail(start, end, out) {
      kernel.hashTo(normalAt, normaliseEmail(bytes, start, end, normal), hashAt);
      out[0] = words[hashAt / 4]!;
      out[1] = words[hashAt / 4 + 1]!;
    },
  };
}

function flagsOfAddress(address: string): number {
  const isRole = isRoleMailbox(address.slice(0, address.lastIndexOf('@')));
  return (
    (isRole ? recordFlags.roleMailbox : 0) |
    (isTestIdentity({ email: address }) ? recordFlags.testIdentity : 0)
  );
}

interface NameState {
  seen: number;
  /** Normalised names of the row that are made of test words. */
  texts: string[];
}

/** Names, where a row has them, decide whether it is a test identity: `test@…` may well be the address of a Mr Test. */
function markTestNames(names: NameState, record: Uint32Array, base: number): void {
  const wasTest = (record[base]! & recordFlags.testIdentity) !== 0;
  const isTest =
    names.texts.length === names.seen &&
    isTestIdentity({ names: names.texts, ...(wasTest ? { email: 'test@example.test' } : {}) });
  if (isTest) record[base]! |= recordFlags.testIdentity;
  else record[base]! &= ~recordFlags.testIdentity;
}

function doubled(flags: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(flags.length * 2);
  larger.set(flags);
  return larger;
}
