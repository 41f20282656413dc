// Requests a second of `tocsin serve`, and how long they take, beside a bare Hono hello in the same run: an account, a
// range of accounts, a range of passwords, the first page; cold (a process just begun, its file out of the page cache)
// and warm, on both engines. autocannon asks from a process of its own. Keeps the results.
//   node bench/serve.ts [--keys 10000000] [--engine sqlite|postgres] [--seconds 5] [--rounds 3] [--folder /tmp]

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createApiKey, parsePlan } from '../src/register/index.ts';
import { openHome } from '../src/store/index.ts';
import { type Engine, openRegister } from '../src/store/register/index.ts';
import { startPostgres } from '../src/store/register/postgres-server.fixture.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import type { AskOptions, Asked } from './serve/ask.ts';
import { askPaths, fillRegister } from './serve/filled-register.ts';
import { formatSpread, spread } from './spread.ts';

const { values: flags } = parseArgs({
  options: {
    keys: { type: 'string', default: '10000000' },
    engine: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string', default: tmpdir() },
    // where the server's own processor profile goes, of one round
    profile: { type: 'string' },
  },
});
const keys = Number(flags.keys);
const seconds = Number(flags.seconds);
const engines: Engine[] = flags.engine === undefined ? ['sqlite', 'postgres'] : [flags.engine as Engine];
const connections = 64;
const coldQuestions = 5_000;
const warmPaths = 50_000;

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

interface Running {
  url: string;
  /** Seconds of processor it has used; null where the system does not say. */
  processorSeconds: () => number | null;
  stop: () => Promise<void>;
}

async function start(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const line = /serves (\S+)\n/u.exec(printed);
      if (line) resolve(line[1]!);
    });
    child.once('close', (exit) => reject(new Error(`the server ended with ${exit}`)));
  });
  return {
    url,
    processorSeconds: () => processorSeconds(child.pid!),
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** With the server's processor time an answer, which says something while the machine does other things, too. */
type Measured = Asked & { processorMicroseconds: number | null };

async function ask(
  server: Running,
  paths: string[],
  key: string,
  forSeconds: number | null,
): Promise<Measured> {
  const before = server.processorSeconds();
  const asked = await askOf(server.url, paths, key, forSeconds);
  const after = server.processorSeconds();
  const total = Object.values(asked.answers).reduce((sum, count) => sum + count, 0);
  const used = before === null || after === null ? null : ((after - before) / total) * 1e6;
  return { ...asked, processorMicroseconds: used };
}

/** Clock ticks of user and system time, of which Linux has 100 a second. */
function processorSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

function askOf(url: string, paths: string[], key: string, forSeconds: number | null): Promise<Asked> {
  const headers = { 'user-agent': 'bench', 'hibp-api-key': key };
  const options: AskOptions = { url, headers, connections, seconds: forSeconds };
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

function tell(name: string, { perSecond, p50Ms, p99Ms, bytesPerAnswer, errors, ...rest }: Measured): void {
  const rate = Math.round(perSecond).toLocaleString('en').padStart(8);
  const used =
    rest.processorMicroseconds === null ? '' : `, ${rest.processorMicroseconds.toFixed(0)} µs of processor`;
  console.log(
    `  ${name.padEnd(22)} ${rate} a second, p50 ${p50Ms} ms, p99 ${p99Ms} ms, ${bytesPerAnswer} bytes${used}${errors > 0 ? `, ${errors} errors` : ''}`,
  );
}

async function measure(engine: Engine, folder: string) {
  await using server = engine === 'postgres' ? await startPostgres({ isSafe: true }) : null;
  const url = (await server?.makeDatabase()) ?? null;
  const home = openHome(join(folder, `home-${engine}`));
  let key: string;
  {
    await using register = await openRegister(home, url);
    await fillRegister(register, keys);
    const plan = parsePlan('enterprise')!;
    const wanted = { plan, name: 'bench', requestsPerMinute: null, expiresAt: null, sameAccountAs: null };
    key = (await createApiKey(register, { ...wanted, now: new Date() })).key;
  }
  const profiled = flags.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${flags.profile}`];
  const serve = () =>
    start([...profiled, fileOf('../src/cli/tocsin.ts'), 'serve', '--port', '0'], {
      TOCSIN_HOME: home.path,
      ...(url === null ? {} : { TOCSIN_DATABASE: url }),
    });
  const names = Object.keys(askPaths) as (keyof typeof askPaths)[];
  const cold: Record<string, Measured> = {};
  for (const name of names) {
    if (engine === 'sqlite') forgetPages(join(home.path, 'register.db'));
    const begun = await serve();
    cold[name] = await ask(begun, askPaths[name](keys, coldQuestions, 1), key, null);
    tell(`${name}, cold`, cold[name]);
    await begun.stop();
  }
  const hello = await start([fileOf('./serve/hello.ts')]);
  const ours = await serve();
  const rounds: Record<string, Measured>[] = [];
  for (let round = 0; round < Number(flags.rounds); round++) {
    const asked: Record<string, Measured> = { hello: await ask(hello, ['/'], key, seconds) };
    for (const name of names)
      asked[name] = await ask(ours, askPaths[name](keys, warmPaths, round * warmPaths), key, seconds);
    for (const [name, one] of Object.entries(asked)) tell(`${name}, round ${round + 1}`, one);
    rounds.push(asked);
  }
  await ours.stop();
  await hello.stop();
  const ratios = Object.fromEntries(
    names.map((name) => [
      name,
      spread(rounds.map((asked) => asked[name]!.perSecond / asked['hello']!.perSecond)),
    ]),
  );
  const processor = Object.fromEntries(
    names.map((name) => [
      name,
      spread(
        rounds.map((asked) => asked['hello']!.processorMicroseconds! / asked[name]!.processorMicroseconds!),
      ),
    ]),
  );
  for (const name of names)
    console.log(
      `  ${name}: ${formatSpread(ratios[name]!)} of hello, by the processor ${formatSpread(processor[name]!)}`,
    );
  return { engine, keys, connections, cold, rounds, ratios, processor };
}

function forgetPages(path: string): void {
  spawnSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
}

const machine = describeMachine();
const folder = mkdtempSync(join(flags.folder, 'tocsin-bench-serve-'));
try {
  for (const engine of engines) {
    console.log(`${engine}, ${keys.toLocaleString('en')} keys`);
    const result = await measure(engine, folder);
    if (!process.env['NOKEEP']) keepResult('serve', machine, result);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
