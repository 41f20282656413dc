import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProgressLine, type Progress, progressText } from './progress-line.ts';

const reading: Progress = {
  bytes: 1.2e9,
  totalBytes: 4.5e9,
  seconds: 2,
  addresses: 12_345,
  pages: { done: 0, inAll: 0 },
};

/** The lines that a log gets, without the wait between them. */
function linesOf(...progress: Partial<Progress>[]): string[] {
  const lines: string[] = [];
  const line = createProgressLine({ isTTY: true, write: (text: string) => lines.push(text.slice(4)) });
  for (const some of progress) line.show({ ...reading, ...some });
  return lines;
}

describe('the progress line', () => {
  test('tells bytes, rate and time left', () => {
    expect(progressText(reading, null)).toBe(
      '1.20 GB of 4.50 GB, 600 MB/s, 6 s left, about 12,345 e-mail addresses',
    );
  });

  test('tells no time left where packed input came to more than its size', () => {
    expect(progressText({ ...reading, bytes: 5e9 }, null)).toBe(
      '5.00 GB, 2500 MB/s, about 12,345 e-mail addresses',
    );
  });

  test('tells pages while they are read, and the time left from their own pace', () => {
    const lines = linesOf(
      { seconds: 100 },
      { seconds: 102, pages: { done: 1, inAll: 341 } },
      { seconds: 106, pages: { done: 2, inAll: 341 } },
      { seconds: 110, pages: { done: 3, inAll: 341 } },
    );
    expect(lines[1]).toBe('reading scans: 1 of 341 pages, about 12,345 e-mail addresses');
    expect(lines[3]).toBe('reading scans: 3 of 341 pages, 23 min left, about 12,345 e-mail addresses');
  });

  test('is about bytes again when the pages are done, or none was done for a minute', () => {
    const [during, done] = linesOf(
      { seconds: 10, pages: { done: 1, inAll: 3 } },
      { seconds: 15, pages: { done: 3, inAll: 3 } },
    );
    expect(during).toContain('reading scans: 1 of 3 pages');
    expect(done).toContain('1.20 GB of 4.50 GB');
    const lines = linesOf(
      { seconds: 10, pages: { done: 2, inAll: 3 } },
      { seconds: 70, pages: { done: 2, inAll: 3 } },
      { seconds: 71, pages: { done: 2, inAll: 3 } },
      { seconds: 72, pages: { done: 3, inAll: 9 } },
    );
    expect(lines.map((line) => line.startsWith('reading scans'))).toEqual([true, true, false, true]);
  });

  test('is at most 80 columns wide, whatever the numbers', () => {
    const number = fc.oneof(fc.nat(1000), fc.maxSafeNat());
    const begun = fc.option(fc.record({ seconds: number, done: number }), { nil: null });
    const progress = fc.record({
      bytes: number,
      totalBytes: number,
      seconds: fc.double({ min: 0, max: 1e9, noNaN: true }),
      addresses: number,
      pages: fc.record({ done: number, inAll: number }),
    });
    fc.assert(
      fc.property(progress, begun, (some, since) => {
        const text = progressText(some, since);
        expect(text.length).toBeLessThanOrEqual(80);
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  test('is a new line every ten seconds where nobody watches', () => {
    const written: string[] = [];
    const line = createProgressLine({ write: (text: string) => written.push(text) });
    for (let seconds = 1; seconds <= 25; seconds += 1) line.show({ ...reading, seconds });
    line.clear();
    expect(written).toHaveLength(2);
    expect(written.every((text) => text.endsWith('\n'))).toBe(true);
  });

  test('of a share is a new line every ten seconds where nobody watches, and none for a short run', () => {
    const written: string[] = [];
    let now = 100;
    const line = createProgressLine({ write: (text: string) => written.push(text) }, () => now);
    for (; now <= 125; now += 1) line.showShare('writing range', (now - 100) / 100);
    line.clear();
    expect(written).toEqual(['writing range: 10 %\n', 'writing range: 20 %\n']);
  });

  test('tells what is done where nobody knows how much there is', () => {
    const written: string[] = [];
    const line = createProgressLine({ isTTY: true, write: (text: string) => written.push(text.slice(4)) });
    line.showShare('writing addresses: 12 files', null);
    expect(written).toEqual(['writing addresses: 12 files']);
  });
});
