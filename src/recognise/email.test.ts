import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailAt, emailValue, emailsInValue, findEmails } from './email.ts';
import { spanEnd, spanStart } from './email-span.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function inText(text: string): string[] {
  const bytes = encoder.encode(text);
  const found: string[] = [];
  findEmails(bytes, 0, bytes.length, (start, end) => found.push(decoder.decode(bytes.subarray(start, end))));
  return found;
}

function cutInText(text: string): boolean[] {
  const bytes = encoder.encode(text);
  const found: boolean[] = [];
  findEmails(bytes, 0, bytes.length, (_start, _end, cut) => found.push(cut));
  return found;
}

function inCell(text: string): string | null {
  const bytes = encoder.encode(text);
  const span = emailValue(bytes, 0, bytes.length);
  return span < 0 ? null : decoder.decode(bytes.subarray(spanStart(span), spanEnd(span)));
}

const casesFile = new URL('../../../shared/facts/email-cases.json', import.meta.url);
const hasCases = existsSync(casesFile);

interface EmailCase {
  input: string | null;
  expected: string[];
}

/** Where the reference extractor loses an address or names the wrong person, and what is found here instead. */
const better: Record<string, { found: string[]; reason: string }> = {
  'Mary&Jane@example.org': {
    found: ['mary&jane@example.org'],
    reason: 'the reference cuts to jane@, who is somebody else',
  },
  'foo@bar.com.': {
    found: ['foo@bar.com'],
    reason: 'a full stop after an address ends the sentence, it does not void the address',
  },
};

