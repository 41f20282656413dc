// How account numbers are made: IBAN, BIC, payment cards. See iban.ts, bic.ts and card.ts of src/recognise/identifiers.

import {
  digitCharacters,
  type Layout,
  type Layouts,
  readDigits,
  rememberedAt,
  run,
  writeDigits,
} from '../layout.ts';

const issuerDigits = 6;
const zero = 48;
const nine = 57;
const capitalX = 88;

/** What an account's own check says, and at which places it stands. */
interface NationalCheck {
  places: readonly number[];
  write(form: Uint8Array, length: number): void;
}

const french: NationalCheck = {
  places: [25, 26],
  write(form) {
    let rest = 0;
    for (let at = 4; at < 25; at++) rest = (rest * 10 + frenchValue(form[at]!)) % 97;
    writeDigits(form, 25, 2, 97 - ((rest * 100) % 97));
  },
};

const italian: NationalCheck = {
  places: [4],
  write(form, length) {
    let sum = 0;
    for (let at = 5; at < length; at++) {
      const value = form[at]! > nine ? form[at]! - 65 : form[at]! - zero;
      sum += (at & 1) === 1 ? oddValues[value]! : value;
    }
    form[4] = 65 + (sum % 26);
  },
};

/** Of the countries whose accounts check themselves in a way that can be made again. */
const nationalChecks: Readonly<Record<string, NationalCheck>> = {
  FR: french,
  MC: french,
  IT: italian,
  SM: italian,
  BE: {
    places: [14, 15],
    write: (form) => writeDigits(form, 14, 2, readDigits(form, 4, 10) % 97 || 97),
  },
  ES: {
    places: [12, 13],
    write(form) {
      form[12] = zero + spanishDigit(form, 4, 8, 2);
      form[13] = zero + spanishDigit(form, 14, 10, 0);
    },
  },
  PT: {
    places: [23, 24],
    write(form) {
      let rest = 0;
      for (let at = 4; at < 23; at++) rest = (rest * 10 + form[at]! - zero) % 97;
      writeDigits(form, 23, 2, 98 - ((rest * 100) % 97));
    },
  },
};

/** What 0 to 25 count as at odd places of an Italian account. */
const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const spanishWeights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

/** Mod 11; bank and branch have the weights from the third on. */
function spanishDigit(form: Uint8Array, from: number, count: number, skipped: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += spanishWeights[index + skipped]! * (form[from + index]! - zero);
  }
  const digit = 11 - (sum % 11);
  return digit === 11 ? 0 : digit === 10 ? 1 : digit;
}

/** Letters count as 1 to 9 in three rounds; the last begins with 2. */
function frenchValue(byte: number): number {
  if (byte <= nine) return byte - zero;
  if (byte < 74) return byte - 64;
  return byte < 83 ? byte - 73 : byte - 81;
}

function nationalCheck(form: Uint8Array): NationalCheck | undefined {
  return nationalChecks[String.fromCharCode(form[0]!, form[1]!)];
}

const checked = new Uint8Array(34);

/** Whether the account's own check holds; -1 in countries where it is not known. */
function nationalClass(form: Uint8Array, length: number): number {
  const check = nationalCheck(form);
  if (check === undefined) return -1;
  checked.set(form.subarray(0, length));
  check.write(checked, length);
  return check.places.every((at) => checked[at] === form[at]) ? 1 : 0;
}

/** ISO 7064 mod 97, the country and 00 at the end. */
function ibanKey(form: Uint8Array, length: number): number {
  let rest = 0;
  for (let index = 0; index < length; index++) {
    const at = index + 4 < length ? index + 4 : index + 4 - length;
    const byte = at === 2 || at === 3 ? zero : form[at]!;
    rest = byte <= nine ? (rest * 10 + byte - zero) % 97 : (rest * 100 + byte - 55) % 97;
  }
  return 98 - rest;
}

const iban: Layout = {
  /** The whole account; its own check follows from the rest where it did before. */
  places(form, length) {
    const places = run(4, length - 4);
    const follow = nationalClass(form, length) === 1 ? nationalCheck(form)!.places : [];
    return places.filter((at) => !follow.includes(at));
  },
  classOf: nationalClass,
  checks: () => [2, 3],
  open(form, length) {
    form[rememberedAt] = nationalClass(form, length) === 1 ? 1 : 0;
  },
  close(form, length) {
    if (form[rememberedAt] === 1) nationalCheck(form)!.write(form, length);
    writeDigits(form, 2, 2, ibanKey(form, length));
    return true;
  },
};

/** XXX is the head office. */
function isHeadOffice(form: Uint8Array, length: number): boolean {
  return length > 8 && form[8] === capitalX && form[9] === capitalX && form[10] === capitalX;
}

export const accountLayouts: Layouts = {
  iban,
  bic: {
    /** The country stays, the sign of tests, and the head office. */
    places(form, length, kind) {
      const places = [0, 1, 2, 3, 6, ...(kind === 2 ? [] : [7])];
      return length > 8 && !isHeadOffice(form, length) ? [...places, 8, 9, 10] : places;
    },
    classOf: (form, length, kind) => kind * 2 + (isHeadOffice(form, length) ? 1 : 0),
  },
  card: {
    places: (_, length) => run(issuerDigits, length - issuerDigits - 1),
    checks: (length) => [length - 1],
    classOf: () => 1,
    // the last character, whatever the length
    solve: { place: -1, characters: digitCharacters },
  },
};
