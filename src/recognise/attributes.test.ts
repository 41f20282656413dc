import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeIds, type AttributeName } from './attributes.ts';
import { attributeTests } from './attribute-test.ts';
import { classifyTable } from './classify-table.ts';
import { deceasedStatusKind } from './deceased.ts';
import { digest, many, pools as p, sampleOf, two, type ColumnCase } from './made-up-tables.fixture.ts';
import { SampledValue } from './sampled-value.ts';
import { validatorIds, validators, valueKind } from './validators.ts';

const options = { today: new Date('2026-11-22T00:00:00Z') };
const encoder = new TextEncoder();
const status = (text: string): number => {
  const bytes = encoder.encode(text);
  return deceasedStatusKind(bytes, 0, bytes.length);
};

/** Column name, values, in a table with people's names. */
const columns: readonly (readonly [AttributeName, string, readonly string[]])[] = [
  ['age', 'age', many(40, (index) => String(18 + index))],
  ['age', 'leeftijd', many(40, (index) => String(18 + index))],
  ['birthYear', 'birth_year', many(40, (index) => String(1950 + index))],
  ['birthYear', 'Geburtsjahr', many(40, (index) => String(1950 + index))],
  ['partialBirthDate', 'birth_month', many(40, (index) => String((index % 12) + 1))],
  ['messenger', 'icq', many(40, (index) => String(110_000_000 + index * 7919))],
  ['familyStructure', 'nb_enfants', ['1', '2', '3']],
  ['spouseName', 'nom_conjoint', p.lastNames],
  ['motherMaidenName', 'mothers_maiden_name', p.lastNames],
  ['familyMember', 'father_name', p.fullNames],
  ['familyMember', 'imie_ojca', p.firstNames],
  ['income', 'revenu_mensuel', many(40, (index) => `${1200 + index * 37},50`)],
  ['income', 'annual_income', ['20000-30000', '30000-40000', '€ 45 000']],
  ['accountBalance', 'account_balance', many(40, (index) => `${index * 13}.07`)],
  ['spokenLanguage', 'langues_parlees', ['français, anglais', 'espagnol', 'allemand']],
  ['educationLevel', 'highest_degree', ['Bachelor of Arts', 'Master', 'PhD']],
  ['physicalAttribute', 'eye_color', ['brown', 'blue', 'green']],
  ['bloodGroup', 'groupe_sanguin', ['A+', 'O-', 'AB+', 'B+']],
  ['zodiacSign', 'sternzeichen', ['Widder', 'Löwe', 'Fische']],
  ['deceasedDate', 'date_deces', many(40, (index) => `2011-${two((index % 12) + 1)}-09`)],
  ['deceasedStatus', 'décédé', ['oui', 'non']],
  ['driversLicence', 'rijbewijsnummer', many(40, (index) => String(5_000_000_000 + index * 79_191))],
  ['passportNumber', 'passport_no', many(40, (index) => `${two(index + 10)}AB${10_000 + index * 91}`)],
  ['governmentId', 'numero_cni', many(40, (index) => `${two(index)}06${10_000_000 + index * 79}`)],
  ['vehiclePlate', 'kfz_kennzeichen', many(40, (index) => `B-XY ${100 + index}`)],
  ['vehicleNumber', 'vin', many(40, (index) => `WVWZZZ1J${two(index)}W${100_000 + index}`)],
  ['cardSecurity', 'cvv', many(40, (index) => String(100 + index * 7))],
  ['cardPart', 'card_expiry', many(40, (index) => `${two((index % 12) + 1)}/27`)],
  ['cardBrand', 'card_type', ['Visa', 'MasterCard', 'Amex']],
  ['bankAccount', 'Kontonummer', many(40, (index) => String(1_000_000 + index * 79_193))],
  ['macAddress', 'mac_address', many(40, (index) => `00:1a:2b:3c:${two(index)}:${two(index + 7)}`)],
  ['imei', 'imei', many(40, (index) => String(35_308_116_000_000 + index * 7919))],
  ['userAgent', 'user_agent', ['Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/50.0']],
  ['securityQuestion', 'secret_answer', p.words],
  ['passwordHint', 'password_hint', p.words],
  ['authToken', 'refresh_token', many(40, (index) => digest(index, 43))],
];

