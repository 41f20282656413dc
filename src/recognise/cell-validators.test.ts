import { describe, expect, it } from 'vitest';
import { placeKind, postalCodeKind, streetAddressKind } from './address.ts';
import { birthDateKind, dateValue } from './dates.ts';
import { ipKind } from './ip.ts';
import { nameKind } from './names.ts';
import { phoneKind } from './phone.ts';
import { photoKind } from './photo.ts';
import { socialKind, socialKinds, websiteKind } from './url.ts';

const encoder = new TextEncoder();
type CellKind = (bytes: Uint8Array, start: number, end: number) => number;

function ask(kind: CellKind, text: string): number {
  const bytes = encoder.encode(text);
  return kind(bytes, 0, bytes.length);
}

describe('telephone numbers', () => {
  it.each(['+33 6 39 98 12 34', '0033 639981234', '+44 (0)20 7946 0123', '(+44) 20 7946 0123'])(
    '%s is international',
    (text) => {
      expect(ask(phoneKind, text)).toBe(1);
    },
  );
  it.each([
    '06 39 98 12 34',
    '01.99.00.12.34',
    '555-0142 ext. 12',
    '(201) 555-0142',
    '020 7946 0123',
    'Tel.: 0199001234',
    '030/23125123',
    '0199001234 / 0639981234',
    '06\u00A039\u00A098\u00A012\u00A034',
  ])('%s is national', (text) => {
    expect(ask(phoneKind, text)).toBe(2);
  });
  it.each([
    '',
    'n/a',
    '12345',
    '0000000000',
    'call reception',
    '12345678901234567890',
    '1985-03-09T12:00',
    'a1b2c3d4e5f6',
  ])('%j is none', (text) => {
    expect(ask(phoneKind, text)).toBe(0);
  });
});

describe('dates of birth', () => {
  it.each([
    ['1985-03-09', 19850309],
    ['1985/3/9', 19850309],
    ['09/03/1985', 19850309],
    ['9.3.1985', 19850309],
    ['12/31/1985', 19851231],
    ['19850309', 19850309],
    ['09031985', 19850309],
    ['1985-03-09 00:00:00', 19850309],
    ['1985-03-09T00:00:00.000Z', 19850309],
    ['03/09/1985 12:00 AM', 19850903],
    ['2000-02-29', 20000229],
  ])('%s', (text, date) => {
    expect(ask(dateValue, text)).toBe(date);
  });
  it.each([
    '0000-00-00',
    '1985-02-30',
    '1999-02-29',
    '1985-13-01',
    '1450000000',
    '85',
    '12:30',
    '1985-03-09x',
    '1985-03',
    '192.0.2.1',
    '1.2.3',
    '',
  ])('%j is no date', (text) => {
    expect(ask(dateValue, text)).toBe(0);
  });
  it('lie after 1 January 1900 and not after today', () => {
    const on = (text: string): number => birthDateKind(encoder.encode(text), 0, text.length, 2026_11_22);
    expect(['1900-01-01', '1899-12-31', '1900-01-02', '2026-11-22', '2026-11-23'].map(on)).toEqual([
      0, 0, 1, 1, 0,
    ]);
  });
});

describe('IP addresses', () => {
  it.each([
    ['192.0.2.17', 1],
    ['203.0.113.5, 10.0.0.1', 1],
    ['10.1.2.3', 2],
    ['192.168.0.10', 2],
    ['127.0.0.1', 2],
    ['100.64.0.1', 2],
    ['2001:db8::1', 3],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', 3],
    ['::1', 4],
    ['fe80::1%eth0', 4],
    ['fd00::12', 4],
    ['::ffff:192.0.2.1', 1],
  ])('%s', (text, kind) => {
    expect(ask(ipKind, text)).toBe(kind);
  });
  it.each([
    '',
    '0.0.0.0',
    '255.255.255.255',
    '256.1.1.1',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    'localhost',
    '::',
    '12:30:45',
    'a:b',
    '1::2::3',
    '2001:db8:1:2:3:4:5',
    '12345::1',
    'dead beef',
  ])('%j is none', (text) => {
    expect(ask(ipKind, text)).toBe(0);
  });
});

describe('web addresses', () => {
  it.each([
    ['https://www.linkedin.com/in/nora-q', 'LinkedIn'],
    ['fr.linkedin.com/in/nora-q', 'LinkedIn'],
    ['http://facebook.com/nora.q', 'Facebook'],
    ['https://twitter.com/nora_q', 'Twitter'],
  ])('%s', (text, network) => {
    expect(socialKinds[ask(socialKind, text) - 1]).toBe(network);
  });
  it.each([
    'https://www.linkedin.com',
    'https://example.com/linkedin.com/x',
    'nora',
    'https://notlinkedin.com/in/x',
    'see linkedin.com/in/nora today',
  ])('%s is no profile', (text) => {
    expect(ask(socialKind, text)).toBe(0);
  });
  it('a site has a host with a known ending', () => {
    expect(
      [
        'https://nora.example/cv',
        'www.nora.example',
        'http://nora.example:8080',
        'nora',
        'http://localhost/x',
        'nora.notatld',
        'two words.example',
      ].map((text) => ask(websiteKind, text)),
    ).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });
});

describe('addresses, places and names', () => {
  it('a street line is words', () => {
    expect(
      [
        '12 rue des Tanneurs',
        'Lindenstraße 4',
        'The Old Mill',
        'n/a',
        '12',
        'https://example.com/x',
        'nora@example.com',
        '',
      ].map((text) => ask(streetAddressKind, text)),
    ).toEqual([1, 1, 1, 0, 0, 0, 0, 0]);
  });
  it('a postal code has a digit and is short', () => {
    expect(
      ['75011', 'SW1A 2AA', '1012 AB', '12345-6789', 'L-1234', '00000', 'AB', 'Paris', '1234567890123'].map(
        (text) => ask(postalCodeKind, text),
      ),
    ).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0]);
  });
  it('a place may be a code of two letters, even one that elsewhere means nothing', () => {
    expect(
      ['Lyon', 'NC', 'NA', 'n/a', '-', '75011', 'http://example.com/x'].map((text) => ask(placeKind, text)),
    ).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });
  it('a name has a letter and is no placeholder, address or URL', () => {
    expect(
      [
        'Élodie',
        "D'Ambrine",
        '李',
        'Na',
        'NA',
        'none',
        '-',
        '12',
        'nora@example.com',
        'http://x',
        '',
        'x'.repeat(101),
      ].map((text) => ask(nameKind, text)),
    ).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('a picture is told by its first bytes, raw or written', () => {
    const jpeg = new Uint8Array(32);
    jpeg.set([0xff, 0xd8, 0xff, 0xe0]);
    expect(photoKind(jpeg, 0, 32)).toBe(1);
    expect(
      [
        '0xFFD8FFE000104A4649460001',
        '89504E470D0A1A0A0000000D49484452',
        'data:image/png;base64,iVBOR',
        'uploads/nora.jpg',
        '0xFFD8',
      ].map((text) => ask(photoKind, text)),
    ).toEqual([1, 2, 2, 0, 0]);
  });
});
