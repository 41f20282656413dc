import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { realOf, type SourceValue, survivorsIn } from './real-values.fixture.ts';
import type { RealSort } from './real-sort.ts';

const source: SourceValue[] = [
  ['email', 'helene.quellmont@example.org'],
  ['email', "o'brannoch-vy@example.com"],
  ['username', 'hquellmont75'],
  ['phone', '06 39 98 12 34'],
  ['nir', '1 85 05 78 006 084 91'],
  ['iban', 'FR76 3000 6000 0112 3456 7890 189'],
  ['street', '12 bis, rue des Lilas blancs'],
  ['street', 'Lindenstraße 12'],
  ['ip', '203.0.113.77'],
  ['names', 'Hélène\tQuellmont'],
  ['names', 'Jean Pierre\tde Vaubrécourt'],
  ['names', 'Надежда\tКвельмонт'],
  ['names', 'Maria da Conceição\tAlves de Vaubrécourt e Quellmont'],
];
const find = survivorsIn(realOf(source));
const sortsIn = (text: string | Uint8Array): RealSort[] => find(text).map(({ sort }) => sort);

const email = 'helene.quellmont@example.org';
const letter = `Bonjour, je suis joignable sous ${email} toute la semaine.`;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');

describe('an address is found', () => {
  test.each<[string, string | Uint8Array]>([
    ['as it is', letter],
    ['in capitals', email.toUpperCase()],
    ['behind the escape of a line end', `(1,'a\\r\\n${email}',2)`],
    ['in brackets', `<${email}>`],
    ['with a blank before the sign', 'helene.quellmont @ example.org'],
    ['with (at)', 'helene.quellmont(at)example.org'],
    ['with a sign in percent', 'u=helene.quellmont%40example.org&v=1'],
    ['all in percent', [...Buffer.from(email)].map((byte) => `%${byte.toString(16)}`).join('')],
    ['with an entity', 'helene.quellmont&#64;example.org'],
    ['with a named entity', 'helene.quellmont&commat;example.org'],
    ['with \\u0040', 'helene.quellmont\\u0040example.org'],
    ['with \\\\u0040 in JSON in SQL', 'helene.quellmont\\\\u0040example.org'],
    ['with \\x40', 'helene.quellmont\\x40example.org'],
    ['in base64', Buffer.from(letter).toString('base64')],
    ['in base64 for URLs', Buffer.from(`>>>???${letter}`).toString('base64url')],
    ['in base64 that begins within a run', `x${Buffer.from(letter).toString('base64')}`],
    ['in base64 in lines', Buffer.from(letter).toString('base64').replaceAll(/.{20}/g, '$&\r\n')],
    ['in base64 in escaped lines', Buffer.from(letter).toString('base64').replaceAll(/.{20}/g, '$&\\r\\n')],
    ['in base64 in base64', Buffer.from(Buffer.from(letter).toString('base64')).toString('base64')],
    ['in base64 with \\/', Buffer.from(`ÿÿÿ ${letter}`).toString('base64').replaceAll('/', '\\/')],
    ['in hex', Buffer.from(letter).toString('hex')],
    ['in hex with blanks', Buffer.from(letter).toString('hex').replaceAll(/../g, '$& ')],
    [
      'in hex with colons',
      Buffer.from(letter)
        .toString('hex')
        .replaceAll(/..(?!$)/g, '$&:'),
    ],
    ['in hex in groups of four', Buffer.from(letter).toString('hex').replaceAll(/.{4}/g, '$& ')],
    ['in hex with 0x', `0x${Buffer.from(letter).toString('hex').toUpperCase()}`],
    ['in hex with \\x', `\\x${Buffer.from(letter).toString('hex')}`],
    ['in UTF-16', wide(letter)],
    ['in UTF-16, the larger half first', wide(letter).swap16()],
    ['in UTF-16 in base64', wide(letter).toString('base64')],
    ['in UTF-16 in hex', wide(letter).toString('hex')],
    ['packed with gzip', gzipSync(letter).toString('base64')],
    ['packed with zlib in hex', deflateSync(letter).toString('hex')],
    [
      'packed with zlib behind its length',
      Buffer.concat([Buffer.alloc(4), deflateSync(letter)]).toString('hex'),
    ],
    [
      'packed with deflate',
      deflateRawSync(
        letter + Array.from({ length: 99 }, (_, number) => ` ${number * 7919}`).join(''),
      ).toString('base64'),
    ],
    ['in quoted-printable', 'helene=2Equellmont=40example.org'],
    ['across a soft line end', 'helene.quellm=\r\nont@example.org'],
  ])('%s', (_, text) => {
    expect(sortsIn(text)).toContain('email');
  });

  it('with signs that part words elsewhere', () => {
    expect(sortsIn("x <o'brannoch-vy@example.com>")).toContain('email');
    expect(sortsIn("('O\\'Brannoch-Vy@example.com')")).toContain('email');
  });
});