describe('the 73 cases of the reference extractor', () => {
  it.skipIf(!hasCases)('agree, except where ours is better and says why', () => {
    const cases = JSON.parse(readFileSync(casesFile, 'utf8')) as EmailCase[];
    expect(cases).toHaveLength(73);
    for (const { input, expected } of cases) {
      const found = [...new Set(inText(input ?? '').map((address) => address.toLowerCase()))].toSorted();
      expect(found, `for ${JSON.stringify(input)}`).toEqual(
        better[input ?? '']?.found ?? expected.toSorted(),
      );
    }
  });

  it('the exceptions give a reason and hold', () => {
    for (const [input, { found, reason }] of Object.entries(better)) {
      expect(inText(input).map((address) => address.toLowerCase())).toEqual(found);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});

describe('addresses in text', () => {
  it.each([
    ['Write to nora@example.com.', ['nora@example.com']],
    [
      'nora@example.com, yann@example.org; (paolo@example.net)',
      ['nora@example.com', 'yann@example.org', 'paolo@example.net'],
    ],
    ['x@xn--bcher-kva.example', ['x@xn--bcher-kva.example']],
    ['nora@bücher.example and 用户@例子.中国', ['nora@bücher.example', '用户@例子.中国']],
    [
      '«nora@example.com» “yann@example.com” ‘paolo@example.com’',
      ['nora@example.com', 'yann@example.com', 'paolo@example.com'],
    ],
    ['请联系nora@example.com谢谢', ['nora@example.com']],
    ['renée.quellmont@example.fr', ['renée.quellmont@example.fr']],
    ["o'farrow@example.com", ["o'farrow@example.com"]],
    ["name='nora@example.com',x=''yann@example.com''", ['nora@example.com', 'yann@example.com']],
    ["('a@example.com','b@example.com')", ['a@example.com', 'b@example.com']],
    ['\\u003enora@example.com\\u003c', ['nora@example.com']],
    ['%20nora@example.com%20 %3Cyann@example.com%3E', ['nora@example.com', 'yann@example.com']],
    ['=3Dnora@example.com', ['nora@example.com']],
    ['nora%40example.com and yann&#64;example.org', ['nora%40example.com', 'yann&#64;example.org']],
    ['\\r\\nnora@example.com\\r\\n\\tyann@example.com', ['nora@example.com', 'yann@example.com']],
    ['?a=1&email=nora@example.com&b=2', ['nora@example.com']],
    ['https://example.com/users/nora@example.com/edit', ['nora@example.com']],
    ['...nora@example.com... -yann@example.com--', ['nora@example.com', 'yann@example.com']],
    ['nora@example.com.Then we left', ['nora@example.com']],
    ['nora@example.com_old mailto:yann@example.com?subject=x', ['nora@example.com', 'yann@example.com']],
    [
      '_nora@example.com nora_@example.com nora+tag@example.com',
      ['_nora@example.com', 'nora_@example.com', 'nora+tag@example.com'],
    ],
    ['nora@mail.dept.example.co.uk', ['nora@mail.dept.example.co.uk']],
    ['nora@example.com@example.org', ['nora@example.com']],
  ])('%s', (text, expected) => {
    expect(inText(text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    'logo@2x.png',
    'clip@2x.mov icon@1.5x.zip',
    'user@localhost',
    '@font-face @media @import',
    '@nora @nora@social.example',
    'ftp://user@files.example.com/ https://u:p@example.com/ mysql://root@db.example.com',
    'lodash@4.17.21',
    'nora @example.com, nora@ example.com',
    'a@b',
    '-@example.com _@example.com',
    '@',
    '',
    'nora@-example.com nora@example-.com nora@.example.com',
    `${'x'.repeat(65)}@example.com`,
    `x@${'y'.repeat(64)}.com`,
  ])('nobody in %s', (text) => {
    expect(inText(text)).toEqual([]);
  });

  it('an address cut from a word before it is marked', () => {
    expect(inText('customer/department@example.com')).toEqual(['department@example.com']);
    expect(cutInText('customer/department@example.com')).toEqual([true]);
    expect(cutInText('nora@example.com')).toEqual([false]);
    expect(cutInText('/srv/mail/nora@example.com')).toEqual([false]);
  });

  it('long and short texts are searched alike', () => {
    const line = "x 'nora@example.com' y%40example.org, renée@example.fr; logo@2x.png ";
    const short = inText(line);
    const long = inText(line.repeat(40));
    expect(long).toHaveLength(short.length * 40);
    expect(new Set(long)).toEqual(new Set(short));
  });

  it('only a text cut in the middle of an address loses it', () => {
    const bytes = encoder.encode('nora@example.com yann@example.org');
    const found: string[] = [];
    findEmails(bytes, 3, 12, (start, end) => found.push(decoder.decode(bytes.subarray(start, end))));
    expect(found).toEqual(['a@example'].filter((address) => address.includes('.')));
  });
});

describe('addresses that fill a cell', () => {
  it.each([
    ['nora@example.com', 'nora@example.com'],
    ['  Nora@Example.com \t', 'Nora@Example.com'],
    ['\u00A0nora@example.com\u00A0', 'nora@example.com'],
    ["'nora@example.com'", 'nora@example.com'],
    ['Nora Quellmont <nora@example.com>', 'nora@example.com'],
    ['"Quellmont, Nora" <nora@example.com>', 'nora@example.com'],
    ['mailto:nora@example.com?subject=cv', 'nora@example.com'],
    ['nora@example.com;', 'nora@example.com'],
    ['customer/department@example.com', 'customer/department@example.com'],
    ['Mary&Jane@example.org', 'Mary&Jane@example.org'],
    ['!def!xyz%abc@example.com', '!def!xyz%abc@example.com'],
    ['$A12345@example.com', '$A12345@example.com'],
    ["o'farrow@example.com", "o'farrow@example.com"],
    ['nora%40example.com', 'nora%40example.com'],
    ['email=nora@example.com', 'nora@example.com'],
    ['nora@example.com, yann@example.com', 'nora@example.com'],
    ['nora@example.com.', 'nora@example.com'],
    ['nora@example', null],
    ['not an address', null],
    ['please write to me at home or at nora@example.com', null],
    ['', null],
    ['@', null],
  ])('%s', (cell, expected) => {
    expect(inCell(cell)).toBe(expected);
  });

  it('a list gives every address of it', () => {
    const bytes = encoder.encode('nora@example.com; yann@example.org, paolo@example.net');
    const found: string[] = [];
    emailsInValue(bytes, 0, bytes.length, (start, end) =>
      found.push(decoder.decode(bytes.subarray(start, end))),
    );
    expect(found).toEqual(['nora@example.com', 'yann@example.org', 'paolo@example.net']);
  });
});

describe('whatever the bytes', () => {
  const piece = fc.constantFrom(
    'a',
    'Z',
    '9',
    '.',
    '-',
    '_',
    '+',
    '@',
    '%',
    '&',
    "'",
    '/',
    '\\',
    '=',
    ':',
    ';',
    '<',
    '>',
    '"',
    ' ',
    '\n',
    'é',
    '«',
    '中',
    '😀',
    '.com',
    'example.org',
    '%40',
    '&#64;',
    'u003e',
  );
  const soup = fc.array(piece, { maxLength: 60 }).map((parts) => encoder.encode(parts.join('')));
  const anyBytes = fc.oneof(soup, fc.uint8Array({ maxLength: 400 }));

  it('spans lie in the text, hold one sign, do not overlap and are found again alone', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const spans: [number, number][] = [];
        findEmails(bytes, 0, bytes.length, (start, end) => spans.push([start, end]));
        spans.sort((a, b) => a[0] - b[0]);
        for (const [index, [start, end]] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : spans[index - 1]![1]);
          expect(end).toBeLessThanOrEqual(bytes.length);
          expect(end - start).toBeLessThanOrEqual(330);
          const alone = emailValue(bytes, start, end);
          expect(alone).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('bytes outside the span change nothing', () => {
    fc.assert(
      fc.property(
        anyBytes,
        fc.uint8Array({ maxLength: 20 }),
        fc.uint8Array({ maxLength: 20 }),
        (bytes, before, after) => {
          const joined = new Uint8Array([...before, ...bytes, ...after]);
          const direct: number[] = [];
          const shifted: number[] = [];
          findEmails(bytes, 0, bytes.length, (start, end) => direct.push(start, end));
          findEmails(joined, before.length, before.length + bytes.length, (start, end) =>
            shifted.push(start - before.length, end - before.length),
          );
          expect(shifted).toEqual(direct);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('the address around a known sign is the one the search finds there', () => {
    fc.assert(
      fc.property(soup, (bytes) => {
        const searched: number[] = [];
        const around: number[] = [];
        findEmails(bytes, 0, bytes.length, (start, end) => {
          const at = bytes.indexOf(64, start);
          if (at < 0 || at >= end) return;
          const span = emailAt(bytes, at, 0, bytes.length);
          if (span < 0) return;
          searched.push(end);
          around.push(spanEnd(span));
        });
        expect(around).toEqual(searched);
      }),
    );
  });
});
