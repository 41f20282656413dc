import { describe, expect, it } from 'vitest';
import { comma, marker, openCsv, readCsv, rowsOf } from './csv-writer.fixture.ts';
import { sniffCsv } from './sniff-csv.ts';

const skippedOf = (text: string, dialect = {}, options = {}) =>
  readCsv(text, { ...comma, ...dialect }, options).skipped.map(({ reason, text }) => [reason, text]);

describe('rows', () => {
  it('with fewer values than there are columns are told with those', () => {
    expect(rowsOf('a,b,c\nd\ne,"f"\n')).toEqual([['a', 'b', 'c'], ['d'], ['e', 'f']]);
  });

  it('with more values are told where the rest is empty, else handed over', () => {
    expect(rowsOf('a,b,c,,\nd,e,f,g\nh,i,j\n')).toEqual([
      ['a', 'b', 'c'],
      ['h', 'i', 'j'],
    ]);
    expect(skippedOf('d,e,f,g@example.com\nh,i,j\n')).toEqual([
      ['rows with more values than the table has columns', 'd,e,f,g@example.com'],
    ]);
  });

  it('of a combo list keep the delimiters of their passwords', () => {
    const dialect = { delimiter: marker(':'), quote: null, width: 2, restInLast: true };
    expect(rowsOf('a@example.com:x:y:z\nb@example.com:"q\n', dialect)).toEqual([
      ['a@example.com', 'x:y:z'],
      ['b@example.com', '"q'],
    ]);
  });

  it('may end in any kind of line end, and empty lines are none', () => {
    expect(rowsOf('a,b,c\r\n\r\n\nd,e,f\rg,h,"i\r\nj"\n\rk,l,m')).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i\r\nj'],
      ['k', 'l', 'm'],
    ]);
  });

  it('may end the file without a line end, wherever the window ends', () => {
    const text = 'a,b,"c\nd"\ne,f,"g\r\nh"';
    for (let windowBytes = 1; windowBytes < 40; windowBytes++) {
      expect(rowsOf(text, {}, { windowBytes })).toEqual([
        ['a', 'b', 'c\nd'],
        ['e', 'f', 'g\r\nh'],
      ]);
    }
  });

  it('may hold NUL bytes', () => {
    expect(rowsOf('a\0,\0,c\n')).toEqual([['a\0', '\0', 'c']]);
  });

  it('begin after a byte order mark, titles and the header; titles are text', () => {
    const people = 'id,email,city\n1,a@example.com,Lyon\n2,b@example.com,Bonn\n';
    for (const [text, title] of [
      [`\ufeff${people}`, ''],
      [`Made by admin@example.com\n${people}`, 'Made by admin@example.com\n'],
    ] as const) {
      for (const windowBytes of [1, 7, 1 << 20]) {
        const read = readCsv(text, sniffCsv(Buffer.from(text))!, { windowBytes });
        expect(read.rows.map(({ values }) => values)).toEqual([
          ['1', 'a@example.com', 'Lyon'],
          ['2', 'b@example.com', 'Bonn'],
        ]);
        expect(read.texts.join('')).toBe(title);
        expect(read.rows[0]?.columns).toEqual(['id', 'email', 'city']);
      }
    }
  });

  it('are not what comment lines hold, quotes and all', () => {
    const text = '# an "odd note\na,b,c\n#,"x\nd,e,f\n# last';
    const read = readCsv(text, { ...comma, comment: 0x23 });
    expect(read.rows.map(({ values }) => values)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    expect(read.texts.join('')).toBe('# an "odd note\n#,"x\n# last');
  });
});

