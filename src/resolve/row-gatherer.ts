// From the spans of one row to its record: each planned value decoded, checked, normalised and hashed.
// In: spans in the kernel's memory. Out: words of a record, and counts by kind. No value leaves the memory.

import type { Kernel } from '../kernel/index.ts';
import {
  dateValue,
  emailsInValue,
  identifierOf,
  isOrganisationName,
  isTestIdentity,
  mayBeNobodys,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  type ValidatorId,
  validatorIds,
  valueKind,
} from '../recognise/index.ts';
import type { DecodedSpan, DecodeValue } from './decode-value.ts';
import { FlagCache } from './flag-cache.ts';
import { flagsOfAddress, kindFlags } from './gathered-flags.ts';
import { halvesOf } from './identifier-halves.ts';
import { soundOf } from './linkage/name-sound.ts';
import { hasComma, markNames, type NameState, spaceIn } from './row-names.ts';
import { isSureTest } from './sure-test.ts';
import { sexOf } from './sex-of.ts';
import { withKind } from './kinded-hash.ts';
import { writeNormal } from './write-normal.ts';
import { type Gathered, recordFlags, type TablePlan } from './table-plan.ts';

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
  /** The hash of the normal form of a value at `start`..`end` that its validator takes, in two words of `out`. */
  hashValue(validator: ValidatorId, start: number, end: number, out: Uint32Array): void;
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
  const names: NameState = { seen: 0, texts: [], first: 0, organisation: false };
  const emailFlags = new FlagCache();
  const nameFlags = new FlagCache();
  const flagsOfKinds = kindFlags();

  const text = (start: number, end: number) => Buffer.from(bytes.buffer, start, end - start).toString();

  const shown = (from: number, to: number) =>
    to > from && decode(from, Math.min(to, from + shownBytes), decoded)
      ? text(decoded.start, decoded.end)
      : '';

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

  const flagsOfEmail = (low: number, high: number, length: number): number =>
    emailFlags.of(low, high, () => {
      onEmail(low);
      return mayBeNobodys(normal, 0) ? flagsOfAddress(text(normalAt, normalAt + length)) : 0;
    });

  /** Whether the name hashed last consists of words that test identities are made of. */
  const isTestName = (length: number): boolean =>
    mayBeNobodys(normal, 0) &&
    nameFlags.of(words[hashAt / 4]!, words[hashAt / 4 + 1]!, () =>
      isTestIdentity({ names: [text(normalAt, normalAt + length), 'test'] }) ? 1 : 0,
    ) === 1;

  /** How the name at `from`..`to` of the normal form sounds; the first one of its sort stands for the row. */
  const putSound = (from: number, to: number, isFirst: boolean) => {
    const shift = isFirst ? 0 : 16;
    const known = record[base + 1]!;
    if (((known >>> shift) & 0xffff) !== 0) return;
    record[base + 1] = known | (soundOf(normal, from, to) << shift);
  };

  const putName = (entry: Gathered): boolean => {
    const length = normaliseName(
      bytes,
      decoded.start,
      Math.min(decoded.end, decoded.start + normalBytes),
      normal,
    );
    if (length === 0) return false;
    const space = spaceIn(normal, length);
    if (entry.normal === 'full name') {
      // `Dupont, Jean` is written last name first
      const swapped = space < length && hasComma(bytes, decoded.start, decoded.end);
      hash(normalAt, normalAt + space, entry.word + (swapped ? 2 : 0));
      putSound(0, space, !swapped);
      if (space < length) {
        hash(normalAt + space + 1, normalAt + length, entry.word + (swapped ? 0 : 2));
        putSound(space + 1, length, swapped);
      }
      kernel.hashTo(normalAt, length, hashAt);
    } else {
      hash(normalAt, normalAt + length, entry.word);
      const isFirst = entry.normal === 'first name';
      putSound(0, isFirst ? space : length, isFirst);
      if (isFirst) names.first++;
    }
    names.seen++;
    if (entry.normal !== 'first name' && isOrganisationName(normal, 0, length)) names.organisation = true;
    if (isTestName(length)) names.texts.push(text(normalAt, normalAt + length));
    return true;
  };

  /** An identifier of a test is nobody's: it is counted and forgotten. One that fails its check leaves its halves. */
  const putIdentifier = (entry: Gathered, validator: ValidatorId, kind: number): boolean => {
    const identifier = identifierOf(validator)!;
    if (identifier.subject === 'person')
      record[base + entry.word + 2] = halvesOf(bytes, decoded.start, decoded.end);
    if (kind === 0) return false;
    const flags = flagsOfKinds[validator]![kind]!;
    if (flags !== 0) {
      if (identifier.subject === 'person') record[base]! |= flags;
      return true;
    }
    const length = identifier.normalise(bytes, decoded.start, decoded.end, normal);
    if (length === 0) return false;
    hash(normalAt, normalAt + length, entry.word);
    return true;
  };

  /** What a value says besides itself. */
  const putTraits = ({ validator, word }: Gathered, kind: number) => {
    if (validator === validatorIds.password)
      record[base + word + 1] = withKind(record[base + word + 1]!, kind);
    else if (validator === validatorIds.gender) {
      const sex = sexOf(bytes, decoded.start, decoded.end);
      record[base]! |= sex === 0 ? 0 : sex === 1 ? recordFlags.female : recordFlags.male;
    } else if (
      validator === validatorIds.deceasedDate ||
      (validator === validatorIds.deceasedStatus && kind === 1)
    )
      record[base]! |= recordFlags.deceased;
  };

  const gather: RowGatherer['gather'] = (plan, starts, ends, counts, target, at) => {
    record = target;
    base = at;
    for (let i = 0; i < plan.width; i++) record[base + i] = 0;
    let holdsValue = false;
    names.seen = 0;
    names.first = 0;
    names.organisation = false;
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
      if (entry.normal === 'identifier') {
        if (!putIdentifier(entry, entry.validator, kind)) continue;
        counts.kinds[i]![kind]!++;
        holdsValue = true;
        continue;
      }
      if (kind === 0) continue;
      if (entry.normal === 'phone') {
        const length = normalisePhone(bytes, decoded.start, decoded.end, normal);
        if (length === 0) continue;
        hash(normalAt, normalAt + length, entry.word);
      } else if (entry.normal === 'birth date') {
        record[base + entry.word] = dateValue(bytes, decoded.start, decoded.end);
      } else if (entry.normal === 'nested') {
        const length = writeNormal(entry.validator, bytes, decoded.start, decoded.end, normal);
        if (length > 0) hash(normalAt, normalAt + length, entry.word);
        else hash(decoded.start, decoded.end, entry.word);
      } else if (entry.normal === 'value') {
        hash(decoded.start, decoded.end, entry.word);
        putTraits(entry, kind);
      } else if (!putName(entry)) continue;
      counts.kinds[i]![kind]!++;
      holdsValue = true;
    }
    if (names.seen > 0) markNames(names, record, base);
    if (
      (record[base]! & recordFlags.testIdentity) !== 0 &&
      isSureTest(gathered, ({ column }) => shown(starts[column]!, ends[column]!))
    )
      record[base]! |= recordFlags.sureTest;
    // halves of a number that is wrong say nothing by themselves
    return holdsValue;
  };

  return {
    gather,
    hashValue(validator, start, end, out) {
      const length = writeNormal(validator, bytes, start, end, normal);
      if (length > 0) kernel.hashTo(normalAt, length, hashAt);
      else kernel.hashTo(start, end - start, hashAt);
      out[0] = words[hashAt / 4]!;
      out[1] = words[hashAt / 4 + 1]!;
    },
  };
}
