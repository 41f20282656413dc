import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileSource } from './file-source.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-read-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file as a source', () => {
  it('is read from anywhere, to its end and no further', () => {
    const path = join(folder, 'a.sql');
    writeFileSync(path, 'INSERT INTO');
    const source = openFileSource(path);
    const target = Buffer.alloc(20, '.');
    expect(source.read(7, target, 2, 10)).toBe(4);
    expect(target.toString()).toBe(`..INTO${'.'.repeat(14)}`);
    expect(source.read(11, target, 0, 10)).toBe(0);
    expect(source.read(0, target, 0, 6)).toBe(6);
    source.close();
    expect(() => source.read(0, target, 0, 1)).toThrow('EBADF');
  });

  it('that is not there is a fault', () => {
    expect(() => openFileSource(join(folder, 'none.sql'))).toThrow('ENOENT');
  });
});
