import { expect, test } from 'vitest';
import type { UnpackSink } from '../unpack/unpack-sink.ts';
import { createPageGaps } from './page-gaps.ts';

function told(pages: [number, string][]): string[] {
  const lines: string[] = [];
  const gaps = createPageGaps({
    skipped: (_offset, _bytes, reason) => void lines.push(reason),
  } as UnpackSink);
  for (const [page, reason] of pages) gaps.add(page, reason);
  gaps.end();
  return lines;
}

test('pages in a row with one reason are one line', () => {
  expect(
    told([
      [1, 'a'],
      [2, 'a'],
      [4, 'a'],
      [5, 'b'],
      [6, 'b'],
    ]),
  ).toEqual(['pages 1–2 a', 'page 4 a', 'pages 5–6 b']);
});

test('no document fills the report: what comes after 200 lines is counted', () => {
  const lines = told(Array.from({ length: 1000 }, (_, i) => [2 * i + 2, 'damaged']));
  expect(lines).toHaveLength(201);
  expect(lines.at(-1)).toBe('800 more pages not read');
});

test('nothing missing is nothing told', () => {
  expect(told([])).toEqual([]);
});
