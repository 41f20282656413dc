/*
 * Real database servers of the machine, MariaDB and PostgreSQL, each with its own dump program: what a masked dump has to
 * be loaded into. On a socket of their own, in a folder of their own; nothing of them stays.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RealDatabase extends AsyncDisposable {
  /** Makes an empty database. */
  create(database: string): void;
  /** Runs a script; throws with the first words of the server where a statement fails. */
  load(database: string, script: string | Buffer): void;
  /** A line per row, values between tabs. */
  query(database: string, sql: string): string[];
  /** What its own program dumps, without the lines that name versions and times. */
  dump(database: string): string;
}

const patienceMs = 60_000;
const largest = 1 << 30;

function found(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/sbin', '/usr/local/sbin');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

const mariadb = {
  server: found('mariadbd'),
  installer: found('mariadb-install-db'),
  dump: found('mariadb-dump'),
};
export const hasMariadb = mariadb.server !== null && mariadb.installer !== null && mariadb.dump !== null;

const debianFolder = '/usr/lib/postgresql';
const postgresFolder = existsSync(debianFolder)
  ? readdirSync(debianFolder)
      .map((version) => join(debianFolder, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_dump')))
  : undefined;
export const hasPostgres = postgresFolder !== undefined;

export async function startMariadb(): Promise<RealDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-mariadb-'));
  const place = ['--no-defaults', `--datadir=${join(folder, 'data')}`, ...asRoot()];
  run(mariadb.installer!, [...place, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const socket = join(folder, 's');
  const server = spawn(
    mariadb.server!,
    [
      ...place,
      '--skip-networking',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
      `--socket=${socket}`,
    ],
    { stdio: 'ignore' },
  );
  // whatever the environment says
  const here = ['--no-defaults', '-S', socket, '-uroot', '--default-character-set=utf8mb4'];
  const ask = (args: string[], input?: string | Buffer) => run('mariadb', [...here, ...args], input);
  await answering(server, () => ask(['-e', 'select 1']));
  return {
    create: (database) => void ask(['-e', `create database \`${database}\` character set utf8mb4`]),
    load: (database, script) => void ask(['--binary-mode', database], script),
    query: (database, sql) => lines(ask(['-N', '-B', database, '-e', sql])),
    dump: (database) =>
      run(mariadb.dump!, [
        ...here,
        '--skip-comments',
        '--skip-dump-date',
        '--routines',
        '--triggers',
        database,
      ]),
    [Symbol.asyncDispose]: () => ended(server, folder),
  };
}

function program(name: string): string {
  return join(postgresFolder!, name);
}

export async function startDebianPostgres(): Promise<RealDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-postgres-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  mkdirSync(join(folder, 'run'));
  chmodSync(join(folder, 'run'), 0o777);
  const isRoot = process.getuid?.() === 0;
  // the server refuses to run as root
  const asServer = (name: string, args: string[]): [string, string[]] =>
    isRoot
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program(name), ...args]]
      : [program(name), args];
  run(...asServer('initdb', ['-D', data, '-U', 'tocsin', '-A', 'trust', '-E', 'UTF8', '--no-sync']));
  const server = spawn(
    ...asServer('postgres', ['-D', data, '-k', join(folder, 'run'), '-c', 'listen_addresses=', '-F']),
    { stdio: 'ignore' },
  );
  const here = ['-h', join(folder, 'run'), '-U', 'tocsin'];
  const ask = (database: string, args: string[], input?: string | Buffer) =>
    run(program('psql'), [...here, '-d', database, '-X', '-q', '-v', 'ON_ERROR_STOP=1', ...args], input);
  await answering(server, () => ask('postgres', ['-c', 'select 1']));
  return {
    create: (database) => void ask('postgres', ['-c', `create database "${database}"`]),
    load: (database, script) => void ask(database, ['-f', '-'], script),
    query: (database, sql) => lines(ask(database, ['-A', '-t', '-F', '\t', '-c', sql])),
    dump: (database) =>
      run(program('pg_dump'), [...here, '-d', database])
        .split('\n')
        .filter((line) => !/^(?:-- Dumped |\\(?:un)?restrict )/u.test(line))
        .join('\n'),
    [Symbol.asyncDispose]: () => ended(server, folder),
  };
}

function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

function run(program: string, args: string[], input?: string | Buffer): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    maxBuffer: largest,
    ...(input === undefined ? {} : { input }),
  });
  // a server that refuses a statement reads no further, which is an error of its own
  if (status === null && error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.toString().slice(0, 600)}`);
  return stdout.toString();
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

async function answering(server: ChildProcess, ask: () => unknown): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ;) {
    try {
      ask();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

async function ended(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}
