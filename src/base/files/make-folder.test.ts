import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tocsin-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

it('every level that is missing is made, with the mode, and those that are there keep theirs', () => {
  mkdirSync(join(root, 'a'), { mode: 0o755 });
  makeFolder(join(root, 'a', 'b', 'c'), { mode: 0o700 });
  expect(['a', 'a/b', 'a/b/c'].map((path) => modeOf(join(root, path)))).toEqual([0o755, 0o700, 0o700]);
});

it('a folder that is there is left as it is', () => {
  makeFolder(join(root, 'a'), { mode: 0o750 });
  makeFolder(join(root, 'a'), { mode: 0o700 });
  expect(modeOf(join(root, 'a'))).toBe(0o750);
});

it('a path from where the process stands is one too', () => {
  makeFolder(relative(process.cwd(), join(root, 'a', 'b')));
  expect(statSync(join(root, 'a', 'b')).isDirectory()).toBe(true);
});

it('a file on the way is an error', () => {
  writeFileSync(join(root, 'a'), '');
  expect(() => makeFolder(join(root, 'a', 'b'))).toThrow('ENOTDIR');
});

it.runIf(existsSync('/proc/self'))('ends where no folder can be made', () => {
  expect(() => makeFolder('/proc/tocsin/a/b')).toThrow('ENOENT');
});
