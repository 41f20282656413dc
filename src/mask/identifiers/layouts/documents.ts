// How machine-readable zones are made (ICAO Doc 9303; the French card of 1988): numbers, names and what is optional are
// encrypted, letters to letters and digits to digits, so that fields keep their lengths; the birth is a date as others; state,
// sex and expiry stay. See mrz.ts of src/recognise/identifiers.

import { sixDigits } from '../date-rules.ts';
import { type DateRule, type Layout, type Layouts, run } from '../layout.ts';

const filler = 60;
const zero = 48;
const letterA = 65;

/** Where the fields of one form of zone stand, from its beginning. */
interface Zone {
  encrypted: readonly (readonly [from: number, count: number])[];
  birth: number;
  /** Check digits: where each stands, and the runs of places that it is made of. */
  checks: readonly (readonly [at: number, ...runs: (readonly [from: number, count: number])[]])[];
}

const weights = [7, 3, 1];

/** Line by line as it is written; zones without the line of the name are the same without it. */
function zoneOf(form: Uint8Array, length: number): Zone {
  switch (length) {
    case 60:
    case 90:
      return smallCard(length);
    case 36:
      return form[13]! >= filler ? frenchCard(0) : passport(0, 36);
    case 72:
      return form[36 + 13]! >= filler ? frenchCard(36) : passport(36, 36);
    default:
      return passport(length - 44, 44);
  }
}

/** TD3, and TD2 with a shorter line. */
function passport(from: number, line: number): Zone {
  const last = from + line - 1;
  const optional = line === 44 ? 14 : 7;
  return {
    encrypted: [
      [5, Math.max(0, from - 5)],
      [from, 9],
      [from + 28, optional],
    ],
    birth: from + 13,
    checks: [
      [from + 9, [from, 9]],
      [from + 19, [from + 13, 6]],
      [from + 27, [from + 21, 6]],
      ...(line === 44 ? ([[from + 42, [from + 28, 14]]] as const) : []),
      [last, [from, 10], [from + 13, 7], [from + 21, last - from - 21]],
    ],
  };
}

function smallCard(length: number): Zone {
  return {
    encrypted: [
      [5, 9],
      [15, 15],
      [48, 11],
      [60, length - 60],
    ],
    birth: 30,
    checks: [
      [14, [5, 9]],
      [36, [30, 6]],
      [44, [38, 6]],
      [59, [5, 25], [30, 7], [38, 7], [48, 11]],
    ],
  };
}

function frenchCard(from: number): Zone {
  return {
    encrypted: [
      [5, Math.max(0, from - 5)],
      [from, 12],
      [from + 13, 14],
    ],
    birth: from + 27,
    checks: [
      [from + 12, [from, 12]],
      [from + 33, [from + 27, 6]],
      ...(from > 0 ? ([[from + 35, [0, from + 35]]] as const) : []),
    ],
  };
}

/** A long number of a small card has a filler where its check digit would stand, and empty fields may have one. */
function writeCheck(form: Uint8Array, [at, ...runs]: Zone['checks'][number]): void {
  let sum = 0;
  let turn = 0;
  for (const [from, count] of runs) {
    for (let place = from; place < from + count; place++) sum += valueOf(form[place]!) * weights[turn++ % 3]!;
  }
  if (form[at] !== filler) form[at] = zero + (sum % 10);
}

function valueOf(byte: number): number {
  if (byte === filler) return 0;
  return byte >= letterA ? byte - letterA + 10 : byte - zero;
}

const birthDate: DateRule = {
  read: (form, length) => {
    const { birth } = zoneOf(form, length);
    return form[birth] === filler || form[birth + 2] === filler ? -1 : ruleAt(birth, form).read(form, length);
  },
  write: (form, length, date) => {
    const { birth } = zoneOf(form, length);
    return ruleAt(birth, form).write(form, length, date);
  },
};

/** An unknown day stays unknown. */
function ruleAt(birth: number, form: Uint8Array): DateRule {
  const rule = sixDigits({ year: birth, month: birth + 2, day: birth + 4 });
  if (form[birth + 4] !== filler) return rule;
  return {
    read(own, length) {
      own.fill(zero, birth + 4, birth + 6);
      const date = rule.read(own, length);
      own.fill(filler, birth + 4, birth + 6);
      return date;
    },
    write(own, length, date) {
      own.fill(zero, birth + 4, birth + 6);
      const isWritten = rule.write(own, length, date);
      own.fill(filler, birth + 4, birth + 6);
      return isWritten;
    },
  };
}

const machineReadable: Layout = {
  places: (form, length) =>
    zoneOf(form, length)
      .encrypted.flatMap(([from, count]) => run(from, count))
      .filter((at) => form[at] !== filler),
  checks: (length, form) => zoneOf(form, length).checks.map(([at]) => at),
  date: birthDate,
  close(form, length) {
    for (const check of zoneOf(form, length).checks) writeCheck(form, check);
    return true;
  },
};

export const documentLayouts: Layouts = { passportMrz: machineReadable, identityCardMrz: machineReadable };
