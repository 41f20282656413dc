import { describe, expect, it } from 'vitest';
import { layoutOf, readFixed, startOf } from './fixed-file.fixture.ts';

const layout = layoutOf([6, 4, 10]);

function valuesOf(text: string | Uint8Array, more: Parameters<typeof layoutOf>[1] = {}) {
  return readFixed(text, { ...layout, ...more }).rows.map(({ values }) => values);
}

describe('lines of one length', () => {
  it('are cut at their places, padding off either side, zeros kept', () => {
    expect(valuesOf('ANNE    12LYON      \r\nJO    0007      NICE\r\n')).toEqual([
      ['ANNE', '12', 'LYON'],
      ['JO', '0007', 'NICE'],
    ]);
  });

  it('hold nothing where there are blanks, zero bytes or NULL', () => {
    expect(valuesOf('ANNE  \0\0\0\0NULL      \n        12NULLE     \n')).toEqual([
      ['ANNE', null, null],
      [null, '12', 'NULLE'],
    ]);
  });

  it('are cut by characters where places are those of characters', () => {
    const text = 'ZOÉ     13KÖLN 😀    \nJO    0007LYON      \n';
    expect(valuesOf(text, { inCharacters: true })).toEqual([
      ['ZOÉ', '13', 'KÖLN 😀'],
      ['JO', '0007', 'LYON'],
    ]);
  });

  it('are cut by bytes where a set of one byte a sign wrote them', () => {
    const text = Buffer.from('ZOÉ     13KÖLN      \n', 'latin1');
    expect(readFixed(text, layout, { charset: 'latin1' }).rows[0]!.values).toEqual(['ZOÉ', '13', 'KÖLN']);
  });

  it('may go on with blanks, and the last one may have no end', () => {
    expect(valuesOf('ANNE    12LYON            \nJO    0007NICE      ')).toEqual([
      ['ANNE', '12', 'LYON'],
      ['JO', '0007', 'NICE'],
    ]);
  });

  it('are read past a header, with its names', () => {
    const columns = ['name', 'age', 'city'];
    const header = 'NAME  AGE CITY      \n';
    const read = readFixed(`${header}ANNE    12LYON      \n`, {
      ...layout,
      columns,
      dataOffset: header.length,
    });
    expect(read.rows).toMatchObject([{ columns, values: ['ANNE', '12', 'LYON'], offset: header.length }]);
    expect(read.skipped).toEqual([]);
  });
});

describe('a line of another length', () => {
  const good = 'ANNE    12LYON      \n';

  it('is never cut at places that may not be its own: it is handed over, with its place', () => {
    const damaged = 'JOHN  13anne@example.org PARIS\n';
    const read = readFixed(good + damaged + good, layout);
    expect(read.rows.map(({ offset }) => offset)).toEqual([0, good.length + damaged.length]);
    expect(read.skipped).toEqual([
      {
        offset: good.length,
        bytes: damaged.length,
        reason: 'rows of another length than the others',
        text: damaged,
      },
    ]);
  });

  it('is no row in characters either, even if it has as many bytes as the others have characters', () => {
    const shifted = 'ZOÉ     13KÖLN    \n';
    expect(Buffer.byteLength(shifted)).toBe(good.length);
    const read = readFixed(shifted + good, { ...layout, inCharacters: true });
    expect(read.rows).toHaveLength(1);
    expect(read.skipped).toHaveLength(1);
  });

  it('is nothing at all where it is blank', () => {
    const read = readFixed(`\n${good}   \n\x1a`, layout);
    expect([read.rows.length, read.skipped]).toEqual([1, []]);
  });

  it('longer than what is read whole is handed over in pieces', () => {
    const read = readFixed(`${good}${'long '.repeat(4000)}\n${good}`, layout, {
      maxRowBytes: 2000,
      windowBytes: 500,
    });
    expect(read.rows).toHaveLength(2);
    expect(read.skipped.map(({ text }) => text).join('')).toBe(`${'long '.repeat(4000)}\n`);
  });
});

describe('lines whose blanks at the end were taken off', () => {
  const trimmed = { isTrimmed: true, pattern: '??????9999??????????' };

  it('are rows as far as they go', () => {
    expect(valuesOf('ANNE  0012LYON\nJO    0007\nZOE   1234SAINT-DENIS\n', trimmed)).toEqual([
      ['ANNE', '0012', 'LYON'],
      ['JO', '0007', null],
      ['ZOE', '1234', 'SAINT-DENIS'],
    ]);
  });

  it('are no rows where signs are missing from their middle', () => {
    const read = readFixed('ANNE0012LYON\nJO    0007\n', { ...layout, ...trimmed });
    expect(read.rows).toHaveLength(1);
    expect(read.skipped).toMatchObject([{ offset: 0, bytes: 13 }]);
  });

  it('are no rows where two lines have become one', () => {
    const read = readFixed('ANNE  0012LYON      JO    0007NICE\nJO    0007\n', { ...layout, ...trimmed });
    expect(read.rows).toHaveLength(1);
    expect(read.skipped).toHaveLength(1);
  });
});

describe('a stretch', () => {
  const text = 'NAME  AGE CITY      \nANNE    12LYON      \nJO    0007NICE      \n';
  const named = { ...layout, dataOffset: 21 };

  it('begins at the first line at or after its place, and never in the header', () => {
    expect([0, 5, 21, 22, 42, 43].map((offset) => startOf(text, named, offset, 1000))).toEqual([
      21, 21, 21, 42, 42, 63,
    ]);
  });

  it('that holds no beginning of a line has none', () => {
    expect(startOf(text, named, 22, 30)).toBe(30);
    expect(startOf('no line end', layout, 3, 1000)).toBe(1000);
  });
});
