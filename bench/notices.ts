/*
 * `node bench/notices.ts [--mails 1000000] [--peer-mails 20000]`: notices composed, signed and handed to a mail server on
 * this machine, by `tocsin notify send` with its ledger (every lease and answer on the disk before the next body), beside
 * nodemailer with a pool and its own DKIM, and no ledger. The same texts, connections and server; whole processes, in
 * turn. --sink smtp-server: the npm package takes the mails in place of a sink that only counts.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { type Command, runProcess } from './run-process.ts';
import { formatSpread, spread } from './spread.ts';

const { values: flags } = parseArgs({
  options: {
    mails: { type: 'string', default: '1000000' },
    'peer-mails': { type: 'string', default: '20000' },
    connections: { type: 'string', default: '32' },
    rounds: { type: 'string', default: '1' },
    sink: { type: 'string', default: 'own' },
    // of the contenders, by the beginning of their names
    only: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
  },
});
const [mails, peerMails, connections, rounds] = [
  flags.mails,
  flags['peer-mails'],
  flags.connections,
  flags.rounds,
].map(Number) as [number, number, number, number];
const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-notices-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Sink {
  url: string;
  took: () => Promise<number>;
  stop: () => void;
}

async function startSink(kind: string): Promise<Sink> {
  const child: ChildProcess = spawn(process.execPath, [fileOf('notices/mail-sink.ts'), kind], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = (begin: string) =>
    new Promise<string>((resolve) => {
      child.stdout!.once('data', (text: Buffer) => resolve(text.toString().replace(begin, '').trim()));
    });
  const url = await line('listens ');
  return {
    url,
    async took() {
      const answer = line('took ');
      child.stdin!.write('\n');
      return Number(await answer);
    },
    stop: () => child.stdin!.end(),
  };
}

function keyFile(name: string, pem: string): string {
  const file = join(folder, `${name}.pem`);
  writeFileSync(file, pem, { mode: 0o600 });
  return file;
}

function makeKeys(): { rsa: string; ed25519: string } {
  const as = { type: 'pkcs8', format: 'pem' } as const;
  return {
    rsa: keyFile('rsa', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(as) as string),
    ed25519: keyFile('ed25519', generateKeyPairSync('ed25519').privateKey.export(as) as string),
  };
}

interface Contender {
  name: string;
  mails: number;
  /** The same work by the peer, for the ratio. */
  against?: string;
  /** Made anew for every round, outside the time that counts. */
  command: () => Command;
}

const keys = makeKeys();
const sink = await startSink(flags.sink);
let homes = 0;

function filledLedger(people: number): { home: string; case: string } {
  const home = join(folder, `home-${homes++}`);
  const { stdout, status } = spawnSync(
    process.execPath,
    [fileOf('notices/filled-ledger.ts'), home, `${people}`],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error('no ledger was made');
  return { home, case: stdout.trim() };
}

function ours(key: string | null): Command {
  const { home, case: id } = filledLedger(mails);
  const signing =
    key === null ? [] : ['--dkim-key', key, '--dkim-selector', 's1', '--dkim-domain', 'conseil.example.org'];
  const send = [
    'notify',
    'send',
    id,
    '--smtp',
    sink.url,
    '--connections',
    `${connections}`,
    ...signing,
    '--json',
  ];
  return {
    program: '/usr/bin/env',
    args: [`TOCSIN_HOME=${home}`, process.execPath, fileOf('../src/cli/tocsin.ts'), ...send],
  };
}

const texts = join(filledLedger(8).home, 'texts.json');

function peer(key: string | null): Command {
  const order = JSON.stringify({ url: sink.url, mails: peerMails, connections, texts, key });
  return { program: process.execPath, args: [fileOf('notices/nodemailer-peer.ts'), order] };
}

const contenders: Contender[] = [
  { name: 'tocsin, RSA-2048', mails, against: 'nodemailer, RSA-2048', command: () => ours(keys.rsa) },
  { name: 'nodemailer, RSA-2048', mails: peerMails, command: () => peer(keys.rsa) },
  { name: 'tocsin, unsigned', mails, against: 'nodemailer, unsigned', command: () => ours(null) },
  { name: 'nodemailer, unsigned', mails: peerMails, command: () => peer(null) },
  { name: 'tocsin, Ed25519', mails, command: () => ours(keys.ed25519) },
].filter(({ name }) => name.startsWith(flags.only));

const machine = describeMachine();
const measured = new Map<string, { perSecond: number[]; peakBytes: number[]; processorSeconds: number[] }>();
for (let round = 0; round < rounds; round++)
  for (const { name, mails: count, command } of contenders) {
    process.stderr.write(`round ${round + 1}: ${name}, ${count} mails\n`);
    const { seconds, peakBytes, userSeconds, systemSeconds } = await runProcess(command());
    const took = await sink.took();
    if (took !== count) throw new Error(`${name}: the server took ${took} of ${count} mails`);
    process.stderr.write(`  ${Math.round(count / seconds)} mails/s\n`);
    const known = measured.get(name) ?? { perSecond: [], peakBytes: [], processorSeconds: [] };
    known.perSecond.push(count / seconds);
    known.peakBytes.push(peakBytes ?? Number.NaN);
    known.processorSeconds.push((userSeconds ?? Number.NaN) + (systemSeconds ?? Number.NaN));
    measured.set(name, known);
  }
sink.stop();

const rows = contenders.map(({ name, mails: count, against }) => {
  const { perSecond, peakBytes, processorSeconds } = measured.get(name)!;
  const other = against === undefined ? undefined : measured.get(against)?.perSecond;
  const ratio = other === undefined ? null : spread(perSecond.map((rate, i) => rate / other[i]!));
  return {
    name,
    mails: count,
    perSecond: spread(perSecond),
    peakBytes: Math.max(...peakBytes),
    processorSeconds,
    ratio,
  };
});
for (const { name, perSecond, peakBytes, ratio } of rows)
  process.stdout.write(
    `  ${name.padEnd(22)} ${formatSpread(perSecond, 0).padStart(6)} mails/s  ${Math.round(peakBytes / 1e6)} MB` +
      `${ratio === null ? '' : `  ${formatSpread(ratio, 1)} times the peer`}\n`,
  );
if (flags.keep) keepResult('notices', machine, { connections, sink: flags.sink, rows });
