// Compiles the AssemblyScript kernel to build/kernel.wasm when its sources or flags have changed.
// Plain JavaScript for any Node >= 18; called by scripts/setup.mjs. Never run on a packaged install.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, 'src/kernel/assembly');
const target = join(root, 'build/kernel.wasm');
const stamp = join(root, 'build/kernel.stamp');
const flags = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--initialMemory',
  '64',
  '--memoryBase',
  '1024',
];

/** Content hash of everything that decides the binary: sources, flags, compiler version. */
export function kernelStamp() {
  const hash = createHash('sha256').update(flags.join(' '));
  for (const name of readdirSync(sources).sort()) hash.update(readFileSync(join(sources, name)));
  const compiler = join(root, 'node_modules/assemblyscript/package.json');
  if (existsSync(compiler)) hash.update(JSON.parse(readFileSync(compiler, 'utf8')).version);
  return hash.digest('hex');
}

export function isKernelBuilt() {
  return existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === kernelStamp();
}

export function buildKernel() {
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}`;
  const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
  // The compiler needs a newer Node than set-up does; the packaged one has just been installed.
  const ownNode = join(root, 'node_modules/.bin/node');
  const run = spawnSync(
    existsSync(ownNode) ? ownNode : process.execPath,
    [compiler, join(sources, 'index.ts'), '--outFile', partial, ...flags],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
  if (run.status !== 0) throw new Error('the kernel did not compile (src/kernel/assembly)');
  renameSync(partial, target);
  writeFileSync(stamp, kernelStamp());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && !isKernelBuilt()) buildKernel();
