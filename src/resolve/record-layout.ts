// How much of a gathered record is kept. A record is written with 64 bits of hash for every value; kept are these
// where a value singles somebody out or is a key, and 32 where it only has to agree with others or be counted.
// In: what a plan gathers. Out: the width of a kept record, and the way from the one to the other.

import { identifierOf, type ValidatorId, validatorIds } from '../recognise/index.ts';
import type { Gathered } from './table-plan.ts';

/** What is kept of a value, in words. Of a full name: its first and its last name, a word each. */
export const keptForms = { hash: 2, fingerprint: 1, number: 1, fullName: 2, tornHash: 3 } as const;

export type KeptForm = keyof typeof keptForms;

/** A kept record: its flags, how its names sound, then what is kept of each value. */
export interface KeptLayout {
  width: number;
  /** Records of a page, a power of two. */
  pageRecords: number;
  forms: KeptForm[];
  /** For each gathered value, its first word in a kept record. */
  wordOf: Int32Array;
}

export const keptHead = { flags: 0, sounds: 1, values: 2 } as const;

/**
 * Bytes of a page at the least: what is as large as this, the C library takes from the system by itself and gives back
 * to it at once; pages half as large would stay with the process once they were read.
 */
const pageBytes = 32 << 20;

export function keptLayout(gathered: readonly Gathered[]): KeptLayout {
  const forms = gathered.map(keptForm);
  const wordOf = new Int32Array(forms.length);
  let width: number = keptHead.values;
  forms.forEach((form, i) => {
    wordOf[i] = width;
    width += keptForms[form];
  });
  const pageRecords = 2 ** Math.ceil(Math.log2(pageBytes / (width * Uint32Array.BYTES_PER_ELEMENT)));
  return { width, pageRecords, forms, wordOf };
}

function keptForm({ normal, validator }: Gathered): KeptForm {
  switch (normal) {
    case 'key':
    case 'email':
    case 'phone':
      return 'hash';
    case 'identifier':
      return isPersonal(validator) ? 'tornHash' : 'hash';
    case 'nested':
      return isIdentifier(validator) ? 'hash' : 'fingerprint';
    case 'full name':
      return 'fullName';
    case 'birth date':
      return 'number';
    default:
      return validator === validatorIds.username || validator === validatorIds.password
        ? 'hash'
        : 'fingerprint';
  }
}

/** What is kept whole in a column of its own too. */
function isIdentifier(validator: ValidatorId | -1): boolean {
  if (validator === validatorIds.email || validator === validatorIds.phone) return true;
  return validator !== -1 && identifierOf(validator) !== null;
}

function isPersonal(validator: ValidatorId | -1): boolean {
  return validator !== -1 && identifierOf(validator)?.subject === 'person';
}

/** Writes what is kept of the record at `from` of `words` to `out` at `to`. */
export function keepRecord(
  gathered: readonly Gathered[],
  { forms, wordOf }: KeptLayout,
  words: Uint32Array,
  from: number,
  out: Uint32Array,
  to: number,
): void {
  out[to + keptHead.flags] = words[from]!;
  out[to + keptHead.sounds] = words[from + 1]!;
  for (let i = 0; i < forms.length; i++) {
    const at = from + gathered[i]!.word;
    const place = to + wordOf[i]!;
    const low = words[at]!;
    const high = words[at + 1]!;
    switch (forms[i]!) {
      case 'number':
        out[place] = low;
        break;
      case 'fingerprint':
        out[place] = fingerprint(low, high);
        break;
      case 'fullName':
        out[place] = fingerprint(low, high);
        out[place + 1] = fingerprint(words[at + 2]!, words[at + 3]!);
        break;
      case 'tornHash':
        out[place + 2] = words[at + 2]!;
        out[place] = low;
        out[place + 1] = high;
        break;
      default:
        out[place] = low;
        out[place + 1] = high;
    }
  }
}

/** 32 bits of a hash, never 0 for a value: two of a few million names agree by chance once in thousands of runs. */
export function fingerprint(low: number, high: number): number {
  if (low === 0 && high === 0) return 0;
  return (low ^ Math.imul(high, 0x9e3779b1)) >>> 0 || 1;
}
