import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHashLineReader } from './hash-lines.ts';

const sha1 = '5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8';
const ntlm = '8846F7EAEE8FB117AD06BDD830B7586C';

function read(
  text: string | Buffer,
  { prefix = null, cuts = [] }: { prefix?: string | null; cuts?: number[] } = {},
) {
  const found: string[] = [];
  const reader = createHashLineReader((hash, count) =>
    found.push(`${Buffer.from(hash).toString('hex')}:${count}`),
  );
  const bytes = Buffer.from(text);
  reader.begin('a file', prefix);
  let from = 0;
  for (const cut of [...cuts, bytes.length]
    .map((at) => Math.min(at, bytes.length))
    .toSorted((a, b) => a - b)) {
    reader.push(bytes.subarray(from, cut));
    from = cut;
  }
  reader.end();
  return { found, bad: reader.bad, mode: reader.mode, lines: reader.lines };
}

test('a line is a hash of either function and a count, whatever its case and line end', () => {
  expect(read(`${sha1}:3\r\n${sha1.toLowerCase()}:37615252`).found).toEqual([
    `${sha1.toLowerCase()}:3`,
    `${sha1.toLowerCase()}:37615252`,
  ]);
  const windows = read(`\uFEFF${ntlm}:7 \n\n`);
  expect(windows.found).toEqual([`${ntlm.toLowerCase()}:7`]);
  expect(windows).toMatchObject({ mode: 'ntlm', lines: 1, bad: { count: 0 } });
});

test('where the name of the file has the first five digits, a line may leave them out', () => {
  expect(read(`${sha1.slice(5)}:1\n${sha1}:2`, { prefix: '5baa6' }).found).toEqual([
    `${sha1.toLowerCase()}:1`,
    `${sha1.toLowerCase()}:2`,
  ]);
  expect(read(`${sha1.slice(5)}:1`).bad.count).toBe(1);
});

test('lines that are something else are counted with their places', () => {
  const { found, bad } = read(
    [
      'no hash',
      `${sha1}:1`,
      sha1,
      `${sha1}:`,
      `${sha1}:1,000`,
      `${sha1}:-1`,
      `${ntlm}:1`,
      'x'.repeat(5000),
    ].join('\n'),
  );
  expect(found).toEqual([`${sha1.toLowerCase()}:1`]);
  expect(bad.count).toBe(7);
  expect(bad.first.map(({ offset }) => offset)).toEqual([0, 51, 92, 134, 181, 225, 260]);
});

test('what was never seen is not taken', () => {
  expect(read(`${sha1}:0`)).toMatchObject({ found: [], bad: { count: 0 } });
});

test('where a file is cut into pieces never changes what is read', () => {
  const line = fc.oneof(
    fc.constantFrom(`${sha1}:12`, `${ntlm}:3`, '', 'nothing', 'y'.repeat(200), `${sha1}:0`),
    fc.string({ maxLength: 100 }),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat(600), { maxLength: 12 }),
      (lines, end, cuts) => {
        const text = lines.join(end);
        expect(read(text, { cuts })).toEqual(read(text));
      },
    ),
  );
});
