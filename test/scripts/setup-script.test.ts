import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../architecture/read-modules.ts';

let checkout = '';
const inCheckout = (...parts: string[]): string => join(checkout, ...parts);

/** Stands in for npm: notes that it was called, takes a moment, and leaves a node_modules with a compiler. */
const standInNpm = `
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
console.log('npm talks on stdout');
if (existsSync('offline')) { console.error('npm error network'); process.exit(1); }
rmSync('node_modules', { recursive: true, force: true });
await new Promise((resolve) => setTimeout(resolve, 150));
mkdirSync('node_modules/.bin', { recursive: true });
mkdirSync('node_modules/assemblyscript/bin', { recursive: true });
writeFileSync('node_modules/assemblyscript/package.json', '{ "type": "module", "version": "1.0.0" }');
writeFileSync('node_modules/assemblyscript/bin/asc.js', \`
  import { appendFileSync, writeFileSync } from 'node:fs';
  appendFileSync('asc-calls', 'x');
  writeFileSync(process.argv[process.argv.indexOf('--outFile') + 1], 'wasm');
\`);
`;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'tocsin-setup-'));
  mkdirSync(inCheckout('scripts'));
  mkdirSync(inCheckout('src/kernel/assembly'), { recursive: true });
  for (const name of ['setup.mjs', 'build-kernel.mjs']) {
    cpSync(join(projectRoot, 'scripts', name), inCheckout('scripts', name));
  }
  writeFileSync(inCheckout('npm.mjs'), standInNpm);
  writeFileSync(inCheckout('package.json'), '{ "type": "module" }');
  writeFileSync(inCheckout('package-lock.json'), JSON.stringify({ packages: { '': {} } }));
  writeFileSync(inCheckout('src/kernel/assembly/index.ts'), 'export function one(): i32 { return 1; }\n');
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function setUp(): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, npm_execpath: inCheckout('npm.mjs'), npm_node_execpath: process.execPath };
  return new Promise((resolve) => {
    execFile(process.execPath, [inCheckout('scripts/setup.mjs')], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

function npmCalls(): string[] {
  if (!existsSync(inCheckout('npm-calls'))) return [];
  return readFileSync(inCheckout('npm-calls'), 'utf8').trimEnd().split('\n');
}

function compilerCalls(): number {
  return existsSync(inCheckout('asc-calls')) ? readFileSync(inCheckout('asc-calls'), 'utf8').length : 0;
}

test('the first run installs everything and compiles, without a word on stdout', async () => {
  expect(await setUp()).toMatchObject({ code: 0, stdout: '' });
  expect(npmCalls()).toHaveLength(1);
  expect(npmCalls()[0]).toMatch(/^ci --include=dev --include=optional /u);
  expect(existsSync(inCheckout('build/kernel.wasm'))).toBe(true);
});

test('a second run does nothing and says nothing', async () => {
  await setUp();
  expect(await setUp()).toEqual({ code: 0, stdout: '', stderr: '' });
  expect([npmCalls().length, compilerCalls()]).toEqual([1, 1]);
});

test('a changed lock file installs again, a changed kernel source only compiles again', async () => {
  await setUp();
  writeFileSync(inCheckout('package-lock.json'), JSON.stringify({ packages: { '': { version: '2.0.0' } } }));
  await setUp();
  expect([npmCalls().length, compilerCalls()]).toEqual([2, 1]);
  appendFileSync(inCheckout('src/kernel/assembly/index.ts'), '// two\n');
  await setUp();
  expect([npmCalls().length, compilerCalls()]).toEqual([2, 2]);
});

test('a tree that npm install has just made is taken as it is', async () => {
  await setUp();
  const packages = { 'node_modules/assemblyscript': { version: '1.0.0' } };
  writeFileSync(inCheckout('package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
  writeFileSync(inCheckout('node_modules/.package-lock.json'), JSON.stringify({ packages }));
  expect((await setUp()).code).toBe(0);
  expect(npmCalls()).toHaveLength(1);
});

test.each([
  ['another version', { 'node_modules/assemblyscript': { version: '0.9.0' } }],
  ['a package missing', {}],
  [
    'one package too many',
    { 'node_modules/assemblyscript': { version: '1.0.0' }, 'node_modules/x': { version: '1.0.0' } },
  ],
])('a tree with %s is installed anew', async (_, present) => {
  await setUp();
  const packages = { '': {}, 'node_modules/assemblyscript': { version: '1.0.0' } };
  writeFileSync(inCheckout('package-lock.json'), JSON.stringify({ packages }));
  writeFileSync(inCheckout('node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
  await setUp();
  expect(npmCalls()).toHaveLength(2);
});

test('four at once install once and all end well', async () => {
  const runs = await Promise.all([setUp(), setUp(), setUp(), setUp()]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect([npmCalls().length, compilerCalls()]).toEqual([1, 1]);
  expect(existsSync(inCheckout('build/.setup-lock'))).toBe(false);
});

test('a failed install is told with a hint, and tried again by the next run', async () => {
  writeFileSync(inCheckout('offline'), '');
  const ran = await setUp();
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('npm error network');
  expect(ran.stderr).toMatch(
    /^error: could not install the dependencies \(npm ci ended with 1\)\nhint: \S/mu,
  );
  rmSync(inCheckout('offline'));
  expect((await setUp()).code).toBe(0);
});

test('a lock left by a process that is gone holds nobody up', async () => {
  const gone = execFile(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.once('exit', resolve));
  mkdirSync(inCheckout('build/.setup-lock'), { recursive: true });
  writeFileSync(inCheckout('build/.setup-lock/owner'), `${gone.pid} ${hostname()}`);
  expect((await setUp()).code).toBe(0);
  expect(npmCalls()).toHaveLength(1);
});
