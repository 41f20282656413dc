import { describe, expect, it } from 'vitest';
import { partsOf } from './parts-of.ts';

describe('names in a folder', () => {
  it.each([
    ['x.zip', ['x.z02', 'x.zip', 'x.z01'], ['x.z01', 'x.z02', 'x.zip']],
    ['x.zip', ['x.zip.002', 'x.zip.001'], ['x.zip.001', 'x.zip.002']],
    ['dump.sql.gz', ['dump.sql.gz.001', 'dump.sql.gz.002'], ['dump.sql.gz.001', 'dump.sql.gz.002']],
    [
      'x.rar',
      ['x.part2.rar', 'x.part10.rar', ...nine()],
      [...nine().slice(0, 1), 'x.part2.rar', ...nine().slice(1), 'x.part10.rar'],
    ],
    ['x.rar', ['x.r01', 'x.r00', 'x.rar'], ['x.rar', 'x.r00', 'x.r01']],
    ['X.zip', ['X.Z01', 'x.zip'], ['X.Z01', 'x.zip']],
  ])('that make up %s are told in order', (name, names, parts) => {
    expect(partsOf([...names, 'other.zip', 'notes.txt'])).toEqual([{ name, parts, missing: [] }]);
  });

  it('are no set where they are only alike', () => {
    expect(
      partsOf(['a.zip', 'b.zip', 'report.2023', 'mail.part1.txt', 'a.7z', '10.0.0.001', 'x.sql.001']),
    ).toEqual([]);
  });

  it.each([
    [['x.z01', 'x.z02'], ['x.zip']],
    [['x.zip', 'x.z01', 'x.z03'], ['x.z02']],
    [['x.part02.rar', 'x.part03.rar'], ['x.part01.rar']],
    [['x.7z.003', 'x.7z.001'], ['x.7z.002']],
    [['x.r00', 'x.r01'], ['x.rar']],
  ])('that leave a gap (%j) tell what is missing', (names, missing) => {
    expect(partsOf(names).map((set) => set.missing)).toEqual([missing]);
  });

  it('with a number far beyond the files there are make no list of what is missing', () => {
    expect(partsOf(['x.sql.99999', 'x.sql.001'])).toEqual([]);
  });
});

function nine(): string[] {
  return [1, 3, 4, 5, 6, 7, 8, 9].map((n) => `x.part${n}.rar`);
}
