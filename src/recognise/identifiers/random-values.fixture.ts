/*
 * Random strings for each identifier: of its usual shape, and likely ones that a test can draw valid values from. In: a
 * seed. Out: strings; the same seed gives the same.
 */

import { longestIdentifier, type Identifier, type IdentifierName } from './identifier.ts';

interface Templates {
  /** What `chance` is measured on. */
  usual: string;
  /** Values to draw valid ones from, written without separators; the usual shape when left out. */
  likely?: readonly string[];
}

/** `9` a digit, `A` a letter, `*` either, `Y` `M` `D` two digits of a year, a month or a day; others are themselves. */
const templates: Readonly<Record<IdentifierName, Templates>> = {
  nir: { usual: '999999999999999', likely: ['1YM99999999999', '2YM2A99999999', '2YM9999999999'] },
  iban: { usual: 'AA99999999999999999999', likely: ['DE99999999999999999999', 'BE99999999999999'] },
  siren: { usual: '999999999' },
  siret: { usual: '99999999999999' },
  spi: { usual: '9999999999999', likely: ['0999999999999', '3999999999999'] },
  bic: { usual: 'AAAAAAAA', likely: ['AAAAFRAA', 'AAAADEAA999'] },
  card: { usual: '9999999999999999', likely: ['4999999999999999', '5499999999999999', '379999999999999'] },
  steuerId: { usual: '99999999999' },
  rvnr: { usual: '99999999A999', likely: ['99DMYA999'] },
  svnr: { usual: '9999999999', likely: ['9999DMY'] },
  ahv: { usual: '9999999999999', likely: ['7569999999999'] },
  nino: { usual: 'AA999999A', likely: ['AA999999A', 'CE999999C'] },
  nhs: { usual: '9999999999' },
  pps: { usual: '9999999A', likely: ['9999999A', '9999999AA'] },
  bsn: { usual: '999999999' },
  niss: { usual: '99999999999', likely: ['YMD99999'] },
  matricule: { usual: '9999999999999', likely: ['19YMD99999', '20YMD99999'] },
  dni: { usual: '99999999A' },
  nie: { usual: 'A9999999A', likely: ['X9999999A', 'Y9999999A', 'Z9999999A'] },
  nif: { usual: '999999999' },
  codiceFiscale: { usual: 'AAAAAA99A99A999A', likely: ['AAAAAAYADA999A', 'AAAAAAYPDH5NNA'] },
  malteseId: { usual: '9999999A' },
  amka: { usual: '99999999999', likely: ['DMY99999'] },
  afm: { usual: '999999999' },
  cyprusTic: { usual: '99999999A' },
  pesel: { usual: '99999999999', likely: ['YMD99999'] },
  rodneCislo: { usual: '9999999999', likely: ['YMD9999', '49MD999'] },
  taj: { usual: '999999999' },
  adoazonosito: { usual: '9999999999', likely: ['8999999999'] },
  cnp: { usual: '9999999999999', likely: ['1YMD999999', '6YMD999999'] },
  egn: { usual: '9999999999', likely: ['YMD9999'] },
  oib: { usual: '99999999999' },
  emso: { usual: '9999999999999', likely: ['DM9Y509999', 'DM0Y509999'] },
  isikukood: { usual: '99999999999', likely: ['3YMD9999', '6YMD9999'] },
  personasKods: { usual: '99999999999', likely: ['DMY19999', '32999999999'] },
  personnummer: { usual: '9999999999', likely: ['YMD9999', '19YMD9999'] },
  cpr: { usual: '9999999999', likely: ['DMY9999'] },
  fodselsnummer: { usual: '99999999999', likely: ['DMY99999'] },
  hetu: { usual: '999999-999*', likely: ['DMY-999*', 'DMYB999*'] },
  kennitala: { usual: '9999999999', likely: ['DMY9999'] },
  ssn: { usual: '999999999' },
  itin: { usual: '999999999', likely: ['999999999', '999709999'] },
  sin: { usual: '999999999' },
  cpf: { usual: '99999999999' },
  aadhaar: { usual: '999999999999' },
  pan: { usual: 'AAAAA9999A', likely: ['AAAPA9999A'] },
  passportMrz: { usual: '********************************************', likely: [] },
  identityCardMrz: { usual: '************************************', likely: [] },
};

/** Numbers from 0 to below 1, from a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes a random string of the identifier's usual shape to `out` and returns its length. */
export function usualBytes(name: IdentifierName, random: () => number, out: Uint8Array): number {
  return fill(templates[name].usual, random, out);
}

/** `count` values that pass, found among likely ones; none for the zones of documents, which are never hit by chance. */
export function validValues(identifier: Identifier, count: number, random: () => number): string[] {
  const { usual, likely = [usual] } = templates[identifier.name];
  const decoder = new TextDecoder();
  const bytes = new Uint8Array(longestIdentifier);
  const found: string[] = [];
  while (found.length < count && likely.length > 0) {
    const length = fill(likely[Math.floor(random() * likely.length)]!, random, bytes);
    if (identifier.kind(bytes, 0, length) > 0) found.push(decoder.decode(bytes.subarray(0, length)));
  }
  return found;
}

function fill(template: string, random: () => number, out: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < template.length; at++) {
    const sign = template.charCodeAt(at);
    const draw = random();
    if (sign === 57) out[length++] = 48 + Math.floor(draw * 10);
    else if (sign === 65) out[length++] = 65 + Math.floor(draw * 26);
    else if (sign === 42) out[length++] = letterOrDigit(Math.floor(draw * 36));
    else if (sign === 89) length = writeTwo(out, length, Math.floor(draw * 100));
    else if (sign === 77) length = writeTwo(out, length, 1 + Math.floor(draw * 12));
    else if (sign === 68) length = writeTwo(out, length, 1 + Math.floor(draw * 28));
    else out[length++] = sign;
  }
  return length;
}

function letterOrDigit(value: number): number {
  return value < 10 ? 48 + value : 55 + value;
}

function writeTwo(out: Uint8Array, at: number, value: number): number {
  out[at] = 48 + Math.floor(value / 10);
  out[at + 1] = 48 + (value % 10);
  return at + 2;
}
