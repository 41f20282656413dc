import { describe, expect, it } from 'vitest';
import type { DecodedFacts, IdentifierName } from './identifier.ts';
import { identifiers } from './index.ts';
import { randomNumbers, validValues } from './random-values.fixture.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function decoded(name: IdentifierName, text: string): DecodedFacts {
  const identifier = identifiers.find((one) => one.name === name)!;
  const bytes = encoder.encode(text);
  const out = new Uint8Array(64);
  const length = identifier.normalise(bytes, 0, bytes.length, out);
  return identifier.decode!(decoder.decode(out.subarray(0, length)));
}

function born(birthYear: number, birthMonth: number, birthDay: number): DecodedFacts {
  return { birthYear, birthMonth, birthDay };
}

function bornIn(birthYearOfCentury: number, birthMonth: number, birthDay: number): DecodedFacts {
  return { birthYearOfCentury, birthMonth, birthDay };
}

describe('a number says of its holder', () => {
  const cases: [IdentifierName, string, DecodedFacts][] = [
    [
      'nir',
      '2 55 08 14 168 025 38',
      { sex: 'F', birthYearOfCentury: 55, birthMonth: 8, birthPlace: '14168' },
    ],
    ['nir', '253072A07300443', { sex: 'F', birthYearOfCentury: 53, birthMonth: 7, birthPlace: '2A073' }],
    ['nir', '799070099900154', { sex: 'M', birthYearOfCentury: 99, birthMonth: 7 }],
    ['rvnr', '15070649C103', { sex: 'M', ...bornIn(49, 6, 7) }],
    ['svnr', '1237010180', bornIn(80, 1, 1)],
    ['niss', '85.07.30-033 28', { sex: 'M', ...born(1985, 7, 30) }],
    ['niss', '17073003384', { sex: 'M', ...born(2017, 7, 30) }],
    ['niss', '98.47.28-997.65', { sex: 'M', ...born(1998, 7, 28) }],
    ['matricule', '1893120105732', born(1893, 12, 1)],
    ['codiceFiscale', 'RSSMRA85T10A562S', { sex: 'M', ...bornIn(85, 12, 10), birthPlace: 'A562' }],
    ['codiceFiscale', 'RSSMRA85T10A56NH', { sex: 'M', ...bornIn(85, 12, 10), birthPlace: 'A562' }],
    ['codiceFiscale', 'CNTCHR83T41D969D', { sex: 'F', ...bornIn(83, 12, 1), birthPlace: 'D969' }],
    ['malteseId', '12385L', { birthYear: 2085 }],
    ['malteseId', '9912385A', {}],
    ['amka', '01013099997', { sex: 'M', ...bornIn(30, 1, 1) }],
    ['pesel', '44051401359', { sex: 'M', ...born(1944, 5, 14) }],
    ['pesel', '02211307589', { sex: 'F', ...born(2002, 1, 13) }],
    ['rodneCislo', '710319/2745', { sex: 'M', ...born(1971, 3, 19) }],
    ['rodneCislo', '496212/123', { sex: 'F', ...born(1949, 12, 12) }],
    ['adoazonosito', '8071592153', born(1886, 8, 8)],
    ['cnp', '1630615123457', { sex: 'M', ...born(1963, 6, 15), birthPlace: '12' }],
    ['egn', '8032056031', { sex: 'F', ...born(1880, 12, 5) }],
    ['emso', '0101006500006', { sex: 'M', ...born(2006, 1, 1), birthPlace: '50' }],
    ['isikukood', '36805280109', { sex: 'M', ...born(1968, 5, 28) }],
    ['personasKods', '161175-19997', born(1975, 11, 16)],
    ['personasKods', '328673-00679', {}],
    ['personnummer', '19811228-9874', { sex: 'M', ...bornIn(81, 12, 28) }],
    ['personnummer', '701063-2391', { sex: 'M', ...bornIn(70, 10, 3) }],
    ['cpr', '0704870417', { sex: 'M', ...born(1987, 4, 7) }],
    ['cpr', '211062-5629', { sex: 'M', ...born(1862, 10, 21) }],
    ['fodselsnummer', '15108695088', { sex: 'F', ...born(1986, 10, 15) }],
    ['fodselsnummer', '68467038838', { sex: 'F', ...born(1970, 6, 28) }],
    ['hetu', '131052-308T', { sex: 'F', ...born(1952, 10, 13) }],
    ['kennitala', '120174-3399', born(1974, 1, 12)],
    ['kennitala', '450401-3150', {}],
    ['passportMrz', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10', { sex: 'F', ...bornIn(74, 8, 12) }],
    ['identityCardMrz', '8806923102858CORINNE<<<<<<<6512068F6', { sex: 'F', ...bornIn(65, 12, 6) }],
    [
      'identityCardMrz',
      'I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6',
      { sex: 'F', ...bornIn(74, 8, 12) },
    ],
  ];

  it.each(cases)('%s %s', (name, text, facts) => {
    expect(decoded(name, text)).toEqual(facts);
  });
});

describe('what is decoded is a sex, a month and a day that there are', () => {
  it.each(identifiers.filter(({ decode }) => decode !== undefined).map((one) => [one.name, one] as const))(
    '%s',
    (name, identifier) => {
      for (const value of validValues(identifier, 100, randomNumbers(9))) {
        const facts = decoded(name, value);
        expect([undefined, 'F', 'M']).toContain(facts.sex);
        const { birthYear = 2000, birthYearOfCentury = 0, birthMonth = 1, birthDay = 1 } = facts;
        expect([value, birthYear >= 1800 && birthYear < 2100]).toEqual([value, true]);
        expect([value, birthYearOfCentury >= 0 && birthYearOfCentury < 100]).toEqual([value, true]);
        expect([value, birthMonth >= 1 && birthMonth <= 12]).toEqual([value, true]);
        expect([value, birthDay >= 1 && birthDay <= 31]).toEqual([value, true]);
      }
    },
  );
});
