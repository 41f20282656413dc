// What a row of a directory is matched by: keyed hashes of its numbers, its address, its names beside a date of birth.
// They are those under which an examination knows the same values. In: the values of a row. Out: words, row by row.

import type { Kernel } from '../../kernel/index.ts';
import {
  dateValue,
  type Identifier,
  identifierOf,
  isTestKind,
  normaliseEmail,
  normaliseName,
  validatorIds,
  valueKind,
} from '../../recognise/index.ts';
import { writeCustomer } from './customer-number.ts';
import { directoryKeys } from './directory-field.ts';
import { GrowingWords } from './growing-words.ts';
import { createNameTokens, type NameSpan } from './name-tokens.ts';
import { isNameKey } from './packed-tokens.ts';
import type { RowPlan } from './row-plan.ts';
import { mostValueBytes, type RowValues } from './row-values.ts';

/** Room for a normal form, which may be three times as long as a value. */
const normalBytes = 1024;
/** Room for the names of a row: none is longer than 100 bytes, and no directory has more columns of them than twelve. */
const namesBytes = 6 * normalBytes;

/** Memory of the kernel that the tokens of a row need. */
export const rowTokensBytes = 4 * normalBytes + namesBytes;

const COMMA = 0x2c;

export interface RowTokens {
  /** Of the row that `values` holds; returns its date of birth as yyyymmdd, 0 where none is known. */
  put(row: number): number;
  /** A row that has none. */
  skip(): void;
  /** Two arrays a key, as `packTokens` takes them; then it begins anew. */
  take(): Uint32Array[];
}

export function createRowTokens(
  kernel: Kernel,
  values: RowValues,
  scratch: number,
  { mapping, today }: RowPlan,
): RowTokens {
  const { bytes, words } = kernel;
  const keys = directoryKeys(mapping);
  const hashAt = scratch;
  const valueAt = scratch + 3 * normalBytes;
  const namesAt = scratch + 4 * normalBytes;
  const value = bytes.subarray(valueAt, valueAt + normalBytes);
  const { span, of } = values;
  const numbers = keys.flatMap(({ by, sort }, key) =>
    by === 'number'
      ? [{ key, at: of(sort as 'nir')[0]!, identifier: identifierOf(validatorIds[sort as 'nir'])! }]
      : [],
  );
  const keyBy = (by: string) => keys.findIndex((key) => key.by === by);
  const [customerKey, emailKey, nameKey] = [keyBy('customer'), keyBy('email'), keyBy('name')];
  const [customer, email, birth] = [of('customer'), of('email'), of('birth-date')];
  const [firsts, lasts, fulls] = [of('first-name'), of('last-name'), of('full-name')];
  const empty = () => keys.map(() => [new GrowingWords(), new GrowingWords()] as const);
  let tokens = empty();

  let row = 0;
  const seen = new Set<number>();
  const nameTokens = createNameTokens(kernel, scratch + normalBytes, (hash, isWritten) => {
    if (seen.has(hash)) return;
    seen.add(hash);
    const [rowsOf, hashes] = tokens[isWritten ? nameKey : nameKey + 1]!;
    rowsOf.push(row);
    hashes.push(hash);
  });

  const putHash = (key: number, length: number) => {
    if (length > 0) kernel.hashTo(valueAt, length, hashAt);
    tokens[key]![0].push(length > 0 ? words[hashAt / 4]! : 0);
    tokens[key]![1].push(length > 0 ? words[hashAt / 4 + 1]! : 0);
  };

  const numberLength = (at: number, identifier: Identifier): number => {
    if (!values.isThere(at)) return 0;
    values.filled[at]!++;
    const kind = identifier.kind(bytes, span.start, span.end);
    if (kind === 0 || isTestKind(identifier.kinds[kind - 1]!)) return 0;
    const length = identifier.normalise(bytes, span.start, span.end, value);
    if (length > 0) values.used[at]!++;
    return length;
  };

  const customerLength = (at: number): number => {
    if (!values.isThere(at)) return 0;
    values.filled[at]!++;
    const length = writeCustomer(bytes, span.start, span.end, value, mapping.leakColumn !== null);
    if (length > 0) values.used[at]!++;
    return length;
  };

  const birthOf = (at: number): number => {
    if (!values.isThere(at)) return 0;
    values.filled[at]!++;
    if (valueKind(validatorIds.birthDate, bytes, span.start, span.end, today) === 0) return 0;
    const born = dateValue(bytes, span.start, span.end);
    if (born !== 0) values.used[at]!++;
    return born;
  };

  let nameEnd = namesAt;
  let isTurned = false;
  /** The normal form of a name, in memory that the row keeps. */
  const nameOf = (at: number): NameSpan | null => {
    if (!values.isThere(at)) return null;
    if (valueKind(validatorIds.fullName, bytes, span.start, span.end) === 0) return null;
    isTurned = bytes.subarray(span.start, span.end).includes(COMMA);
    const start = nameEnd;
    const room = bytes.subarray(start, start + normalBytes);
    const length = normaliseName(bytes, span.start, Math.min(span.end, span.start + mostValueBytes), room);
    nameEnd = start + length;
    return length === 0 ? null : { start, end: nameEnd };
  };

  const lastNames: (NameSpan | null)[] = [];
  const putNames = () => {
    seen.clear();
    nameEnd = namesAt;
    for (let i = 0; i < lasts.length; i++) lastNames[i] = nameOf(lasts[i]!);
    for (const at of firsts) {
      const first = nameOf(at);
      if (first === null) continue;
      for (const last of lastNames) if (last !== null) nameTokens.pair(first, last);
    }
    for (const at of fulls) {
      const full = nameOf(at);
      if (full !== null) nameTokens.full(full, isTurned);
    }
  };

  return {
    put(number) {
      row = number;
      for (const { key, at, identifier } of numbers) putHash(key, numberLength(at, identifier));
      if (customerKey >= 0) putHash(customerKey, customerLength(customer[0]!));
      if (emailKey >= 0) {
        const isFound = values.addressIn(email) >= 0;
        putHash(emailKey, isFound ? normaliseEmail(bytes, span.start, span.end, value) : 0);
      }
      const born = birth.length > 0 ? birthOf(birth[0]!) : 0;
      if (nameKey >= 0 && born !== 0) putNames();
      return born;
    },
    skip() {
      for (const [key, both] of tokens.entries())
        if (!isNameKey(keys[key]!)) for (const half of both) half.push(0);
    },
    take() {
      const taken = tokens.flatMap((both) => both.map((half) => half.view()));
      tokens = empty();
      return taken;
    },
  };
}
