import { describe, expect, it } from 'vitest';
import { linesOf, rar4, rar5, seeFile } from './archives.fixture.ts';
import { openRar } from './open-rar.ts';

const files = { 'a.txt': 'rows', 'd/b.txt': 'more', '../../c.txt': 'out' };
// 7-Zip leaves out the steps up
const lines = ['a.txt: rows', 'd/b.txt: more', 'c.txt: out'];

describe.each([
  ['4', rar4],
  ['5', rar5],
])('a RAR %s file', (_, make) => {
  it('is its members, whatever their names', async () => {
    expect(linesOf(await seeFile(openRar, make(files)))).toEqual(lines);
  });

  it('with a damaged member gives it, says so, and gives the others', async () => {
    const bytes = make(files);
    bytes[bytes.indexOf('rows')] = 0x78;
    const [first, ...others] = linesOf(await seeFile(openRar, bytes));
    expect(first).toMatch(/^a\.txt: xows ! does not match its checksum/u);
    expect(others).toEqual(lines.slice(1));
  });

  it('with a damaged member whose name climbs out of the folder says so of that one', async () => {
    const bytes = make(files);
    bytes[bytes.indexOf('out')] = 0x78;
    expect(linesOf(await seeFile(openRar, bytes))[2]).toMatch(/^c\.txt: xut ! does not match its checksum/u);
  });

  it('that is cut off gives what there is, and says so', async () => {
    const bytes = make(files);
    const seen = await seeFile(openRar, bytes.subarray(0, bytes.indexOf('more') + 2));
    expect(seen.members[0]?.bytes.toString()).toBe('rows');
    expect(linesOf(seen).join('\n')).toContain('cut off');
  });
});

it('what only begins like RAR is told', async () => {
  const seen = await seeFile(openRar, Buffer.from('Rar!\u001a\u0007\u0001\u0000nothing'));
  expect(linesOf(seen)).toHaveLength(1);
  expect(seen.fault).not.toBe(null);
});
