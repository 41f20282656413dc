import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPath } from './fit-path.ts';
import { textWidth } from './fit-text.ts';
import { hostileNames } from './hostile-names.fixture.ts';
import { visibleText } from './visible-text.ts';

const part = fc.oneof(
  fc.constantFrom(...hostileNames.map(visibleText)),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map(visibleText),
);

describe('a path that is too long', () => {
  it('loses its middle: the evidence and its own name stay', () => {
    const path = 'evidence/backup.zip/home/someone/very/deep/down/letter.pdf';
    expect(fitPath(path, 58)).toBe(path);
    expect(fitPath(path, 40)).toBe('evidence/backup.zip/home/som…/letter.pdf');
    expect(fitPath(path, 17)).toBe('evide…/letter.pdf');
    expect(fitPath(path, 14)).toBe('letter.pdf');
    expect(fitPath('a/b/c/folder-of-some-name/', 24)).toBe('folder-of-some-name/');
  });

  it('is never wider than asked, whatever its names', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.integer({ min: 0, max: 90 }), (parts, columns) => {
        expect(textWidth(fitPath(parts.join('/'), columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
