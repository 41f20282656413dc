import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Unpacked, unpackStream } from './collect-unpacked.fixture.ts';
import { openRtf } from './rtf.ts';

const read = async (rtf: string, size?: number): Promise<Unpacked> =>
  unpackStream(openRtf, Buffer.from(rtf, 'latin1'), size);
const textOf = async (body: string): Promise<string> =>
  (await read(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${body}}`)).text;

const letter = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\colortbl;\red0\green0\blue0;}{\*\generator Word;}{\info{\author Ada Author}{\title Lettre}}{\header Kopf\par}\pard Fran\'e7ois \u233?t\u233\'e9\par
1 rue X\line 75001 Paris\par {\f1 \'cf\'f0}\par {\field{\*\fldinst HYPERLINK "mailto:f@example.org"}{\fldrslt write}}\par a\cell b\cell\row {\deleted gone}{\*\unknown no}{\v hidden}\par {\pict\pngblip\bin3 }}}}{\pict\wmetafile8 0102}{\pict\pngblip 89 50 4E47}{\object{\*\objdata 0105}}\~end\{\}`;

test('a letter keeps its lines, cells, accents, asides, deleted and hidden text', async () => {
  const { text } = await read(letter);
  expect(text.split('\n')).toEqual([
    'Ada Author',
    'Lettre',
    'Kopf',
    'François été',
    '1 rue X',
    '75001 Paris',
    'Пр',
    'HYPERLINK "mailto:f@example.org"',
    'write',
    'a\tb',
    'gonehidden',
    '\u00a0end{}',
  ]);
});

test('pictures that can be read are members, others are told', async () => {
  const { members, unread } = await read(letter);
  expect(members).toEqual([{ path: 'picture 3.png', bytes: Buffer.from('\x89PNG', 'latin1') }]);
  expect(unread.map(({ path }) => path)).toEqual(['picture 1.png', 'picture 2.wmf', 'embedded object']);
});

test.each([
  [String.raw`\u8364?`, '€'],
  [String.raw`{\uc2\u233ab}c`, 'éc'],
  [String.raw`{\uc0\u233}c`, 'éc'],
  [String.raw`\u-10179?\u-8704?`, '😀'],
  [String.raw`\'93q\'94 \endash  \lquote`, '“q” – ‘'],
  ['a\\\nb', 'a\nb'],
  ['a\r\nb', 'ab'],
  [String.raw`{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt in a box\par}}`, 'in a box\n'],
])('%s is read as it is meant', async (rtf, text) => {
  expect((await textOf(rtf)).trimEnd()).toBe(text.trimEnd());
});

test('code pages of several bytes a character are read', async () => {
  expect((await read(String.raw`{\rtf1\ansi\ansicpg932 \'93\'fa\'96\'7b}`)).text).toBe('日本');
});

test('groups without end, closing ones without a beginning and long runs take no longer than reading', async () => {
  expect(await textOf(`${'{'.repeat(300_000)}a@example.org`)).toContain('a@example.org');
  expect(await textOf(`${'}'.repeat(300_000)}b@example.org`)).toContain('b@example.org');
  expect(await textOf(`${"\\'e9".repeat(100_000)} c@example.org`)).toContain('c@example.org');
});

test('what is cut short gives what there is', async () => {
  for (let end = 0; end < letter.length; end += 7) {
    const { text } = await read(letter.slice(0, end));
    expect((await read(letter)).text.replace(/\s/gu, '').startsWith(text.replace(/[\s\\].*$/su, ''))).toBe(
      true,
    );
  }
});

test('cutting into pieces never changes what is read', async () => {
  const whole = await read(letter);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
      expect(await read(letter, size)).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('random damage never fails', async () => {
  const edits = fc.array(fc.record({ at: fc.nat(), to: fc.constantFrom(..."{}\\'*;u9b \0") }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(edits, async (changes) => {
      const copy = [...letter];
      for (const { at, to } of changes) copy[at % copy.length] = to;
      expect((await read(copy.join(''))).isAscending).toBe(true);
    }),
    { numRuns: 400, seed: 3 },
  );
});
