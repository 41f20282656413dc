/*
 * npm test: format, lint, types, then every vitest test, each step told in a line or with its output
 * where it fails. The last line is exactly `N passed, N failed`, a step before vitest counting as one
 * test; the exit code is 1 if anything failed. A step or a vitest that crashes, is killed, leaves no
 * result or finds no test is a failure, never a pass. `npm test -- PATTERN` narrows vitest only.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Threads that the tests start load the code from here instead of stripping its types again. */
const compileCache = join(root, 'build', 'compile-cache');

/** A tool that prints more than this has gone wrong; it is stopped, and counts as failed. */
const maxOutputBytes = 64 * 1024 * 1024;

const steps = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']],
  ['types', 'tsc', ['--noEmit']],
];

let passed = 0;
let failed = 0;

for (const [name, tool, args] of steps) {
  const ran = run(tool, args);
  const ok = ran.status === 0;
  tally(ok ? 1 : 0, ok ? 0 : 1);
  tell(name, ok ? 'ok' : 'FAILED', ran.ms);
  if (!ok) console.log(ran.output);
}
runVitest(process.argv.slice(2));

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** vitest writes its result to a file, so that nothing a test prints can be mistaken for it. */
function runVitest(patterns) {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-test-'));
  const resultFile = join(folder, 'result.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${resultFile}`];
  try {
    const ran = run('vitest', ['run', ...reporters, ...patterns]);
    const result = readResult(resultFile);
    const good = result?.numPassedTests ?? 0;
    const bad = countFailures(result, ran.status);
    tally(good, bad);
    const skipped = result?.numPendingTests ? `, ${result.numPendingTests} skipped` : '';
    tell(
      'tests',
      bad === 0 ? `ok, ${good} in ${result.testResults.length} files${skipped}` : 'FAILED',
      ran.ms,
    );
    if (bad > 0) console.log(ran.output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readResult(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Failed tests, plus one for each file that failed without a failed test, and at least one if vitest did. */
function countFailures(result, status) {
  if (result === undefined) return 1;
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const bad = result.numFailedTests + brokenFiles.length;
  if (bad === 0 && (status !== 0 || result.numPassedTests === 0)) return 1;
  return bad;
}

function run(tool, args) {
  const started = performance.now();
  const ran = spawnSync(bin(tool), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: maxOutputBytes,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', NODE_COMPILE_CACHE: compileCache },
    shell: process.platform === 'win32',
  });
  const why = ran.error ? `\n${tool}: ${ran.error.message}` : '';
  const output = `${ran.stdout ?? ''}${ran.stderr ?? ''}${why}`;
  return { status: ran.status, output, ms: performance.now() - started };
}

function tally(good, bad) {
  passed += good;
  failed += bad;
}

function tell(name, text, ms) {
  console.log(`${name.padEnd(8)}${text} (${(ms / 1000).toFixed(1)} s)`);
}