const classify = (cases: readonly ColumnCase[], name = 'customers'): (string | undefined)[] =>
  classifyTable(
    sampleOf({
      name,
      rows: 40,
      columns: [['first_name', null, p.firstNames, null], ['last_name', null, p.lastNames, null], ...cases],
    }),
    options,
  )
    .slice(2)
    .map(([one]) => (one === undefined ? undefined : validators[one.validator]!.name));

describe('what only the name of a column says', () => {
  it.each(columns)('%s: %s beside names', (name, header, values) => {
    expect(classify([[header, null, values, null]])).toEqual([name]);
  });

  it('a pair of coordinates is one, half of it is none', () => {
    const north = many(40, (index) => `48.${100_000 + index * 791}`);
    const east = many(40, (index) => `2.${100_000 + index * 357}`);
    expect(classify([['lat', null, north, null]])).toEqual([undefined]);
    expect(
      classify([
        ['lat', null, north, null],
        ['lng', null, east, null],
      ]),
    ).toEqual(['coordinates', 'coordinates']);
    expect(classify([['gps', null, north.map((one, index) => `${one},${east[index]}`), null]])).toEqual([
      'coordinates',
    ]);
  });

  it('every class has its column here', () => {
    const tried = new Set<AttributeName>([...columns.map(([name]) => name), 'coordinates']);
    expect(Object.keys(attributeIds).filter((name) => !tried.has(name as AttributeName))).toEqual([]);
  });

  it('the same values under a name that says nothing are silent', () => {
    const silent = columns.filter(([name]) => name !== 'userAgent' && name !== 'macAddress');
    for (const [name, , values] of silent)
      expect([name, ...classify([['value_x', null, values, null]])]).toEqual([name, undefined]);
  });

  it('in a table that holds no people they are silent', () => {
    const people = columns.filter(([name]) => name !== 'cardSecurity');
    for (const [name, header, values] of people) {
      const sample = sampleOf({ name: 'stock', rows: 40, columns: [[header, null, values, null]] });
      expect([name, ...classifyTable(sample, options)[0]!]).toEqual([name]);
    }
  });
});

describe('values of such columns', () => {
  it('no text makes a test throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const value = new SampledValue(text, text.trim(), 0);
        for (const test of Object.values(attributeTests))
          expect(typeof test(value, 2026_11_22)).toBe('boolean');
      }),
    );
  });

  it('long values of one sign take no longer than others', () => {
    for (const sign of ['1', '1 ', 'a', '-', '.', '(', 'A1', ' '])
      for (const test of Object.values(attributeTests)) {
        const text = sign.repeat(50_000);
        expect(typeof test(new SampledValue(text, text, 0), 2026_11_22)).toBe('boolean');
      }
  });

  it('whether somebody has died is read in many languages', () => {
    for (const yes of [
      '1',
      'Y',
      'TRUE',
      'oui',
      'Décédé',
      'DÉCÉDÉE',
      'verstorben',
      'fallecida',
      'død',
      ' overleden ',
    ])
      expect([yes, status(yes)]).toEqual([yes, 1]);
    for (const no of ['0', 'N', 'false', 'nein', 'não', 'alive', 'vivant'])
      expect([no, status(no)]).toEqual([no, 2]);
    for (const neither of ['', 'maybe', '2', 'décéd', 'a'.repeat(30)])
      expect([neither, status(neither)]).toEqual([neither, 0]);
  });

  it('dates of death lie before the day, and placeholders are no values', () => {
    const kind = (name: AttributeName, text: string): number => {
      const bytes = encoder.encode(text);
      return valueKind(validatorIds[name], bytes, 0, bytes.length, 2026_11_22);
    };
    expect(kind('deceasedDate', '2011-04-09')).toBe(1);
    expect(kind('deceasedDate', '2027-04-09')).toBe(0);
    expect(kind('age', '44')).toBe(1);
    expect(kind('income', 'n/a')).toBe(0);
    expect(kind('income', '   ')).toBe(0);
  });
});
