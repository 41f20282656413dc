/*
 * `node bench/validators.ts [--rounds 5]`: how many values each identifier is checked at in a second of one thread's
 * processor time, on made-up columns of which 97 in 100 pass, beside the `validator` package on the same values as
 * strings where it has the kind; and on 300,000 random strings of its usual shape, how many pass by chance. Ours and the
 * peer's take turns.
 */
import { parseArgs } from 'node:util';
import validator from 'validator';
import { identifiers, validatorIds, valueKind, type Identifier } from '../src/recognise/index.ts';
import {
  randomNumbers,
  usualBytes,
  validValues,
} from '../src/recognise/identifiers/random-values.fixture.ts';
import { passingVectors } from '../src/recognise/identifiers/vectors.fixture.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { formatSpread, spread } from './spread.ts';

const distinctValues = 5_000;
/** The clock of processor time ticks in milliseconds. */
const ourRepeats = 200;
const peerRepeats = 20;
const randomValues = 300_000;
/** Of a hundred values. */
const wrong = 3;

/** What `validator` calls the kind. */
const peers: Readonly<Record<string, (text: string) => boolean>> = {
  iban: (text) => validator.isIBAN(text),
  bic: (text) => validator.isBIC(text),
  card: (text) => validator.isCreditCard(text),
  spi: taxNumber('fr-FR'),
  steuerId: taxNumber('de-DE'),
  bsn: taxNumber('nl-NL'),
  niss: taxNumber('fr-BE'),
  matricule: taxNumber('lb-LU'),
  dni: taxNumber('es-ES'),
  nif: taxNumber('pt-PT'),
  codiceFiscale: taxNumber('it-IT'),
  malteseId: taxNumber('mt-MT'),
  afm: taxNumber('el-GR'),
  cyprusTic: taxNumber('el-CY'),
  pps: taxNumber('en-IE'),
  pesel: taxNumber('pl-PL'),
  rodneCislo: taxNumber('cs-CZ'),
  adoazonosito: taxNumber('hu-HU'),
  cnp: taxNumber('ro-RO'),
  egn: taxNumber('bg-BG'),
  oib: taxNumber('hr-HR'),
  isikukood: taxNumber('et-EE'),
  personasKods: taxNumber('lv-LV'),
  personnummer: taxNumber('sv-SE'),
  cpr: taxNumber('dk-DK'),
  hetu: taxNumber('fi-FI'),
  sin: taxNumber('en-CA'),
  cpf: taxNumber('pt-BR'),
  aadhaar: (text) => validator.isIdentityCard(text, 'IN'),
  fodselsnummer: (text) => validator.isIdentityCard(text, 'NO'),
};

function taxNumber(locale: string): (text: string) => boolean {
  return (text) => validator.isTaxID(text, locale);
}

interface Column {
  texts: string[];
  bytes: Uint8Array;
  /** Where each value ends; it begins where the one before ends. */
  ends: Uint32Array;
}

function makeColumn(identifier: Identifier): Column {
  const random = randomNumbers(1);
  const drawn = validValues(identifier, distinctValues, random);
  const valid = drawn.length > 0 ? drawn : passingVectors(identifier.name);
  const scratch = new Uint8Array(64);
  const decoder = new TextDecoder();
  const texts = Array.from({ length: distinctValues }, (_, index) =>
    index % 100 < wrong
      ? decoder.decode(scratch.subarray(0, usualBytes(identifier.name, random, scratch)))
      : valid[index % valid.length]!,
  );
  const parts = texts.map((text) => new TextEncoder().encode(text));
  let end = 0;
  const ends = Uint32Array.from(parts, (part) => (end += part.length));
  return { texts, bytes: new Uint8Array(Buffer.concat(parts)), ends };
}

/** Values in a second of this thread's processor time, in millions. */
function rateOf(values: number, work: () => number): number {
  const before = process.threadCpuUsage();
  if (work() === 0) throw new Error('no value passed');
  const { user, system } = process.threadCpuUsage(before);
  return values / (user + system);
}

function ours(identifier: Identifier, { bytes, ends }: Column): number {
  const id = validatorIds[identifier.name];
  return rateOf(distinctValues * ourRepeats, () => {
    let passed = 0;
    for (let repeat = 0; repeat < ourRepeats; repeat++) {
      for (let index = 0, start = 0; index < ends.length; start = ends[index]!, index++) {
        if (valueKind(id, bytes, start, ends[index]!) > 0) passed++;
      }
    }
    return passed;
  });
}

function peer(isOne: (text: string) => boolean, { texts }: Column): number {
  return rateOf(distinctValues * peerRepeats, () => {
    let passed = 1;
    for (let repeat = 0; repeat < peerRepeats; repeat++) {
      for (const text of texts) if (isOne(text)) passed++;
    }
    return passed;
  });
}

function chanceOf(identifier: Identifier): number {
  const random = randomNumbers(2);
  const scratch = new Uint8Array(64);
  let passed = 0;
  for (let round = 0; round < randomValues; round++) {
    if (identifier.kind(scratch, 0, usualBytes(identifier.name, random, scratch)) > 0) passed++;
  }
  return passed / randomValues;
}

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(options.rounds);
const machine = describeMachine();
process.stdout.write(
  'values a second of processor, in millions: median (least–most) of the rounds; how many times the peer’s\n',
);
for (const identifier of identifiers) {
  const column = makeColumn(identifier);
  const isOne = peers[identifier.name];
  const rates: number[] = [];
  const peerRates: number[] = [];
  ours(identifier, column);
  if (isOne !== undefined) peer(isOne, column);
  for (let round = 0; round < rounds; round++) {
    rates.push(ours(identifier, column));
    if (isOne !== undefined) peerRates.push(peer(isOne, column));
  }
  const ratios = peerRates.map((rate, round) => rates[round]! / rate);
  const chance = chanceOf(identifier);
  const beside =
    ratios.length === 0
      ? ''
      : `${formatSpread(spread(peerRates))} of validator, ×${spread(ratios).median.toFixed(0)}`;
  const stated = `chance ${(100 * chance).toPrecision(2)} %`;
  process.stdout.write(
    `  ${identifier.name.padEnd(16)} ${formatSpread(spread(rates), 1).padEnd(18)} ${stated.padEnd(17)} ${beside}\n`,
  );
  keepResult('validators', machine, { identifier: identifier.name, rates, peerRates, chance });
}
