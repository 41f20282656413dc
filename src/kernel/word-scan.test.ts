import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitPlace, hashStep, hashWord, wordPlace } from './word-hash.ts';
import { loadWordScan, type WordScanCode } from './word-scan-code.ts';
import {
  eventsAt,
  flagsAt,
  foldsAt,
  inputAt,
  localBitsAt,
  oneByteAt,
  scanEvent,
  scanFlag,
  wholeBitsAt,
} from './word-scan-layout.ts';

const seed = 0x1234_5678;
const encoder = new TextEncoder();

/** One that the scan makes nothing of by itself. */
const toldFlag = 128;

function flag(code: WordScanCode, word: string, flags: number): void {
  const bytes = encoder.encode(word);
  code.bytes[flagsAt + wordPlace(hashWord(seed, bytes, 0, bytes.length))]! |= flags;
}

function setBit(code: WordScanCode, bits: number, hash: number): void {
  const bit = bitPlace(hash);
  code.bytes[bits + (bit >>> 3)]! |= 1 << (bit & 7);
}

/** Names nora and quellmont, the word nq75, the local part nora.q, the street rue; é folds to e. */
function prepared(twin: boolean): WordScanCode {
  const code = loadWordScan({ twin });
  flag(code, 'nora', scanFlag.name);
  flag(code, 'bonjour', toldFlag);
  flag(code, 'quellmont', scanFlag.name | scanFlag.lastName);
  flag(code, 'mme', scanFlag.salutation);
  flag(code, 'rue', scanFlag.afterNumber);
  flag(code, 'lindenstrasse', scanFlag.beforeNumber);
  setBit(
    code,
    wholeBitsAt,
    [...'nora75'].reduce((hash, letter) => hashStep(hash, letter.charCodeAt(0)), seed),
  );
  setBit(
    code,
    localBitsAt,
    [...'q.aron'].reduce((hash, letter) => hashStep(hash, letter.charCodeAt(0)), seed),
  );
  for (let codePoint = 0x80; codePoint < 0x600; codePoint++)
    code.words[foldsAt / 4 + codePoint] = codePoint < 0xc0 ? 2 : 2 | (1 << 3) | (101 << 8);
  for (let index = 0; index < 128; index++)
    code.words[oneByteAt / 4 + index] = 1 | (index < 64 ? 0 : (1 << 3) | (101 << 8));
  code.setWordScan(seed, 9, toldFlag);
  return code;
}

function eventsOf(code: WordScanCode, bytes: Uint8Array, isLast = true): number[] {
  code.bytes.fill(0xaa, inputAt + bytes.length, inputAt + bytes.length + 64);
  code.bytes.set(bytes, inputAt);
  const count = code.scanWords(bytes.length, isLast);
  const events = Array.from({ length: count }, (_, index) => [
    ...code.words.subarray(eventsAt / 4 + 3 * index, eventsAt / 4 + 3 * index + 3),
  ]);
  // the compiled one tells of the signs of a block after its words
  return events.toSorted((left, right) => left[1]! - right[1]! || left[0]! - right[0]!).flat();
}

const piece = fc.constantFrom(
  'Bonjour',
  'nora',
  'Quellmont',
  'QUELLMONT',
  'mme',
  'rue',
  'Lindenstrasse',
  'nora75',
  'nora.q@',
  'n.q@',
  '12',
  '0639981234',
  '06 39',
  ' ',
  ' ',
  ', ',
  '.',
  '-',
  '_',
  ':',
  '/',
  '+',
  '\\n',
  '\\u00e9',
  '\\\\',
  '%C3',
  '&amp;',
  '=20',
  '=\n',
  '\0',
  'é',
  '\u00a0',
  '(at)',
  '[AT]',
  'abcdefabcdef01',
  '0x4a',
  'helloWorld',
  'ÉlodieMartin',
  '4a 6f 48 ',
  '4a6f 4865 ',
  'lettersanddigits77',
  'SGVsbG8gd29ybGQhISE',
  '漢字',
  '\u{1F600}',
  "'",
  '","',
  '99 00',
  'x',
);
const text = fc.array(fc.oneof({ weight: 6, arbitrary: piece }, fc.string({ maxLength: 3 })), {
  maxLength: 60,
});

describe('the compiled scan and its twin', () => {
  const [compiled, twin] = [prepared(false), prepared(true)];

  it('tell the same of texts', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (pieces, isLast) => {
        const bytes = encoder.encode(pieces.join(''));
        expect(eventsOf(compiled, bytes, isLast)).toEqual(eventsOf(twin, bytes, isLast));
      }),
      { numRuns: 2000 },
    );
  });

  it('tell the same of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(eventsOf(compiled, bytes)).toEqual(eventsOf(twin, bytes));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['Nora Quellmont', [scanEvent.names, 0, 5]],
    ['Mme Quéllmont', [scanEvent.surname, 4, 14]],
    ['12 rue', [scanEvent.street, 0, 3]],
    ['Lindenstrasse 12', [scanEvent.streetEnd, 14, 16]],
    ['tel 06 39 98 12 34', [scanEvent.number, 0, 16]],
    ['by nora75.', [scanEvent.chain, 3, 9]],
    ['x nora.q@', [scanEvent.sign, 8, 9]],
    ['nora(at)b', [scanEvent.bracketed, 4, 8]],
    ['a%C3', [scanEvent.escape, 1, 2]],
    [`a\\\\u00e9`, [scanEvent.escape, 1, 3]],
    ['NoraQuellmont', [scanEvent.humps, 0, 13]],
    ['4a 6f 4a 6f 4a 6f 4a 6f', [scanEvent.spaced, 0, 23]],
    ['lowercase0letters7 ', []],
    ['nora and Quellmont', []],
    ['nora":"","Quellmont n.q@ 2016-09-12', []],
  ])('%j', (input, events) => {
    expect(eventsOf(compiled, encoder.encode(input))).toEqual(events);
    expect(eventsOf(twin, encoder.encode(input))).toEqual(events);
  });

  it('a word with a flag that is to be told is told', () => {
    const bytes = encoder.encode('(BONJOUR, nora');
    expect(eventsOf(compiled, bytes)).toEqual([scanEvent.word, 1, 8]);
    expect(eventsOf(twin, bytes)).toEqual([scanEvent.word, 1, 8]);
  });

  it('characters beyond ASCII are read where no table says how they fold', () => {
    for (const code of [loadWordScan(), loadWordScan({ twin: true })])
      expect(eventsOf(code, encoder.encode('é Équipe \u1e9e'))).toEqual([]);
  });

  it('a word that ends with the input waits for the rest of it', () => {
    const bytes = encoder.encode('Nora Quellmont');
    expect(eventsOf(compiled, bytes, false)).toEqual([]);
    expect(eventsOf(twin, bytes, false)).toEqual([]);
  });
});
