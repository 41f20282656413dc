import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseInsideHome } from './refuse-inside-home.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tocsin-inside-')));
  mkdirSync(join(folder, 'home', 'cases'), { recursive: true });
  symlinkSync(join(folder, 'home'), join(folder, 'linked-home'));
  symlinkSync(join(folder, 'home', 'cases'), join(folder, 'linked-cases'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refuse = (path: string, home: string) => () =>
  refuseInsideHome('--out', join(folder, path), join(folder, home));

test.each([
  ['home', 'home'],
  ['home/out.csv', 'home'],
  ['home/new/deeper/out', 'linked-home'],
  ['linked-home/out', 'home'],
  ['linked-cases/new/out', 'home'],
  ['elsewhere/../home/out', 'home'],
])('%s is inside of %s', (path, home) => {
  expect(refuse(path, home)).toThrow('--out names a place inside the instance folder');
});

test.each([
  ['home-of-another', 'home'],
  ['out/new', 'linked-home'],
  ['.', 'home'],
  ['out', 'home-to-come'],
])('%s is outside of %s', (path, home) => {
  expect(refuse(path, home)).not.toThrow();
});
