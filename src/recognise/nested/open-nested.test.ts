import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestedSort } from './nested-sort.ts';
import { openNested } from './open-nested.ts';
import { isTellingKey } from './telling-key.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const scratchBytes = 8192;

/** `key=value`, with a `*` where a list is above it. */
function leaves(value: string | Uint8Array): string[] {
  const written = typeof value === 'string' ? encoder.encode(value) : value;
  const bytes = new Uint8Array(written.length + scratchBytes);
  bytes.set(written);
  const found: string[] = [];
  const text = (start: number, end: number) => decoder.decode(bytes.subarray(start, end));
  openNested(
    bytes,
    0,
    written.length,
    written.length,
    bytes.length,
    (keyStart, keyEnd, start, end, isListed) =>
      found.push(`${text(keyStart, keyEnd)}=${text(start, end)}${isListed ? '*' : ''}`),
  );
  return found;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('packed data is opened', () => {
  it.each([
    ['a:2:{s:5:"phone";s:14:"06 39 98 12 34";s:4:"rank";i:41;}', ['phone=06 39 98 12 34']],
    ['a:1:{s:4:"user";a:2:{s:3:"nom";s:6:"Bauvél";s:2:"on";b:1;}}', ['nom=Bauvél']],
    ['a:2:{i:0;s:1:"a";i:1;a:1:{s:4:"mail";s:13:"a@example.com";}}', ['=a*', 'mail=a@example.com*']],
    ['O:8:"stdClass":1:{s:7:"\0*\0mail";s:13:"a@example.com";}', ['mail=a@example.com']],
    ['basket|a:1:{s:5:"email";s:13:"a@example.com";}lang|s:2:"fr";', ['email=a@example.com', 'lang=fr']],
    [
      '{"customer":{"email":"a@example.com","rank":41,"id":1234567},"ok":true}',
      ['email=a@example.com', 'id=1234567'],
    ],
    ['[{"tel":"0639981234"},{"tel":"0639981235"}]', ['tel=0639981234*', 'tel=0639981235*']],
    [
      String.raw`{"nom":"Bauv\u00e9l","url":"http:\/\/example.com","x":"a\nb"}`,
      ['nom=Bauvél', 'url=http://example.com', 'x=a b'],
    ],
    [JSON.stringify({ meta: JSON.stringify({ dob: '1985-03-12' }) }), ['dob=1985-03-12']],
    [`a:1:{s:4:"data";s:31:${JSON.stringify('x')}`, []],
    [base64('{"email":"a@example.com"}'), ['email=a@example.com']],
    [
      `${base64('{"alg":"none"}').replaceAll('=', '')}.${base64('{"name":"Nora","email":"n@example.com"}').replaceAll('=', '')}.`,
      ['alg=none', 'name=Nora', 'email=n@example.com'],
    ],
    ['a:1:{s:3:"cfg";s:24:"{"email":"a@example.com"}";}', ['email=a@example.com']],
  ])('%j', (value, expected) => {
    expect(leaves(value)).toEqual(expected);
  });

  it('lengths that a recoded dump made wrong are put right by the quote at the end', () => {
    expect(leaves('a:2:{s:3:"nom";s:6:"Bauvel-Montebruno";s:3:"tel";s:99:"0639981234";}')).toEqual([
      'nom=Bauvel-Montebruno',
      'tel=0639981234',
    ]);
  });

  it('what was read before a value breaks off counts', () => {
    expect(leaves('{"email":"a@example.com","rest":[1,2')).toEqual(['email=a@example.com', '=,"rest":[1,2*']);
  });

  it('what stands after it is told without a key', () => {
    expect(leaves('["appel"] du client 01 99 00 12 34')).toEqual(['=appel*', '= du client 01 99 00 12 34*']);
    expect(leaves('["appel" du client 01 99 00 12 34]')).toEqual(['=appel*', '= du client 01 99 00 12 34]*']);
    expect(leaves('{"note":"{\\"a\\" rappeler le 01 99 00 12 34"}')).toEqual([
      'note={"a" rappeler le 01 99 00 12 34',
    ]);
  });

  it.each([
    'Bonjour',
    '12',
    '{not json}',
    'a: list',
    'O negative',
    'name|value',
    'https://example.com/?a={1}',
    'eyes',
  ])('%j is none', (value) => {
    const bytes = encoder.encode(value);
    expect(nestedSort(bytes, 0, bytes.length)).toBe(0);
  });
});

describe('whatever the bytes', () => {
  it('any are opened without a fault, and leaves lie in memory', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom(
          'a:1:{',
          's:5:"',
          '";',
          'i:1;',
          '}',
          '{"a":',
          '[',
          ']',
          ',',
          '"',
          '\\',
          '\\u00e9',
          'O:1:"x":1:{',
          'eyJhIjoiYiJ9',
          'n|',
          '1',
          'null',
        )
        .map((text) => encoder.encode(text)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('a:3:{', '{"a":', '[{"', 'x|a:2:{', 'eyJ', 'YTo'),
        fc.array(piece, { maxLength: 30 }),
        (head, rest) => {
          expect(() =>
            leaves(Uint8Array.from([...encoder.encode(head), ...rest.flatMap((part) => [...part])])),
          ).not.toThrow();
        },
      ),
      { numRuns: 600, seed: 20_261_122 },
    );
  });

  it.each(['a:1:{', 'a:1:{i:0;', '{"a":', '[', 's:9:"', 'a:1:{s:1:"a";s:99:"', '{"a":"', 'eyJ', 'x|a:1:{'])(
    '%j over and over is read at once',
    (piece) => {
      // work that grows with its square would run into the limit of any test
      expect(() => leaves(`a:1:{s:1:"${piece}`.repeat(80_000))).not.toThrow();
      expect(() => leaves(piece.repeat(240_000))).not.toThrow();
    },
  );
});

describe('keys', () => {
  it.each([
    'phone',
    'billing_phone',
    'billing_email',
    'first_name',
    'nom',
    'date_naissance',
    'iban',
    'user_email',
    'dob',
    'numero_secu',
  ])('%s tells what stands under it', (key) => {
    expect(isTellingKey(key, false)).toBe(true);
  });

  it.each([
    'token',
    'fid',
    'status',
    'phone_count',
    'wp_capabilities',
    'k1a77ccf0',
    'theme',
    '#attributes_47',
  ])('%s does not', (key) => {
    expect(isTellingKey(key, false)).toBe(false);
  });

  it('a place is told by a row of its own only', () => {
    expect(isTellingKey('city', true)).toBe(true);
    expect(isTellingKey('city', false)).toBe(false);
  });
});
