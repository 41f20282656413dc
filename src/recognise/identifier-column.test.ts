import { describe, expect, it } from 'vitest';
import { classifyTable } from './classify-table.ts';
import type { ClassFinding } from './finding.ts';
import type { IdentifierName } from './identifiers/identifier.ts';
import { identifiers } from './identifiers/index.ts';
import { randomNumbers, validValues } from './identifiers/random-values.fixture.ts';
import { identifierHeaders } from './lexicon/identifier-headers.ts';
import { pools, sampleOf, two } from './made-up-tables.fixture.ts';
import { validators } from './validators.ts';

const options = { today: new Date('2026-11-22T00:00:00Z') };
const encoder = new TextEncoder();

function found(name: string | null, values: readonly string[]): ClassFinding[] {
  const table = sampleOf({ name: 'export', rows: values.length, columns: [[name, null, values, null]] });
  return classifyTable(table, options)[0]!;
}

const random = randomNumbers(11);
const of = (name: IdentifierName, count = 60): string[] =>
  validValues(
    identifiers.find((identifier) => identifier.name === name)!,
    count,
    random,
  );

/** What a column in a table of its own is said to be: the validator, the open candidates, or nothing. */
function said(header: string | null, values: readonly string[]): string {
  const [one] = found(header, values);
  if (one === undefined) return 'nothing';
  return one.candidates === undefined ? validators[one.validator]!.name : `open: ${one.kind}`;
}

describe('columns of identifiers with check digits', () => {
  const personal = identifiers.filter(({ name, subject }) => subject === 'person' && !name.endsWith('Mrz'));

  it.each(personal.map(({ name }) => name))('%s is found under its own names', (name) => {
    const values = of(name);
    const phrases = identifierHeaders
      .filter(({ validator, weight }) => validator === name && weight >= 5)
      .flatMap((line) => line.phrases.split(/\s+/));
    expect(phrases.map((phrase) => [phrase, said(phrase, values)])).toEqual(
      phrases.map((phrase) => [phrase, name]),
    );
  });

  it.each(personal.filter(({ needsName }) => needsName).map(({ name }) => name))(
    '%s is never claimed by its values alone',
    (name) => {
      expect(said(null, of(name))).not.toBe(name);
    },
  );

  it.each([
    'bsn',
    'nif',
    'dni',
    'codiceFiscale',
    'pesel',
    'steuerId',
    'cnp',
    'hetu',
    'fodselsnummer',
    'personnummer',
    'ahv',
    'cpf',
  ] as const)('%s speaks for itself without a name', (name) => {
    expect(said(null, of(name))).toBe(name);
  });

  it('an eighth of wrong numbers changes nothing, a half of them does', () => {
    const right = of('bsn');
    const wrong = right.map((value) => `${value.slice(0, -1)}${(Number(value.at(-1)) + 3) % 10}`);
    const mixed = (every: number): string[] =>
      right.map((value, index) => (index % every === 0 ? wrong[index]! : value));
    expect(said('bsn', mixed(8))).toBe('bsn');
    expect(said(null, mixed(8))).toBe('bsn');
    expect(said(null, mixed(2))).toBe('nothing');
  });

  it('values that pass the checks of two kinds leave it open which, and with what they say so', () => {
    const both = of('bsn', 4000).filter((value) => passes('siren', value));
    expect(both.length).toBeGreaterThan(100);
    const [one] = found(null, both);
    expect(one).toMatchObject({
      class: 'Government issued IDs',
      kind: expect.stringMatching(/BSN or .*SIREN|SIREN or .*BSN/),
      standing: 'context',
      candidates: expect.arrayContaining(['bsn', 'siren']),
      evidence: { note: expect.stringMatching(/^all \d+ pass both$/) },
    });
    expect(one!.confidence).toBeLessThanOrEqual(0.5);
    expect(said('bsn', both)).toBe('bsn');
    expect(found('siren', both)).toEqual([]);
  });

  it('where nothing else decides, the country of the table does', () => {
    const both = of('bsn', 4000)
      .filter((value) => passes('siren', value))
      .slice(0, 60);
    const table = sampleOf({
      name: 'export',
      rows: 60,
      columns: [
        ['nummer', null, both, null],
        ['voornaam', null, pools.firstNames, null],
        ['achternaam', null, pools.lastNames, null],
        ['telefoon', null, both.map((_, index) => `+31 20 794 ${1000 + index}`), null],
      ],
    });
    const [one] = classifyTable(table, options)[0]!;
    expect(validators[one!.validator]!.name).toBe('bsn');
    expect(one!.candidates).toBeUndefined();
    expect(one!.evidence.note).toContain('fit SIREN as well');
  });

  it('the date of birth in the number, found in the same rows, proves numbers without a check', () => {
    const numbers = of('cpr');
    const cpr = identifiers.find(({ name }) => name === 'cpr')!;
    const born = numbers.map((number) => {
      const { birthYear, birthYearOfCentury, birthMonth, birthDay } = cpr.decode!(number);
      return `${birthYear ?? 1900 + birthYearOfCentury!}-${two(birthMonth!)}-${two(birthDay!)}`;
    });
    const classes = (dates: readonly string[]) =>
      classifyTable(
        sampleOf({
          name: 'personer',
          rows: 60,
          columns: [
            ['nr', null, numbers, null],
            ['fodselsdato', null, dates, null],
          ],
        }),
        options,
      )[0]!;
    expect(classes(born)).toMatchObject([
      { class: cpr.class, evidence: { note: 'the date of birth in it is the row’s in 60 of 60' } },
    ]);
    expect(classes(born.toReversed())).toEqual([]);
  });

  it('ten-digit ISBNs, gift cards of one shop and numbers of goods by name are none', () => {
    const isbns = Array.from({ length: 60 }, (_, index) =>
      isbn(String(201_000_000 + index * index * 119_113)),
    );
    expect(said(null, isbns)).toBe('nothing');
    expect(said('order_number', of('bsn'))).toBe('nothing');
    expect(said('gift_card_number', of('card'))).toBe('nothing');
    expect(
      said(
        null,
        of('card').map((_, index) => luhn(`600649${100_000_000 + index * 7919}`)),
      ),
    ).toBe('nothing');
  });

  it('numbers reserved for tests are said to be nobody’s', () => {
    const tests = Array.from({ length: 40 }, (_, index) => `2111115${two(index)}`).flatMap((body) => {
      const hetu = identifiers.find(({ name }) => name === 'hetu')!;
      return [...'0123456789ABCDEFHJKLMNPRSTUVWXY']
        .map((sign) => `${body.slice(0, 6)}-9${body.slice(7)}${sign}`)
        .filter((value) => hetu.kind(encoder.encode(value), 0, value.length) > 0);
    });
    expect(tests.length).toBeGreaterThan(20);
    expect(found('hetu', tests)).toMatchObject([
      { kind: expect.stringMatching(/, test$/), evidence: { note: expect.stringContaining('nobody’s') } },
    ]);
  });
});

function passes(name: IdentifierName, value: string): boolean {
  const bytes = encoder.encode(value);
  return identifiers.find((identifier) => identifier.name === name)!.kind(bytes, 0, bytes.length) > 0;
}

function isbn(body: string): string {
  const sum = [...body].reduce((all, sign, at) => all + Number(sign) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${body}${check === 10 ? 'X' : check}`;
}

function luhn(body: string): string {
  const sum = [...body].toReversed().reduce((all, sign, at) => {
    const doubled = Number(sign) * (at % 2 === 0 ? 2 : 1);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
