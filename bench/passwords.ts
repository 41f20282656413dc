// How fast hashes of passwords are imported, in order and not, in turn with GNU sort over the same file; then ranges a
// second from `tocsin serve`, as they are, packed and padded, beside a bare Hono hello in the same run. Keeps the results.
//   node bench/passwords.ts [--hashes 4000000] [--rounds 3] [--seconds 4] [--folder /tmp]

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { forgetPasswords, importPasswords } from '../src/pipeline/index.ts';
import { type InstanceHome, openHome } from '../src/store/index.ts';
import { openRegister, type RegisterDatabase } from '../src/store/register/index.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import type { AskOptions, Asked } from './serve/ask.ts';
import { formatSpread, spread } from './spread.ts';

const { values: flags } = parseArgs({
  options: {
    hashes: { type: 'string', default: '4000000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const [hashes, rounds, seconds] = [Number(flags.hashes), Number(flags.rounds), Number(flags.seconds)];
const who = 'Ada Example';
/** As dense as a corpus of a thousand millions; as many ranges as are kept in memory with all their forms. */
const densePrefixes = 500;
const hashesOfPrefix = 950;
const connections = 32;

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const folder = mkdtempSync(join(flags.folder, 'tocsin-bench-passwords-'));
try {
  const home = openHome(join(folder, 'home'));
  await using register = await openRegister(home, null);
  const imports = await measureImports(home, register);
  const answers = await measureAnswers(home, register);
  keepResult('passwords', describeMachine(), { hashes, rounds, ...imports, answers });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Lines of random hashes; `prefixes`: as many different beginnings. */
function writeCorpus(path: string, count: number, prefixes: number | null = null): void {
  const file = openSync(path, 'w');
  const bytes = Buffer.alloc(20_000 * 20);
  for (let written = 0; written < count; written += 20_000) {
    randomFillSync(bytes);
    let text = '';
    for (let i = 0; i < Math.min(20_000, count - written); i++) {
      if (prefixes !== null) bytes.writeUIntBE(Math.floor(Math.random() * prefixes) << 4, i * 20, 3);
      const hash = bytes.toString('hex', i * 20, i * 20 + 20).toUpperCase();
      text += `${hash}:${1 + Math.floor(Math.random() ** 8 * 5000)}\r\n`;
    }
    writeSync(file, text);
  }
  closeSync(file);
}

async function measureImports(home: InstanceHome, register: RegisterDatabase) {
  const [mixed, inOrder] = [join(folder, 'mixed.txt'), join(folder, 'in-order.txt')];
  writeCorpus(mixed, hashes);
  const seconds = { inOrder: [] as number[], mixed: [] as number[], sort: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    seconds.sort.push(timeOf(() => sortFile(mixed, inOrder)));
    for (const [name, path] of [
      ['inOrder', inOrder],
      ['mixed', mixed],
    ] as const) {
      const begun = performance.now();
      const done = await importPasswords(home, register, [path], { who, now: new Date(), name });
      seconds[name].push((performance.now() - begun) / 1000);
      if (done.sha1 !== hashes) throw new Error('hashes are missing');
      await forgetPasswords(home, register, name, { who, now: new Date() });
    }
  }
  rmSync(mixed);
  rmSync(inOrder);
  const rate = (all: number[]) => formatSpread(spread(all.map((one) => hashes / one / 1e6)), 2);
  console.log(`import in order   ${rate(seconds.inOrder)} M hashes a second`);
  console.log(`import in none    ${rate(seconds.mixed)} M hashes a second`);
  console.log(`GNU sort          ${rate(seconds.sort)} M lines a second`);
  return { seconds, memoryMegabytes: Math.round(process.memoryUsage().rss / 1e6) };
}

function sortFile(from: string, to: string): void {
  const env = { ...process.env, LC_ALL: 'C' };
  const { status } = spawnSync('sort', ['-S', '64M', '-T', folder, '-o', to, from], {
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('sort failed');
}

function timeOf(work: () => void): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}

async function measureAnswers(home: InstanceHome, register: RegisterDatabase) {
  const dense = join(folder, 'dense.txt');
  writeCorpus(dense, densePrefixes * hashesOfPrefix, densePrefixes);
  await importPasswords(home, register, [dense], { who, now: new Date(), name: 'dense' });
  const paths = Array.from(
    { length: densePrefixes },
    (_, prefix) => `/range/${prefix.toString(16).toUpperCase().padStart(5, '0')}`,
  );
  const hello = await start([fileOf('./serve/hello.ts')]);
  const server = await start([fileOf('../src/cli/tocsin.ts'), 'serve', '--port', '0'], {
    TOCSIN_HOME: home.path,
  });
  const kinds: [string, string, string[], Record<string, string>][] = [
    ['hello', hello.url, ['/'], {}],
    ['a range', server.url, paths, {}],
    ['packed by gzip', server.url, paths, { 'accept-encoding': 'gzip, deflate' }],
    ['packed by brotli', server.url, paths, { 'accept-encoding': 'gzip, deflate, br' }],
    ['padded, gzip', server.url, paths, { 'accept-encoding': 'gzip, deflate', 'add-padding': 'true' }],
    [
      'not changed (304)',
      server.url,
      paths,
      { 'if-modified-since': new Date(Date.now() + 1e9).toUTCString() },
    ],
  ];
  const asked: Record<string, Asked[]> = {};
  try {
    for (let round = 0; round < rounds; round++)
      for (const [name, url, of, headers] of kinds) {
        const options = { url, headers: { 'user-agent': 'bench', ...headers }, connections, seconds };
        (asked[name] ??= []).push(await ask(options, of));
      }
  } finally {
    await hello.stop();
    await server.stop();
  }
  const hellos = asked['hello']!;
  for (const [name, all] of Object.entries(asked)) {
    const share = spread(all.map(({ perSecond }, i) => perSecond / hellos[i]!.perSecond));
    const rate = spread(all.map(({ perSecond }) => perSecond));
    const [p50, p99] = [
      Math.max(...all.map(({ p50Ms }) => p50Ms)),
      Math.max(...all.map(({ p99Ms }) => p99Ms)),
    ];
    console.log(
      `${name.padEnd(18)}${formatSpread(rate, 0)} a second, ${formatSpread(share, 2)} of hello, p50 ${p50} ms, p99 ${p99} ms, ${all[0]!.bytesPerAnswer} bytes`,
    );
  }
  return asked;
}

async function start(
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const line = /serves (\S+)\n/u.exec(text);
      if (line) resolve(line[1]!);
    });
    child.once('close', (exit) => reject(new Error(`the server ended with ${exit}`)));
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('close', () => resolve());
      child.kill('SIGTERM');
    });
  return { url, stop };
}

function ask(options: AskOptions, paths: string[]): Promise<Asked> {
  const child = spawn(process.execPath, [fileOf('./serve/ask.ts'), JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(paths.join('\n'));
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Asked));
  });
}
