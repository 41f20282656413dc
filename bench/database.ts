// A MariaDB of one's own to import dumps into, set up as somebody in a hurry would: no binary log, no
// flush at commit, no doublewrite, a large buffer pool. It listens on a socket only and leaves nothing behind.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, findProgram } from './run-process.ts';

export interface Database extends AsyncDisposable {
  version: string;
  /** Drops what was imported before, and gives the command that imports the dump at `path`. */
  prepareImport(path: string): Command;
}

const settings = [
  '--skip-networking',
  '--skip-log-bin',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-buffer-pool-size=4G',
  '--innodb-log-file-size=1G',
  '--max-allowed-packet=1G',
];

const startTimeoutMs = 60_000;

/** Null where MariaDB is not installed. Throws when it is but does not start. */
export async function startDatabase(): Promise<Database | null> {
  const [server, client, installer] = ['mariadbd', 'mariadb', 'mariadb-install-db'].map(findProgram);
  if (!server || !client || !installer) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-db-'));
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const place = ['--no-defaults', `--datadir=${join(folder, 'data')}`, ...user];
  const socket = join(folder, 's');
  const installed = spawnSync(installer, [
    ...place,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  if (installed.status !== 0)
    throw new Error(`${installer} ended with ${installed.status}: ${String(installed.stderr)}`);
  const running = spawn(server, [...place, ...settings, `--socket=${socket}`], { stdio: 'ignore' });
  const ask = (sql: string) => spawnSync(client, ['--no-defaults', '-S', socket, '-uroot', '-N', '-e', sql]);
  const close = () => stop(running, folder);
  const deadline = Date.now() + startTimeoutMs;
  while (ask('select 1').status !== 0) {
    if (running.exitCode !== null || Date.now() > deadline) {
      await close();
      throw new Error('the database did not start');
    }
    await sleep(100);
  }
  return {
    version: ask('select version()').stdout.toString().trim(),
    prepareImport(path) {
      const made = ask('drop database if exists bench; create database bench default character set utf8mb4');
      if (made.status !== 0) throw new Error(`no empty database: ${String(made.stderr)}`);
      const connection = ['--no-defaults', '-S', socket, '-uroot', '--max-allowed-packet=1G'];
      return { program: client, args: [...connection, 'bench'], stdin: path };
    },
    [Symbol.asyncDispose]: close,
  };
}

async function stop(running: ChildProcess, folder: string): Promise<void> {
  if (running.exitCode === null) {
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
