import { expect, test } from 'vitest';
import { findViolations } from './find-violations.ts';
import { folderRules, longTables, maxLines } from './import-rules.ts';
import type { Module } from './read-modules.ts';

function madeUp(path: string, parts: Partial<Module> = {}): Module {
  return { path, lines: 50, startsWithComment: true, imports: [], starts: [], globals: [], ...parts };
}

/** A project that keeps every law: one index.ts per folder and the long tables, and no more. */
const lawful = [
  ...Object.keys(folderRules).map((folder) =>
    madeUp(folder === 'samples' ? 'samples/sample.ts' : `src/${folder}/index.ts`),
  ),
  ...longTables.map((path) => madeUp(path, { lines: maxLines + 1 })),
];

function violationsOf(...extra: Module[]): string[] {
  return findViolations([...lawful, ...extra]);
}

test('a lawful project has no violation', () => {
  expect(violationsOf()).toEqual([]);
  expect(
    violationsOf(
      madeUp('src/read/sql/read-dump.ts', { imports: ['../../base/index.ts', './lexer.ts', 'node:fs'] }),
      madeUp('src/pipeline/scan.ts', { imports: ['../read/index.ts'], starts: ['./scan-worker.ts'] }),
      madeUp('src/cli/tocsin.ts', { imports: ['commander', '../pipeline/index.ts'] }),
      madeUp('src/pipeline/scan.test.ts', { imports: ['vitest', '../../samples/michael-page/index.ts'] }),
    ),
  ).toEqual([]);
});

test.each<[string, Module]>([
  ['a stage used against the table', madeUp('src/read/x.ts', { imports: ['../recognise/index.ts'] })],
  ['base using anything', madeUp('src/base/x.ts', { imports: ['../kernel/index.ts'] })],
  ['a stage used past its index', madeUp('src/cli/x.ts', { imports: ['../pipeline/scan.ts'] })],
  ['a worker started against the table', madeUp('src/report/x.ts', { starts: ['../read/scan-worker.ts'] })],
  ['a stage that uses a test folder', madeUp('src/cli/x.ts', { imports: ['../../test/docs/x.ts'] })],
  [
    'a generator that uses what it judges',
    madeUp('samples/x.ts', { imports: ['../src/recognise/index.ts'] }),
  ],
  ['commander outside cli', madeUp('src/pipeline/x.ts', { imports: ['commander'] })],
  ['a sub-path of a package outside its home', madeUp('src/read/x.ts', { imports: ['tlds/list'] })],
  ['a package without a home', madeUp('src/read/x.ts', { imports: ['@scope/left-pad/x'] })],
  ['a test package outside tests', madeUp('src/read/x.ts', { imports: ['fast-check'] })],
  ['a file read by recognise', madeUp('src/recognise/x.ts', { imports: ['node:fs/promises'] })],
  [
    'files reached by recognise through base',
    madeUp('src/recognise/x.ts', { imports: ['../base/files/index.ts'] }),
  ],
  ['base reaching for files', madeUp('src/base/x.ts', { imports: ['./files/index.ts'] })],
  ['a clock read by recognise', madeUp('src/recognise/x.ts', { globals: ['Date.now'] })],
  ['a folder without a rule', madeUp('src/extras/index.ts')],
  ['a file past the limit', madeUp('src/read/x.ts', { lines: 301 })],
  ['a grab bag', madeUp('src/read/string-utils.ts')],
  ['a folder that is a grab bag', madeUp('src/read/common/x.ts')],
  ['camel case', madeUp('src/read/readDump.ts')],
  ['a module without a header', madeUp('src/read/x.ts', { startsWithComment: false })],
  ['a file that imports itself', madeUp('src/read/x.ts', { imports: ['./x.ts'] })],
])('%s is a violation, told once with the file', (_, module) => {
  const found = violationsOf(module);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(module.path);
});

test('a cycle is told with every file on it', () => {
  const found = violationsOf(
    madeUp('src/read/a.ts', { imports: ['./b.ts'] }),
    madeUp('src/read/b.ts', { imports: ['./c.ts'] }),
    madeUp('src/read/c.ts', { imports: ['./a.ts'] }),
  );
  expect(found).toEqual(['cycle: src/read/a.ts → src/read/b.ts → src/read/c.ts → src/read/a.ts']);
});

test('a rule without code, or a stage without an index, is a violation', () => {
  const without = (path: string): string[] => findViolations(lawful.filter((module) => module.path !== path));
  expect(without('src/read/index.ts')).toEqual(['read has a rule and no code']);
  expect(
    findViolations([...lawful.filter(({ path }) => path !== 'src/read/index.ts'), madeUp('src/read/x.ts')]),
  ).toEqual(['src/read has no index.ts']);
});
