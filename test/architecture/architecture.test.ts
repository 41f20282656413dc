import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findViolations } from './find-violations.ts';
import { packageHomes } from './import-rules.ts';
import { projectRoot, readModules, type Module } from './read-modules.ts';

let modules: Module[] = [];

beforeAll(() => {
  modules = readModules();
});

function typeScriptFilesUnder(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(projectRoot.length + 1)
        .replaceAll('\\', '/'),
    );
}

test('the code keeps the import table and the other laws', () => {
  expect(findViolations(modules)).toEqual([]);
});

test('every TypeScript file is under the laws, and but for the kernel under the type check', () => {
  const seen = new Set(modules.map(({ path }) => path));
  const all = ['src', 'samples', 'scripts', 'test'].flatMap(typeScriptFilesUnder);
  expect(all.filter((path) => !seen.has(path))).toEqual([]);
});

test('no folder under src is without code', () => {
  const folders = readdirSync(join(projectRoot, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const isEmpty = (folder: string): boolean =>
    !readdirSync(folder, { recursive: true }).some((name) => /(?<!\.test)\.ts$/u.test(String(name)));
  expect(folders.filter(isEmpty)).toEqual([]);
});

test('the reader sees every way to name another file', () => {
  const here = modules.find(({ path }) => path === 'test/architecture/architecture.test.ts');
  expect(here?.imports).toEqual([
    'node:fs',
    'node:path',
    'vitest',
    './find-violations.ts',
    './import-rules.ts',
    './read-modules.ts',
  ]);
  expect(here?.startsWithComment).toBe(false);
  const reader = modules.find(({ path }) => path === 'test/architecture/read-modules.ts');
  // The first of these is a type import.
  expect(reader?.imports).toContain('typescript/unstable/ast');
  const kernel = modules.find(({ path }) => path === 'src/kernel/assembly/json.ts');
  expect(kernel?.imports).toContain('./json-members.ts');
});

test('each runtime dependency is imported by its home, and by nobody in vain', () => {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const imported = new Set(
    modules.filter(({ path }) => !path.endsWith('.test.ts')).flatMap(({ imports }) => imports),
  );
  const isUsed = (name: string): boolean =>
    [...imported].some((path) => path === name || path.startsWith(`${name}/`));
  expect(Object.keys(dependencies).filter((name) => !(name in packageHomes))).toEqual([]);
  expect(Object.keys(dependencies).filter((name) => !isUsed(name))).toEqual([]);
});
