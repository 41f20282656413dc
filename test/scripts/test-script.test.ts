import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../architecture/read-modules.ts';

const tools = ['oxfmt', 'oxlint', 'tsc', 'vitest'] as const;
let checkout = '';

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'tocsin-test-script-'));
  mkdirSync(join(checkout, 'scripts'));
  mkdirSync(join(checkout, 'node_modules/.bin'), { recursive: true });
  cpSync(join(projectRoot, 'scripts/test.mjs'), join(checkout, 'scripts/test.mjs'));
  for (const tool of tools) toolDoes(tool, 'exit 0');
  vitestWrites(result(3));
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

/** Puts a shell script in the place of a tool. */
function toolDoes(tool: (typeof tools)[number], script: string): void {
  const path = join(checkout, 'node_modules/.bin', tool);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

function vitestWrites(json: string, exit = 0): void {
  const lines = [
    'for arg in "$@"; do case "$arg" in --outputFile.json=*) file="${arg#--outputFile.json=}";; esac; done',
    `cat > "$file" <<'JSON'\n${json}\nJSON`,
    'echo vitest speaks',
    `exit ${exit}`,
  ];
  toolDoes('vitest', lines.join('\n'));
}

/** vitest's JSON: for each of `files` that failed, how many of its tests did. */
function result(passed: number, ...files: { failed: number }[]): string {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: files.reduce((sum, file) => sum + file.failed, 0),
    testResults: files.map((file) => ({
      status: 'failed',
      assertionResults: Array.from({ length: file.failed }, () => ({ status: 'failed' })),
    })),
  });
}

function runTests(): { last: string; status: number | null; text: string } {
  const ran = spawnSync(process.execPath, [join(checkout, 'scripts/test.mjs')], { encoding: 'utf8' });
  return { last: ran.stdout.trimEnd().split('\n').at(-1) ?? '', status: ran.status, text: ran.stdout };
}

test('all well is exit 0, the steps counting as one test each', () => {
  expect(runTests()).toMatchObject({ last: '6 passed, 0 failed', status: 0 });
});

test('a failing step counts as one failure and its output is shown', () => {
  toolDoes('oxlint', 'echo "x no-console"; exit 1');
  const ran = runTests();
  expect(ran).toMatchObject({ last: '5 passed, 1 failed', status: 1 });
  expect(ran.text).toContain('x no-console');
});

test('each failing test counts, and what vitest says about it is shown', () => {
  vitestWrites(result(3, { failed: 1 }, { failed: 2 }), 1);
  const ran = runTests();
  expect(ran).toMatchObject({ last: '6 passed, 3 failed', status: 1 });
  expect(ran.text).toContain('vitest speaks');
});

test('a test file that does not load is a failure', () => {
  vitestWrites(result(3, { failed: 0 }), 1);
  expect(runTests()).toMatchObject({ last: '6 passed, 1 failed', status: 1 });
});

test.each([
  ['dies without a result', () => toolDoes('vitest', 'echo out of memory >&2; kill -9 $$')],
  ['writes half a result', () => vitestWrites('{ "numPassedTests": 3,')],
  ['passes all and yet ends with 1, as after an unhandled rejection', () => vitestWrites(result(3), 1)],
  ['finds no test', () => vitestWrites(result(0))],
  ['is not installed', () => rmSync(join(checkout, 'node_modules/.bin/vitest'))],
])('a vitest that %s is a failure', (_, arrange) => {
  arrange();
  const ran = runTests();
  expect(ran.status).toBe(1);
  expect(ran.last).toMatch(/^\d+ passed, 1 failed$/u);
});
