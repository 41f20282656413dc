import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RealSort } from './real-sort.ts';
import { realOf, type SourceValue, survivorsIn } from './real-values.fixture.ts';

const find = survivorsIn(
  realOf([
    ['names', 'Hélène\tQuellmont'],
    ['email', 'helene.quellmont@example.org'],
    ['phone', '06 39 98 12 34'],
  ]),
);

test('1,000 people are found in each of the forms, and none of 1,000 others', () => {
  const person = (number: number): SourceValue[] => [
    ['email', `p${number}.ormessant@example.org`],
    ['phone', `+33 6 39 98 ${String(number).padStart(4, '0')}`],
  ];
  const people = Array.from({ length: 1000 }, (_, number) => person(number));
  const search = survivorsIn(realOf(people.flat()));
  const found = (text: string): number => new Set(search(text).map((each) => each.text)).size;
  const all = people.map(([address, phone]) => `${address![1]} ${phone![1]}`);
  expect(found(all.join('\n'))).toBeGreaterThanOrEqual(2000);
  expect(found(all.map((text) => Buffer.from(text).toString('base64')).join(';'))).toBe(1000);
  expect(found(all.map((text) => Buffer.from(text).toString('hex')).join(' '))).toBe(1000);
  expect(found(all.map((text) => encodeURIComponent(text)).join('|'))).toBeGreaterThanOrEqual(2000);
  const others = Array.from(
    { length: 1000 },
    (_, number) => `q${number}.ormessant@example.org 06 39 99 ${String(number).padStart(4, '0')}`,
  );
  expect(search(others.join('\n'))).toEqual([]);
});

type Form = (text: string) => string;
const forms: Form[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(`ab ${text}`).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => encodeURIComponent(text),
  (text) =>
    JSON.stringify(text).replaceAll(
      /[^ -~]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  (text) => [...text].map((sign) => (sign > '~' ? `&#${sign.codePointAt(0)};` : sign)).join(''),
  (text) => Buffer.from(text.replace('Ł', 'L'), 'utf16le').toString('latin1'),
  (text) => gzipSync(text).toString('base64'),
];

test('any value, in any form, within any other text, is found', () => {
  const local = fc.stringMatching(/^[a-z]{3,8}[._-][a-z]{2,8}\d{1,3}$/);
  const name = fc.constantFrom('Élodie', 'Jean-Marc', 'Zoé', 'Łucja', 'Anne');
  const surname = fc.stringMatching(/^[A-Z][a-z]{3,9}(é|ç|ü)?[a-z]{2}$/);
  const digits = fc.stringMatching(/^0[1-9]\d{8}$/);
  const around = fc.constantFrom(
    ['', ''],
    ["('", "',NULL)"],
    ['a: ', '.\r\n'],
    ['{"k":"', '"}'],
    ['é ', ' ï'],
    ['<p>', '</p>'],
  );
  fc.assert(
    fc.property(
      local,
      name,
      surname,
      digits,
      fc.constantFrom(...forms),
      around,
      (user, first, last, phone, form, [before, after]) => {
        const address = `${user}@example.org`;
        const search = survivorsIn(
          realOf([
            ['email', address],
            ['names', `${first}\t${last}`],
            ['phone', phone],
          ]),
        );
        const sorts = (text: string): RealSort[] =>
          search(before + form(text) + after).map(({ sort }) => sort);
        expect(sorts(address)).toContain('email');
        expect(sorts(`${last} ${first}`)).toContain('fullName');
        expect(sorts(`T ${phone}`)).toContain('phone');
      },
    ),
    { numRuns: 60 },
  );
});

test('any bytes are searched', () => {
  const sign = fc.constantFrom(
    '\\',
    '%',
    '&#',
    '=',
    'u00',
    '\0',
    'AAAA',
    '7f',
    ' ',
    '06 ',
    '-',
    '@',
    '.',
    'é',
    'Hélène',
    'Quellmont',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(sign, fc.string({ maxLength: 4 })), { maxLength: 200 }), (pieces) => {
      const bytes = Buffer.from(pieces.join(''));
      for (const { form } of find(bytes)) expect(form).toBeTruthy();
    }),
    { numRuns: 300 },
  );
  expect(find(Buffer.alloc(300_000, '%25'))).toEqual([]);
  expect(find(Buffer.alloc(300_000, '06 '))).toEqual([]);
  expect(find(Buffer.alloc(300_000, 'Hélène '))).toEqual([]);
  expect(find(Buffer.alloc(300_000, 'a.b-'))).toEqual([]);
});
