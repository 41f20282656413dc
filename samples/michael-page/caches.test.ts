import { expect, it } from 'vitest';
import { readSample } from '../read-sample.ts';
import { column, sample } from './made-sample.fixture.ts';

it('serialized PHP in the caches has true lengths', async () => {
  const { dump } = await sample({ seed: 42, people: 1500, sizeBytes: 8_000_000 });
  const data = column(readSample(dump), 'cache_form', 'data').map(([value]) => value!);
  expect(data.length).toBeGreaterThan(0);
  for (const value of data) expect(endOfPhp(Buffer.from(value), 0)).toBe(Buffer.byteLength(value));
});

/** Where the serialized value that begins at `at` ends; throws where it is none. */
function endOfPhp(bytes: Buffer, at: number): number {
  const head = /^(?:N;|[bid]:[-\d.]+;|s:(\d+):"|a:(\d+):\{|O:\d+:"\w+":(\d+):\{)/.exec(
    bytes.toString('latin1', at, at + 64),
  );
  if (head === null) throw new Error(`no value at ${at}`);
  let end = at + head[0].length;
  if (head[1] !== undefined) {
    end += Number(head[1]);
    if (bytes.toString('latin1', end, end + 2) !== '";') throw new Error(`false length at ${at}`);
    return end + 2;
  }
  const items = head[2] ?? head[3];
  if (items === undefined) return end;
  for (let item = 0; item < 2 * Number(items); item++) end = endOfPhp(bytes, end);
  if (bytes[end] !== 0x7d) throw new Error(`no end at ${end}`);
  return end + 1;
}
