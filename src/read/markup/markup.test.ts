import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributesOf, rawAttribute } from './attributes.ts';
import { createDecodeRaw } from './decode-raw.ts';
import { isHeadingRow } from './heading-row.ts';
import { isHtml, isRtf, isXml } from './markup-kind.ts';
import { createMarkupTokenizer } from './markup-tokenizer.ts';

function tokensOf(kind: 'xml' | 'html', pieces: string[]): string[] {
  const tokens: string[] = [];
  const tokenizer = createMarkupTokenizer(kind, {
    open: (name, attributes, offset) => void tokens.push(`${offset}<${name}|${attributes}`),
    close: (name, offset) => void tokens.push(`${offset}/${name}`),
    text: (raw, offset, verbatim) => void tokens.push(`${offset}${verbatim ? '=' : ':'}${raw}`),
    comment: (raw, offset) => void tokens.push(`${offset}!${raw}`),
  });
  pieces.forEach((piece) => tokenizer.write(piece));
  tokenizer.end();
  return tokens;
}

test.each<['xml' | 'html', string, string[]]>([
  ['xml', '<a:b x="1>2" /><c>t</c >', ['0<b| x="1>2" ', '0/b', '15<c|', '18:t', '19/c']],
  ['xml', '<?pi a?><!-- c -- d --><![CDATA[<x>]]>', ['12! c -- d ', '32=<x>']],
  ['xml', '<!DOCTYPE a [<!ENTITY b "c>">]>t', ['2!DOCTYPE a [<!ENTITY b "c>">', '31:t']],
  ['html', '<P CLASS=a>x<BR/>y</P', ['0<p| CLASS=a', '11:x', '12<br|/', '17:y', '18:</P']],
  ['html', 'a < b <3 </> <', ['0:a ', '2:< b ', '6:<3 ', '9:</> ', '13:<']],
  ['html', '<a <b>', ['0:<a ', '3<b|']],
  ['html', `<i a'b>x<i a="b>y`, [`0<i| a'b`, '7:x', '8<i| a="b', '16:y']],
  ['html', '<script>a<b></scripty></SCRIPT >', ['0<script|', '8=a<b></scripty>', '22/script']],
  ['html', '<title>a &amp; <b></title>', ['0<title|', '7:a &amp; <b>', '18/title']],
])('%s: the tokens of %s', (kind, markup, tokens) => {
  expect(tokensOf(kind, [markup])).toEqual(tokens);
});

test('tokens are the same for any cutting, however broken the markup', () => {
  const part = fc.constantFrom(
    '<a',
    '<a b="',
    '">',
    '>',
    '</a>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!D [',
    ']>',
    '<?',
    '?>',
    '<script>',
    '</script>',
    'text ',
    '<',
    '&amp;',
    "'",
    'x'.repeat(70_000),
    ' \u00e9 ',
  );
  fc.assert(
    fc.property(
      fc.constantFrom('xml' as const, 'html' as const),
      fc.array(part, { maxLength: 30 }),
      fc.integer({ min: 1, max: 200_000 }),
      (kind, parts, size) => {
        const markup = parts.join('');
        const cut: string[] = [];
        const step = markup.length > 5000 ? Math.max(size, 500) : Math.min(size, 50);
        for (let p = 0; p < markup.length; p += step) cut.push(markup.slice(p, p + step));
        expect(tokensOf(kind, cut)).toEqual(tokensOf(kind, [markup]));
      },
    ),
    { numRuns: 400 },
  );
});

test('attributes are found in any way of writing them', () => {
  const decode = createDecodeRaw('windows-1252', 'xml');
  expect([...attributesOf(` a="1" x:b='2 &amp; 3' c = "d" xmlns:y="z" e f=g a="9"`, decode)]).toEqual([
    ['a', '1'],
    ['b', '2 & 3'],
    ['c', 'd'],
    ['e', ''],
    ['f', 'g'],
  ]);
  expect(rawAttribute(' xr="0" r="A1" s=\'2\'', 'r')).toBe('A1');
  expect(rawAttribute(' xr="0" r="A1" s=\'2\'', 's')).toBe('2');
  expect(rawAttribute(' r="A1', 'r')).toBeNull();
});

test.each([
  ['<?xml version="1.0"?><users/>', 'xml'],
  ['\uFEFF  <!-- c --><users a="1"><x/>', 'xml'],
  ['<row Id="1"/>', 'xml'],
  ['<?xml version="1.0"?><table name="x"/>', 'xml'],
  ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', 'html'],
  ['<!doctype HTML>', 'html'],
  ['<!-- saved --> <HTML lang="en">', 'html'],
  ['<table border=1><tr>', 'html'],
  ['{\\rtf1\\ansi', 'rtf'],
  ['<ada@example.org> wrote', null],
  ['< 5 years', null],
  ['id,mail\n1,<b>x</b>', null],
  ['{"rtf":1}', null],
  ['', null],
])('%s is told for what it is', (head, kind) => {
  expect([isXml(head), isHtml(head), isRtf(head)]).toEqual([kind === 'xml', kind === 'html', kind === 'rtf']);
});

test.each<[string, boolean, (string | null)[][]]>([
  [
    'words over numbers',
    true,
    [
      ['Code', 'Betrag'],
      ['7', '1,5'],
    ],
  ],
  ['words over addresses', true, [['Kontakt'], ['a@example.org']]],
  [
    'words that name columns',
    true,
    [
      ['Nom', 'Ville'],
      ['Test', 'Lyon'],
    ],
  ],
  [
    'names over names',
    false,
    [
      ['Ada', 'Lyon'],
      ['Bo', 'Paris'],
    ],
  ],
  [
    'an address at the top',
    false,
    [
      ['Ada', 'a@example.org'],
      ['Bo', 'b@example.org'],
    ],
  ],
  [
    'a value that comes again',
    false,
    [
      ['Lyon', 'x'],
      ['Lyon', '7'],
    ],
  ],
  ['one row alone', false, [['Name', 'Mail']]],
])('%s: headings %s', (_, isHeading, rows) => {
  expect(isHeadingRow(rows)).toBe(isHeading);
});
