import { describe, expect, it } from 'vitest';
import { csvNotation } from './csv-notation.ts';

const scratch = 256;

function decoded(
  value: string,
  dialect: Parameters<typeof csvNotation>[0],
  scratchBytes = 100,
): string | null {
  const bytes = new Uint8Array(512);
  const length = Buffer.from(value).copy(bytes);
  const out = { start: 0, end: 0, wide: false };
  const notation = csvNotation(dialect);
  const isThere = notation.decode(bytes, 0, length, scratch, scratchBytes, out);
  expect(notation.isFilled(bytes, 0, length)).toBe(isThere);
  const text = isThere ? Buffer.from(bytes.subarray(out.start, out.end)).toString() : null;
  expect(isThere && out.wide).toBe(/[^\0-\x7f]/u.test(text ?? ''));
  return text;
}

const quoted = { quote: 0x22, escape: null };
const escaped = { quote: 0x22, escape: 0x5c };

describe('a value of delimited text', () => {
  it.each([
    ['plain', 'plain'],
    ['  blanks at the edges\t', 'blanks at the edges'],
    ['"quoted, with  blanks "', 'quoted, with  blanks '],
    ['"say ""hi"""', 'say "hi"'],
    ['5" pipe', '5" pipe'],
    [' "blanks outside" ', 'blanks outside'],
    ['"un"doubled"', 'un"doubled'],
    ['"Zoé"', 'Zoé'],
    ['"cut off, as asked for', 'cut off, as asked for'],
    ['c:\\new', 'c:\\new'],
    ['Null', 'Null'],
    ['"', null],
    ['', null],
    ['   ', null],
    ['""', null],
    ['NULL', null],
    ['null', null],
    ['"NULL"', null],
    ['\\N', null],
    ['"\\N"', null],
  ])('written %j is %j', (written, value) => {
    expect(decoded(written, quoted)).toBe(value);
  });

  it.each([
    ['"a\\"b"', 'a"b'],
    ['"a""b"', 'a"b'],
    ['two\\nlines', 'two\nlines'],
    ['tab\\tback\\\\slash\\,', 'tab\tback\\slash,'],
    ['\\N', null],
  ])('with escapes, written %j, is %j', (written, value) => {
    expect(decoded(written, escaped)).toBe(value);
  });

  it('keeps its quotes where the dialect has none', () => {
    expect(decoded('"a"', { quote: null, escape: null })).toBe('"a"');
    expect(decoded(`'it''s'`, { quote: 0x27, escape: null })).toBe(`it's`);
  });

  it('that has to be rewritten is rewritten as far as there is room', () => {
    expect(decoded(`"${'""'.repeat(50)}"`, quoted, 20)).toBe('"'.repeat(20));
  });
});
