import { describe, expect, it } from 'vitest';
import { findSyncPoint, isSyncPoint, syncBytes } from './sync-point.ts';

const isSync = (after: string) => isSyncPoint(Buffer.from(after), 0, Buffer.byteLength(after));

describe('a sync point', () => {
  it('is where a line ends and a statement, a comment or nothing follows', () => {
    for (const after of [
      '\nINSERT INTO',
      '\r\ninsert into',
      '\nREPLACE',
      '\n-- x',
      '\n--\n',
      '\n/*!',
      '\n\n',
      '\r\n\r\n',
      '\nUNLOCK',
      '\nDROP T',
      '\nCOMMIT',
      '\n',
      '\r\n',
      '\r',
      '',
    ]) {
      expect(isSync(after), JSON.stringify(after)).toBe(true);
    }
  });

  it('is not where anything else follows', () => {
    for (const after of [' INSERT INTO', '\n INSERT', '\nDear sir', '\n--x', 'x', '\n(', "\n'", '\r\r\n']) {
      expect(isSync(after), JSON.stringify(after)).toBe(false);
    }
  });

  it('is found only where all that decides is seen, unless nothing more comes', () => {
    const text = 'a;b;\nINSERT';
    const bytes = Buffer.from(text);
    for (let to = 0; to <= bytes.length; to++) {
      const found = findSyncPoint(bytes, 0, to, false);
      expect(found).toBe(to >= 4 + syncBytes ? 4 : -1);
    }
    expect(findSyncPoint(bytes, 0, bytes.length, true)).toBe(4);
    expect(findSyncPoint(bytes, 4, bytes.length, true)).toBe(-1);
  });
});
