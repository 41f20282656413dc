// Compiles the AssemblyScript kernel to build/kernel.wasm, the keyed hash to build/sip.wasm, the search
// of words to build/words.wasm, and the group of the private look-up to build/group.wasm, when their sources or flags have changed.
// Plain JavaScript for any Node >= 18; called by scripts/setup.mjs. Never run on a packaged install.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, 'src/kernel/assembly');
/** What is not there is not built: a checkout may hold less. */
const targets = [
  { source: 'index.ts', target: 'build/kernel.wasm', features: ['simd'] },
  { source: 'sip.ts', target: 'build/sip.wasm', features: [] },
  { source: 'words.ts', target: 'build/words.wasm', features: ['simd'] },
  { source: 'group.ts', target: 'build/group.wasm', features: ['simd', 'relaxed-simd'] },
].filter(({ source }) => existsSync(join(sources, source)));
const stamp = join(root, 'build/kernel.stamp');
const flags = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--initialMemory',
  '64',
  '--memoryBase',
  '1024',
  // values that only modules of one binary hand to each other
  '--disableWarning',
  '112',
];

/** Content hash of everything that decides the binary: sources, flags, compiler version. */
export function kernelStamp() {
  const hash = createHash('sha256').update(JSON.stringify([flags, targets]));
  for (const name of readdirSync(sources).sort()) hash.update(readFileSync(join(sources, name)));
  const compiler = join(root, 'node_modules/assemblyscript/package.json');
  if (existsSync(compiler)) hash.update(JSON.parse(readFileSync(compiler, 'utf8')).version);
  return hash.digest('hex');
}

export function isKernelBuilt() {
  if (!targets.every(({ target }) => existsSync(join(root, target)))) return false;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === kernelStamp();
}

export function buildKernel() {
  mkdirSync(dirname(stamp), { recursive: true });
  for (const each of targets) build(each);
  writeFileSync(stamp, kernelStamp());
}

function build({ source, target, features }) {
  const partial = join(root, `${target}.${process.pid}`);
  const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
  // The compiler needs a newer Node than set-up does; the packaged one has just been installed.
  const ownNode = join(root, 'node_modules/.bin/node');
  const enabled = features.flatMap((feature) => ['--enable', feature]);
  const run = spawnSync(
    existsSync(ownNode) ? ownNode : process.execPath,
    [compiler, join(sources, source), '--outFile', partial, ...flags, ...enabled],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
  if (run.status !== 0) throw new Error(`the kernel did not compile (src/kernel/assembly/${source})`);
  renameSync(partial, join(root, target));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && !isKernelBuilt()) buildKernel();