describe('a telephone number is found', () => {
  test.each([
    '0639981234',
    '06 39 98 12 34',
    '06.39.98.12.34',
    '06-39-98-12-34',
    '06/39/98/12/34',
    '063 998 12 34',
    '+33639981234',
    '+33 6 39 98 12 34',
    '0033 6 39 98 12 34',
    '+33 (0)6 39 98 12 34',
    '(+33) 639981234',
    '06\u00a039\u00a098\u00a012\u00a034',
    '06\u202f39\u202f98\u202f12\u202f34',
    '33639981234',
    '6 39 98 12 34',
    'tel:0639981234',
    '%2B33%20639981234',
    '06\\u00a039\\u00a098\\u00a012\\u00a034',
    '06&nbsp;39&nbsp;98&nbsp;12&nbsp;34',
    Buffer.from('call 0639981234').toString('base64'),
    Buffer.from('0639981234').toString('hex'),
  ])('%s', (text) => {
    expect(sortsIn(`x ${text} y`)).toContain('phone');
  });
});

describe('an identifier is found', () => {
  test.each([
    '185057800608491',
    '1850578006084',
    '1 85 05 78 006 084 91',
    '1.85.05.78.006.084.91',
    '1-85-05-78-006-084-91',
    '1 8 5 0 5 7 8 0 0 6 0 8 4 9 1',
    '1\u00a085\u00a005\u00a078\u00a0006\u00a0084\u00a091',
    'NIR185057800608491',
    'FR7630006000011234567890189',
    'fr76 3000 6000 0112 3456 7890 189',
    'FR76-3000-6000-0112-3456-7890-189',
    '30006 00001 12345678901 89',
    '30006000011234567890189',
    'IBAN: FR76.3000.6000.0112.3456.7890.189',
  ])('%s', (text) => {
    expect(sortsIn(`(7,'${text}')`)).toContain('number');
  });
});

describe('a name is found', () => {
  test.each<[string, string | Uint8Array]>([
    ['first name first', 'Hélène Quellmont'],
    ['last name first', 'QUELLMONT Hélène'],
    ['with a comma', 'Quellmont, Helene'],
    ['in small letters', 'helene quellmont'],
    ['with accents of their own', 'Hélène Quellmont'.normalize('NFD')],
    ['with entities', 'H&eacute;l&egrave;ne Quellmont'],
    ['with \\u', 'H\\u00e9l\\u00e8ne Quellmont'],
    ['in percent', 'H%C3%A9l%C3%A8ne%20Quellmont'],
    ['with a plus', 'Helene+Quellmont'],
    ['in Latin-1', latin1('Hélène Quellmont')],
    ['in quoted-printable', quoted('Hélène Quellmont')],
    ['in a name of a file', 'cv_helene_quellmont.pdf'],
    ['with a no-break space', 'Hélène\u00a0Quellmont'],
    ['in base64', Buffer.from('Hélène Quellmont').toString('base64')],
    ['read as Latin-1', Buffer.from(Buffer.from('Hélène Quellmont').toString('latin1'))],
    ['in one word', 'x HeleneQuellmont75 y'],
    ['in one word with accents', 'HélèneQuellmont'],
    ['in one word, last name first', '#QuellmontHelene'],
    ['with eight words', 'Alves de Vaubrécourt e Quellmont, Maria da Conceição'],
    ['in another script', 'КВЕЛЬМОНТ Надежда'],
    ['with all its words', 'M. Jean-Pierre de Vaubrécourt'],
    ['with its first word', 'DE VAUBRÉCOURT Jean'],
  ])('%s', (_, text) => {
    expect(sortsIn(text)).toContain('fullName');
  });

  it('without its first name behind a title', () => {
    expect(sortsIn('Chère Mme Quellmont,')).toEqual(['lastName']);
    expect(sortsIn('die Quellmont')).toEqual([]);
  });
});

