/*
 * The same tests on both engines of the register: a file of its own and a database on a real PostgreSQL, which is
 * started once per test file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { type InstanceHome, openHome } from '../index.ts';
import type { Engine } from './migration.ts';
import { type PostgresServer, startPostgres } from './postgres-server.fixture.ts';
import { openRegister, type RegisterDatabase } from './register-database.ts';

export interface OpenedRegister extends AsyncDisposable {
  home: InstanceHome;
  register: RegisterDatabase;
  /** For `--database`; null where the register lies in its home. */
  url: string | null;
  /** The same register once more, as another process has it: whoever opens it closes it. */
  again(): Promise<RegisterDatabase>;
}

/** An instance of its own with an empty register: `await using opened = await open()`. */
export type OpenForTest = () => Promise<OpenedRegister>;

/** To be called at the top of a test file. */
export function forBothEngines(tests: (open: OpenForTest, engine: Engine) => void): void {
  describe.each<Engine>(['sqlite', 'postgres'])('on %s', (engine) => {
    const folder = mkdtempSync(join(tmpdir(), 'tocsin-register-'));
    let server: PostgresServer | null = null;
    let homes = 0;
    if (engine === 'postgres') beforeAll(async () => void (server = await startPostgres()));
    afterAll(async () => {
      await server?.[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    });
    tests(async () => {
      const home = openHome(join(folder, `home-${++homes}`));
      const url = server === null ? null : await server.makeDatabase();
      const register = await openRegister(home, url);
      return {
        home,
        register,
        url,
        again: () => openRegister(home, url),
        [Symbol.asyncDispose]: () => register[Symbol.asyncDispose](),
      };
    }, engine);
  });
}
