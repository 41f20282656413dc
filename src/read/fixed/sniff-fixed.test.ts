import { describe, expect, it } from 'vitest';
import type { FieldTest } from './field-test.ts';
import { fileOf, type Made, madeLines } from './made-records.fixture.ts';
import { sniffFixed } from './sniff-fixed.ts';

/** Enough to tell, and as many as are looked at. */
const counts = [30, 1000];

function startsOf(lines: readonly string[], tests: readonly FieldTest[] = []): number[] | undefined {
  return sniffFixed(fileOf(lines), true, tests)?.fields.map(({ from }) => from);
}

const padded = (made: Made) =>
  `${made.lastName().padEnd(30)}${made.firstName().padEnd(20)}${made.day(1950, 2004)}${made.town().padEnd(25)}`;

describe('fields', () => {
  it.each(counts)('begin where padded texts begin anew, of %i lines', (count) => {
    const lines = madeLines(count, padded);
    expect(startsOf(lines)).toEqual([0, 30, 50, 58]);
    expect(startsOf(lines.map((line) => line.trimEnd()))).toEqual([0, 30, 50, 58]);
  });

  it.each(counts)('of numbers set to the right begin where the longest one does, of %i lines', (count) => {
    const lines = madeLines(count, (made) => {
      const id = String(made.below(10 ** (1 + made.below(6)))).padStart(8);
      const amount = (made.below(10 ** (1 + made.below(7))) / 100).toFixed(2).padStart(10);
      return `${id}${made.lastName().padEnd(26)}${amount}${made.of(['F', 'M'])}${made.street().padEnd(40)}`;
    });
    const starts = startsOf(lines)!;
    expect(starts).toHaveLength(5);
    expect(starts.filter((start) => [0, 44, 45].includes(start))).toEqual([0, 44, 45]);
    const [, name, amount] = starts;
    expect(name).toBe(8);
    // the longest amount has eight signs of its ten
    expect(amount).toBeGreaterThanOrEqual(8 + 24);
    expect(amount).toBeLessThanOrEqual(8 + 26 + 2);
  });

  it.each(counts)('of dates are found among digits, of %i lines', (count) => {
    const lines = madeLines(
      count,
      (made) =>
        `${made.town().padEnd(20)}${made.of(['1', '2'])}${made.day(1950, 2004)}${made.between(2019, 2023, 4)}${made.between(1, 12, 2)}${made.digits(5)}`,
    );
    expect(startsOf(lines)).toEqual([0, 20, 21, 29, 35]);
  });

  it('of days and months after them are no times of a day', () => {
    const lines = madeLines(
      500,
      (made) =>
        `${made.lastName().padEnd(25)}${made.day(1980, 2004)}${made.between(2019, 2022, 4)}${made.between(1, 12, 2)}`,
    );
    expect(startsOf(lines)).toEqual([0, 25, 33]);
    const times = madeLines(
      500,
      (made) =>
        `${made.lastName().padEnd(25)}${made.day(2016, 2020)}${made.between(0, 23, 2)}${made.between(0, 59, 2)}${made.between(0, 59, 2)}`,
    );
    expect(startsOf(times)).toEqual([0, 25]);
  });

  it('that a test of values knows are cut from the digits around them', () => {
    const test: FieldTest = {
      shortest: 9,
      longest: 11,
      chance: 0.1,
      fits: (bytes, from, to) => to - from === 10 && sumOf(bytes, from, to) % 10 === 0,
    };
    const write = (made: Made) => {
      const nine = made.digits(9);
      const check = (10 - (sumOf(Buffer.from(nine), 0, 9) % 10)) % 10;
      return `${made.digits(6)}${nine}${check}${made.digits(5)}${made.town().padEnd(20)}`;
    };
    expect(startsOf(madeLines(300, write), [test])).toEqual([0, 6, 16, 21]);
    expect(startsOf(madeLines(300, write))).toEqual([0, 21]);
  });

  it('of a few letters that repeat are fields, and codes of letters and digits are not cut', () => {
    const lines = madeLines(
      400,
      (made) =>
        `C${made.digits(6)}${made.town().padEnd(20)}${made.of(['FR', 'DE', 'BE'])}${made.digits(5)}${made.day(1950, 2000)}${made.of(['M', 'F'])}`,
    );
    expect(startsOf(lines)).toEqual([0, 7, 27, 29, 34, 42]);
  });

  it('of zeros and a number begin after the digits before them', () => {
    const lines = madeLines(
      400,
      (made) => `${made.digits(7)}00000${made.digits(3)}${made.town().padEnd(20)}${made.digits(4)}00`,
    );
    expect(startsOf(lines)).toEqual([0, 7, 15, 35]);
  });

  it('of a sex or a country end where names begin', () => {
    const lines = madeLines(800, (made) =>
      `${made.of(['FR', 'BE', 'DE', 'IT'])}${made.of(['M', 'F'])}${made.word().padEnd(25)}${made.of(['O', 'N'])}${made.below(90) + 1} ${made.word().padEnd(20)}`.slice(
        0,
        50,
      ),
    );
    expect(startsOf(lines)?.filter((start) => start > 2)).toEqual([3, 28, 29]);
  });

  it('of numbers end before an address, after cents, and before a number that may be missing', () => {
    const lines = madeLines(800, (made) => {
      const phone = (made.below(2) === 0 ? `0639980${made.digits(3)}` : '').padEnd(12);
      return `${made.digits(7)}${phone}${made.town().padEnd(22)}${made.digits(5)}${made.below(4) === 0 ? made.word().padEnd(36) : made.street().padEnd(36)}${`${made.below(9000) + 1}.${made.digits(2)}`.padStart(9)}${made.digits(6)}`.slice(
        0,
        97,
      );
    });
    expect(startsOf(lines)).toEqual([0, 7, 19, 41, 46, 84, 91]);
  });

  it('may be empty on most lines', () => {
    const lines = madeLines(
      600,
      (made) =>
        `${made.digits(5)}${made.town().padEnd(20)}${(made.below(20) === 0 ? `0639980${made.digits(3)}` : '').padEnd(12)}${made.lastName().padEnd(25)}`,
    );
    expect(startsOf(lines)).toEqual([0, 5, 25, 37]);
  });
});