test.each([
  ['12 bis rue des Lilas blancs', 'street'],
  ['12bis, Rue des lilas blancs', 'street'],
  ['wohnt Lindenstrasse 12 in', 'street'],
  ['von hquellmont75.', 'word'],
  ['/home/cv-HQuellmont75.pdf', 'word'],
  ['from 203.0.113.77:80', 'word'],
  ['https://example.com/u/helene.quellmont/2', 'word'],
])('%s is a survivor: %s', (text, sort) => {
  expect(sortsIn(text)).toContain(sort);
});

test('what nobody of the source has is no survivor', () => {
  const others = `INSERT INTO t VALUES (1,'Jean','Quellacq','jean.quellacq1@example.org','06 39 98 12 35','2016-09-12 10:11:12',
    0.639981234,1474450000,'185057800608490','12 rue des Roses','SGVsbG8gd29ybGQgYW5kIGFsbA==','5f4dcc3b5aa765d61d8327deb882cf99'),
    (2,'Hélène','Martin','helene@example.org','a0639981234f','203.0.113.78','hquellmont','%C3%A9','\\u00e9');`;
  expect(find(others)).toEqual([]);
});

test('what machines of many begin with alike is nobody’s', () => {
  const found = survivorsIn(
    realOf([
      ['ip', '2001:db8::49'],
      ['ip', '2001:db8:5:7:1:2:3:4'],
      ['ip', '2a01:cb00:41:8800::1'],
    ]),
  );
  expect(found("'2001:db8:81fe:2', '2001:db8::3', '2001:db8:5:7:1:2:3:5', version 2.0.1")).toEqual([]);
  expect(found("'2001:db8:5:7:1:2:3:4'").map(({ sort }) => sort)).toEqual(['word']);
  expect(found("'2a01:cb00:41:8800::1'").map(({ sort }) => sort)).toEqual(['word']);
});

test('the place of a survivor is where it stands', () => {
  expect(find(`é '${email}'`)).toContainEqual({ sort: 'email', text: email, form: 'plain' });
  expect(find('a%20b helene.quellmont%40example.org c')).toContainEqual({
    sort: 'email',
    text: 'helene.quellmont%40example.org',
    form: 'escaped',
  });
  const packed = Buffer.from(letter).toString('base64').replaceAll('=', '');
  expect(find(`x=${packed};`)).toContainEqual({ sort: 'email', text: packed, form: 'base64' });
});

test('nothing stands across what is scanned at once', () => {
  for (const padding of [65_500, 65_520, 65_536, 131_000, 65_535 - 512]) {
    const text = `${'a '.repeat(padding / 2)}${letter} Hélène Quellmont 06 39 98 12 34`;
    expect(new Set(sortsIn(text))).toEqual(new Set(['email', 'word', 'fullName', 'phone']));
    expect(find(text).filter(({ sort }) => sort === 'email')).toHaveLength(1);
  }
  const long = Buffer.from('x'.repeat(200_000) + letter).toString('base64');
  expect(sortsIn(long)).toContain('email');
});

const fullWidth = (text: string): string =>
  [...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) + (sign > ' ' ? 0xfee0 : 0))).join('');
const arabic = (text: string): string =>
  [...text].map((sign) => String.fromCharCode(0x660 + Number(sign))).join('');

test.each<[string, RealSort]>([
  ["(7,639981234,'x')", 'phone'],
  ['(7,6.39981234e8)', 'phone'],
  ['id0639981234.pdf', 'phone'],
  ['185057800608491FR', 'number'],
  ['00185057800608491', 'number'],
  [[...'0639981234'].join('\0'), 'phone'],
  [fullWidth('0639981234'), 'phone'],
  [arabic('0639981234'), 'phone'],
  [fullWidth(email), 'email'],
  ['helene.quellmont\uff20example.org', 'email'],
  [[...'Helene Quellmont'].join('\u2060'), 'fullName'],
  [[...'Helene Quellmont'].map((sign) => `&#${sign.charCodeAt(0)}`).join(''), 'fullName'],
  ["'Quellmont (Helene)'", 'fullName'],
  ["'Helene         Quellmont'", 'fullName'],
  ["'Helene Marguerite Quellmont'", 'fullName'],
  ["'H. Quellmont'", 'lastName'],
  ['Dossier QUELLMONT, relance', 'lastName'],
  ['"last_name":"Quellmont"', 'lastName'],
  [Buffer.from('0639981234').toString('base64'), 'phone'],
])('%s is a survivor of the sort %s', (text, sort) => {
  expect(sortsIn(text)).toContain(sort);
});

test('digits in a hash, in a row of words and apart are nobody’s', () => {
  expect(find("('a0639981234f', 'version 639981234 of', 'Helene'),('Quellmont')")).toEqual([]);
});