describe('a quote out of place', () => {
  it('inside a value is a sign like any other', () => {
    expect(rowsOf('1,5" pipe,x\n2,"b "q" b",y\n3, "z, z" ,w\n')).toEqual([
      ['1', '5" pipe', 'x'],
      ['2', 'b "q" b', 'y'],
      ['3', 'z, z', 'w'],
    ]);
  });

  it('that opens and never closes costs no row where the line fits', () => {
    expect(rowsOf('1,"abc,x\n2,"def",y\n3,ghi,z\n4,"jkl,w')).toEqual([
      ['1', 'abc', 'x'],
      ['2', 'def', 'y'],
      ['3', 'ghi', 'z'],
      ['4', 'jkl', 'w'],
    ]);
  });

  it('that opens and never closes does not swallow what follows where the line does not fit', () => {
    const text = '1,"a,b,c,d\n2,"def",y\nout of place\n3,ghi,z\n';
    expect(rowsOf(text)).toEqual([['2', 'def', 'y'], ['out of place'], ['3', 'ghi', 'z']]);
    expect(skippedOf(text)).toEqual([['rows with a quote that does not close', '1,"a,b,c,d\n']]);
  });

  it('is followed over many clean rows and found out', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `${i},"v ${i}",w`);
    rows[2_500] = '2500,"lost,w';
    const read = readCsv(rows.join('\n'), comma);
    expect(read.rows.length).toBe(5_000);
    expect(read.skipped).toEqual([]);
  });
});

describe('what is too large', () => {
  it.each([
    ['a quoted value', '"', '"'],
    ['a value', '', ''],
  ])(
    '%s larger than what is read whole is handed over in pieces, and reading goes on after it',
    (_name, open, close) => {
      const cell = 'word and, more\t'.repeat(open ? 4_000 : 1).padEnd(60_000, 'x');
      const text = `1,a,b\n2,${open}${cell}${close},c@example.com\n3,d,e\n`;
      const read = readCsv(text, comma, { maxRowBytes: 16_384, windowBytes: 4_096 });
      expect(read.rows.map(({ values }) => values[0])).toEqual(['1', '3']);
      expect(read.skipped.map(({ text }) => text).join('')).toBe(text.slice(6, -6));
      expect(read.skipped[0]?.reason).toBe('a row longer than what is read whole');
    },
  );

  it('a row of more values than a table can have is handed over', () => {
    const text = `a,b,c\n${','.repeat(20_000)}"x"y\nd,e,f\n`;
    expect(rowsOf(text)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    expect(skippedOf(text)[0]?.[0]).toContain('more values than');
  });

  it('costs time in proportion: hostile quotes are not looked at again and again', () => {
    const hostile = [
      '"a\n'.repeat(100_000),
      '"",\n'.repeat(100_000),
      `"a\n${'""b\n'.repeat(100_000)}`,
      'a,"b\n'.repeat(100_000),
      `${'"'.repeat(200_001)}\n`,
      `${',"'.repeat(100_000)}\n`,
      '"\n"'.repeat(100_000),
      '"a\nb",c\n'.repeat(50_000),
    ];
    const started = process.hrtime.bigint();
    for (const text of hostile) expect(readCsv(text, comma, { windowBytes: 4_096 }).end).toBe(text.length);
    // some 3 MB in all; twice over at every row it would be minutes
    expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(20);
  });
});

describe('the start of a stretch', () => {
  it('is where the one before ends, quoted line ends or not, so that nothing is read twice', () => {
    const rows = Array.from({ length: 120 }, (_, i) => `${i},"a ""note"", with\nline ${i}\n","x,${i}"\r\n`);
    const text = rows.join('');
    for (let cut = 1; cut < text.length; cut += 13) {
      const { reader } = openCsv(text, comma, { windowBytes: 2_048 });
      expect(reader.findStart(cut, text.length)).toBe(readCsv(text, comma, { stopAt: cut }).end);
    }
  });

  it('is read on from without being read again', () => {
    const text = 'a,b,c\nd,e,f\ng,h,i\n';
    const { reader, result } = openCsv(text, comma);
    expect(reader.findStart(3, 18)).toBe(6);
    expect(reader.read(6, 12)).toBe(12);
    expect(result.rows.map(({ values }) => values)).toEqual([['d', 'e', 'f']]);
  });

  it('is the limit where no row begins before it', () => {
    expect(openCsv('a,b,c\nd,e,f\n', comma).reader.findStart(7, 10)).toBe(10);
    expect(openCsv('x'.repeat(5_000), comma, { windowBytes: 100 }).reader.findStart(7, 5_000)).toBe(5_000);
  });
});
