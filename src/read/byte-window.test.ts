import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutWindow } from './byte-window.ts';
import { openWindow } from './collect-rows.fixture.ts';

const source = Uint8Array.from({ length: 5_000 }, (_, i) => (i * 31) & 0xff);

describe('a layout', () => {
  it('keeps its parts apart, and the window on a step of the index', () => {
    const layout = layoutWindow({ maxRowBytes: 1_000, scratchBytes: 100 });
    expect(layout.ats).toBe(layout.structurals + layout.structuralCapacity * 4);
    expect(layout.scratch).toBe(layout.ats + layout.atCapacity * 4);
    expect(layout.window).toBeGreaterThanOrEqual(layout.scratch + 100);
    expect(layout.window % 64).toBe(0);
    expect(layout.memoryBytes).toBeGreaterThanOrEqual(layout.window + 1_000 + 64);
  });
});

describe('a window', () => {
  it('holds the bytes of the source at the places it names, wherever it is slid and sought to', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('slide' as const), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ kind: fc.constant('seek' as const), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 20 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 100 }),
        (steps, windowBytes, chunkBytes) => {
          const window = openWindow(source, { windowBytes, chunkBytes, maxRowBytes: 1_000 });
          window.seek(0);
          for (const { kind, part } of steps) {
            const keep = window.from + Math.floor(part * (window.to - window.from));
            const offset = kind === 'seek' ? Math.floor(part * source.length) : window.offsetOf(keep);
            const moved = kind === 'seek' ? window.seek(offset) : window.slide(keep);
            // refused, a window leaves everything where it was
            expect(window.offsetOf(moved === -1 ? keep : window.from)).toBe(offset);
            expect([undefined, -1, keep - window.from]).toContain(moved);
            const from = window.offsetOf(window.from);
            const held = window.bytes.subarray(window.from, window.to);
            expect(held.length).toBeLessThanOrEqual(1_000);
            expect(Buffer.from(held)).toEqual(Buffer.from(source.subarray(from, from + held.length)));
            expect(!window.ended || from + held.length === source.length).toBe(true);
          }
        },
      ),
    );
  });

  it('grows for what is larger, up to the longest row, and shrinks after it', () => {
    const window = openWindow(source, { windowBytes: 100, maxRowBytes: 1_000 });
    window.seek(0);
    const held = () => window.to - window.from;
    const sizes = [];
    while (window.slide(window.from) >= 0) sizes.push(held());
    expect(sizes).toEqual([100, 200, 400, 800, 1_000]);
    expect(window.ended).toBe(false);
    window.slide(window.to - 10);
    expect(held()).toBe(100);
  });

  it('is never larger than the longest row, even where it is asked to be', () => {
    const window = openWindow(source, { windowBytes: 1 << 20, maxRowBytes: 1_000 });
    window.seek(0);
    window.slide(window.from);
    expect(window.to - window.from).toBe(1_000);
  });

  it('says that the source has ended once it has, and shows zeros behind it', () => {
    const window = openWindow(source.subarray(0, 150), { windowBytes: 100, maxRowBytes: 1_000 });
    window.bytes.fill(0xff, window.from, window.from + 1_000);
    window.seek(0);
    expect(window.slide(window.from)).toBe(0);
    expect(window.ended).toBe(false);
    expect(window.slide(window.from + 90)).toBe(90);
    expect(window.ended).toBe(true);
    expect(window.to - window.from).toBe(60);
    expect([...window.bytes.subarray(window.to, window.to + 64)]).toEqual(
      Array.from({ length: 64 }, () => 0),
    );
    expect(window.slide(window.from)).toBe(-1);
  });
});
