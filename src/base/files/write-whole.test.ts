import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOnce, writeWhole } from './write-whole.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-whole-'));
  path = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string): number => statSync(file).mode & 0o777;

function* failing(): Generator<Uint8Array> {
  yield Buffer.from('half of it');
  throw new Error('no more');
}

describe.each([
  ['writeWhole', writeWhole],
  ['writeOnce', writeOnce],
])('%s', (_, write) => {
  it.each([
    ['text', 'né à Évry\n', Buffer.from('né à Évry\n')],
    ['bytes', Uint8Array.of(0, 255, 10), Buffer.of(0, 255, 10)],
    ['pieces', [Buffer.from('ab'), Buffer.alloc(0), Buffer.from('c')], Buffer.from('abc')],
    ['nothing', '', Buffer.alloc(0)],
    ['more than one write takes', Buffer.alloc(9 << 20, 7), Buffer.alloc(9 << 20, 7)],
  ])('the file holds %s, and nothing lies beside it', (_name, content, expected) => {
    write(path, content);
    expect(readFileSync(path).equals(expected)).toBe(true);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('only the owner may read it, unless it is said otherwise', () => {
    write(path, 'a');
    write(join(folder, 'open'), 'a', { mode: 0o644 });
    expect([modeOf(path), modeOf(join(folder, 'open'))]).toEqual([0o600, 0o644]);
  });

  it('content that fails half-way leaves nothing', () => {
    expect(() => write(path, failing())).toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not at its place before it is complete', () => {
    const seen: string[][] = [];
    write(
      path,
      (function* () {
        yield Buffer.from('a');
        seen.push(readdirSync(folder));
        yield Buffer.from('b');
      })(),
    );
    expect(seen).toEqual([[expect.stringMatching(/^\.file\..+\.partial$/u)]]);
  });

  it('no folder, no file', () => {
    expect(() => write(join(folder, 'missing', 'file'), 'a')).toThrow('ENOENT');
  });

  it.runIf(process.getuid?.() !== 0)('writes into a folder that may be written and not read', () => {
    chmodSync(folder, 0o300);
    write(path, 'a');
    chmodSync(folder, 0o700);
    expect(readFileSync(path, 'utf8')).toBe('a');
  });
});

describe('where a file is there already', () => {
  beforeEach(() => writeFileSync(path, 'before', { mode: 0o644 }));

  it('writeWhole takes its place, with its own mode', () => {
    writeWhole(path, 'after');
    expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['after', 0o600]);
  });

  it('writeWhole that fails leaves it as it was', () => {
    expect(() => writeWhole(path, failing())).toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('writeOnce leaves it, and says so', () => {
    expect(writeOnce(path, 'after')).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('before');
  });

  it('writeOnce leaves one that came while it wrote', () => {
    const late = join(folder, 'late');
    const content = (function* () {
      writeFileSync(late, 'first');
      yield Buffer.from('second');
    })();
    expect(writeOnce(late, content)).toBe(false);
    expect(readFileSync(late, 'utf8')).toBe('first');
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'late']);
  });
});

it('a folder at the place is an error, and nothing lies beside it', () => {
  mkdirSync(path);
  expect(() => writeWhole(path, 'a')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/u);
  expect(readdirSync(folder)).toEqual(['file']);
});
