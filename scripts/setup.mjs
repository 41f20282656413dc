/*
 * Makes the checkout ready to run: installs what package-lock.json names and compiles the kernel, each
 * only when the one that is there was made from something else. Runs before every npm script, so it is
 * plain JavaScript for any Node from 18 on, has no dependencies, and is done at once when nothing is to
 * do. Writes to stderr only, because the command that follows owns stdout. Two at once wait in turn.
 */
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildKernel, isKernelBuilt } from './build-kernel.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

const installStamp = at('node_modules', '.tocsin-setup');
const lockFolder = at('build', '.setup-lock');
const ownNode = at('node_modules', '.bin', 'node');
const neededNodeMajor = 24;

const installFlags = [
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  // Three tries within 15 seconds: npm's own pauses leave somebody without a network waiting for 70.
  '--fetch-retries=3',
  '--fetch-retry-factor=3',
  '--fetch-retry-mintimeout=1000',
];

/** No install takes this long: a lock this old belongs to a dead machine, or to a reused process id. */
const abandonedLockMs = 15 * 60_000;

function setUp() {
  if (installIsCurrent() && isKernelBuilt()) return;
  const release = takeLock();
  try {
    if (!installIsCurrent()) install();
    if (!isKernelBuilt()) compileKernel();
  } finally {
    release();
  }
}

function installIsCurrent() {
  return readText(installStamp) === installKey();
}

/** The lock file's hash, and the platform: a node_modules carried to another machine is not current. */
function installKey() {
  return `${sha256(readFileSync(at('package-lock.json')))} ${process.platform}-${process.arch}\n`;
}

function install() {
  if (!treeMatchesLock()) {
    say('installing dependencies (first run, or package-lock.json has changed)');
    const status = npm(['ci', ...installFlags]);
    if (status !== 0) {
      fail(
        `could not install the dependencies (npm ci ended with ${status})`,
        'the first run needs the npm registry once; connect, or set npm_config_registry to a mirror, and run again',
      );
    }
  }
  dropForeignNode();
  writeFileSync(installStamp, installKey());
}

/**
 * Whether node_modules already holds what the lock file says, as after a developer's own `npm install`.
 * npm keeps the tree it made in node_modules/.package-lock.json.
 */
function treeMatchesLock() {
  const made = readText(at('node_modules', '.package-lock.json'));
  if (made === undefined) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(made).packages;
  const strays = Object.keys(present).some((path) => wanted[path]?.version !== present[path].version);
  if (strays) return false;
  return Object.keys(wanted).every((path) => {
    if (path === '' || present[path]) return path === '' || existsSync(at(path));
    return wanted[path].optional === true && !isForThisMachine(wanted[path]);
  });
}

function isForThisMachine({ os, cpu, libc }) {
  if (!os || !cpu || libc) return false;
  return [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
}

/** Runs npm as `npm run` was run, never through the node inside node_modules, which npm ci deletes. */
function npm(args) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const path = (process.env.PATH ?? '').split(delimiter);
  const env = {
    ...process.env,
    PATH: path.filter((entry) => !entry.includes('node_modules')).join(delimiter),
  };
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  const known = cli && node && existsSync(cli) && existsSync(node) && !node.startsWith(at('node_modules'));
  const ran = known
    ? spawnSync(node, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return ran.status ?? ran.signal ?? ran.error?.code ?? 'no status';
}

/** The packaged Node is built for glibc; where it cannot start, a recent enough system one takes over. */
function dropForeignNode() {
  if (!existsSync(ownNode) || spawnSync(ownNode, ['--version']).status === 0) return;
  rmSync(ownNode);
}

function compileKernel() {
  say('compiling the kernel');
  try {
    buildKernel();
  } catch (error) {
    fail(error.message, 'the compiler has said why above; for a damaged install: rm -r node_modules build');
  }
}

/**
 * One set-up at a time. The lock is a folder that already holds its owner when it appears (made aside,
 * then renamed), so that nobody sees it half-made; a lock whose owner is gone is moved away and dropped.
 */
function takeLock() {
  mkdirSync(at('build'), { recursive: true });
  const mine = `${lockFolder}.${randomUUID()}`;
  mkdirSync(mine);
  writeFileSync(join(mine, 'owner'), `${process.pid} ${hostname()}`);
  process.once('exit', () => rmSync(mine, { recursive: true, force: true }));
  let told = false;
  for (;;) {
    try {
      renameSync(mine, lockFolder);
      return () => rmSync(lockFolder, { recursive: true, force: true });
    } catch (error) {
      if (!['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(error.code)) throw error;
    }
    const owner = readText(join(lockFolder, 'owner'));
    if (owner !== undefined && isAbandoned(owner)) dropLock(owner);
    else {
      if (!told) say('waiting for another set-up to finish');
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

function isAbandoned(owner) {
  const [pid, host] = owner.split(' ');
  const made = statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - made > abandonedLockMs) return true;
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Another waiter may have dropped it and taken the lock in between: then it is put back. */
function dropLock(deadOwner) {
  const aside = `${lockFolder}.${randomUUID()}`;
  try {
    renameSync(lockFolder, aside);
  } catch {
    return;
  }
  if (readText(join(aside, 'owner')) === deadOwner) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, lockFolder);
}

function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= neededNodeMajor || existsSync(ownNode)) return;
  fail(
    `this needs Node ${neededNodeMajor} or later, and here is ${process.version}`,
    'there is no packaged Node for this platform: install one from nodejs.org',
  );
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function say(text) {
  process.stderr.write(`tocsin: ${text}\n`);
}

/** Thrown rather than exited, so that the lock is released on the way out. */
function fail(message, hint) {
  throw Object.assign(new Error(message), { hint });
}

try {
  setUp();
  requireNode();
} catch (error) {
  process.stderr.write(`error: ${error.message}\n${error.hint ? `hint: ${error.hint}\n` : ''}`);
  process.exitCode = 2;
}