describe('a layout', () => {
  it('counts characters where lines are of one length in them, else bytes', () => {
    const lines = madeLines(
      200,
      (made) =>
        `${made.of(['Zoé', 'Anne', 'Jürgen']).padEnd(15)}${made.day(1950, 2000)}${made.of(['Köln', 'Paris']).padEnd(20)}`,
    );
    const inUtf8 = sniffFixed(fileOf(lines), true);
    expect(inUtf8).toMatchObject({ inCharacters: true, length: 43, isTrimmed: false });
    const inLatin1 = sniffFixed(Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'), true);
    expect(inLatin1).toMatchObject({ inCharacters: false, length: 43, isTrimmed: false });
    expect(inLatin1!.fields).toEqual(inUtf8!.fields);
  });

  it('pays no heed to a few damaged lines', () => {
    const lines = madeLines(300, padded);
    const damaged = lines.map((line, i) => (i % 40 === 0 ? line.slice(0, 20) + line.slice(25) : line));
    expect(sniffFixed(fileOf(damaged), true)).toMatchObject({ length: 83, isTrimmed: false });
    expect(startsOf(damaged)).toEqual([0, 30, 50, 58]);
  });

  it('has the names of a header, which begin where their columns do', () => {
    const lines = madeLines(
      60,
      (made) =>
        `${String(made.below(900)).padStart(9)} ${made.lastName().padEnd(25)} ${made.day(1950, 2000)}`,
    );
    const header = 'client_id nom                       naissance'.slice(0, 44);
    const layout = sniffFixed(fileOf([header, ...lines], '\r\n'), true);
    expect(layout).toMatchObject({
      columns: ['client_id', 'nom', 'naissanc'],
      dataOffset: header.length + 2,
      fields: [
        { from: 0, to: 10 },
        { from: 10, to: 36 },
        { from: 36, to: 44 },
      ],
    });
  });

  it('is where strokes under the names say, as in the listing of a query', () => {
    const rows = madeLines(3, (made, i) => `${String(i).padStart(6)} ${made.town().padEnd(20)} NULL  `);
    const listing = ['id     town                 note  ', '------ -------------------- ------', ...rows];
    expect(sniffFixed(fileOf(listing, '\r\n'), true)).toMatchObject({
      columns: ['id', 'town', 'note'],
      fields: [
        { from: 0, to: 7 },
        { from: 7, to: 28 },
        { from: 28, to: 34 },
      ],
      dataOffset: 72,
    });
  });

  it('begins after a byte order mark', () => {
    const file = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), fileOf(madeLines(40, padded))]);
    expect(sniffFixed(file, true)).toMatchObject({ dataOffset: 3, length: 83 });
  });

  it('is the same of a head that ends in the middle of a line', () => {
    const file = fileOf(madeLines(100, padded));
    expect(sniffFixed(file.subarray(0, 5000), false)?.fields).toEqual(sniffFixed(file, true)?.fields);
  });
});

describe('no layout is made of', () => {
  it.each<[string, (made: Made, i: number) => string]>([
    [
      'prose of many lengths',
      (made) =>
        `${made.of(['The weather', 'It'])} was fine near ${made.town()}, and so were ${made.lastName()} and all of us`.slice(
          0,
          40 + made.below(40),
        ),
    ],
    [
      'prose of one length',
      (made) =>
        `We met ${made.firstName()} in ${made.town()} and ${made.firstName()} in ${made.town()} as before`
          .padEnd(60, ' again')
          .slice(0, 60),
    ],
    [
      'base64',
      (made) =>
        Array.from({ length: 64 }, () => made.of([...'abcdefghijklmnopQRSTUVWXYZ0123456789+/'])).join(''),
    ],
    ['random digits', (made) => made.digits(60)],
    ['one word a line', (made) => made.lastName()],
    ['lines of a program', (made, i) => `  const value${i} = read(${made.digits(2)}); // ${made.town()}`],
    [
      'a log',
      (made, i) =>
        `2016-11-04 10:22:${10 + (i % 50)},${made.digits(3)} INFO [main] user ${made.digits(5)} logged in`,
    ],
  ])('%s', (_, write) => {
    expect(sniffFixed(fileOf(madeLines(300, write)), true)).toBeNull();
  });

  it('too few lines to tell, or none', () => {
    expect(sniffFixed(fileOf(madeLines(12, padded)), true)).toBeNull();
    expect(sniffFixed(Buffer.from(''), true)).toBeNull();
    expect(sniffFixed(Buffer.from('\n\n\n'), true)).toBeNull();
  });
});

function sumOf(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let p = from; p < to; p++) sum += (bytes[p]! - 0x30) * (1 + ((p - from) % 3));
  return sum;
}
