import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { openHome } from '../index.ts';
import { insertBreach, listBreaches, publishBreach } from './breach-rows.ts';
import { loadMadeUp, type MadeUpExposure } from './load-made-up.fixture.ts';
import { startPostgres } from './postgres-server.fixture.ts';
import { createExposureReader } from './read-exposures.ts';
import { openRegister } from './register-database.ts';
import { createVersionWatch } from './version-watch.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-gone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const patiently = { timeout: 60_000, interval: 50 };
const unreachable = { code: 'REGISTER_UNREACHABLE' };
const breachOf = (name: string) => ({ name, caseId: null, isRange: false, model: '{}' });

function keyOf(i: number): Buffer {
  const key = Buffer.alloc(16);
  key.writeUInt32BE(i);
  return key;
}

const exposuresOf = (count: number): MadeUpExposure[] =>
  Array.from({ length: count }, (_, i) => ({ key: keyOf(i), set: 0 }));

test('a server that goes away under load is told of by every question, and answers again when it is back', async () => {
  await using server = await startPostgres({ isSafe: true });
  const url = await server.makeDatabase();
  await using register = await openRegister(openHome(join(folder, 'server')), url);
  const breach = await insertBreach(register.rows, breachOf('Alpha'));
  await loadMadeUp(register, breach, exposuresOf(1000));
  const readExposures = createExposureReader(register);
  const version = createVersionWatch(register);
  const acknowledged: string[] = [];
  const answers = new Set<number>();
  const failures = new Set<unknown>();
  const end = new AbortController();
  const asking = Array.from({ length: 8 }, async (_, worker) => {
    for (let i = 0; !end.signal.aborted; i++) {
      try {
        if (worker > 0) answers.add((await readExposures(keyOf(i % 1000))).length);
        else {
          const name = `Made${i}`;
          await insertBreach(register.rows, breachOf(name));
          acknowledged.push(name);
        }
      } catch (error) {
        failures.add((error as { code?: unknown }).code ?? error);
        await wait(20);
      }
    }
  });
  await wait(200);
  await server.stop();
  await vi.waitFor(() => expect(failures.size).toBeGreaterThan(0), patiently);
  await expect(Promise.resolve(readExposures(keyOf(1)))).rejects.toMatchObject(unreachable);
  await expect(listBreaches(register.rows)).rejects.toMatchObject(unreachable);
  await expect(publishBreach(register, breach)).rejects.toMatchObject(unreachable);
  await vi.waitFor(() => expect((async () => version())()).rejects.toMatchObject(unreachable), patiently);
  await server.start();
  await vi.waitFor(async () => expect(await readExposures(keyOf(1))).toHaveLength(1), patiently);
  expect(await version()).toBe(1);
  end.abort();
  await Promise.all(asking);
  expect([...answers]).toEqual([1]);
  expect([...failures]).toEqual(['REGISTER_UNREACHABLE']);
  const names = new Set((await listBreaches(register.rows)).map(({ name }) => name));
  expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
  await publishBreach(register, breach);
});

test('a server that is cut off without a word is told of too', async () => {
  await using server = await startPostgres();
  const url = new URL(await server.makeDatabase());
  const target = Number(url.port);
  const sockets: Socket[] = [];
  let isCut = false;
  const proxy = createServer((from) => {
    const to = connect(target, '127.0.0.1');
    for (const socket of [from, to]) {
      sockets.push(socket);
      socket.on('error', () => {});
    }
    from.on('data', (bytes) => void (isCut || to.write(bytes)));
    to.on('data', (bytes) => void (isCut || from.write(bytes)));
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  url.port = String((proxy.address() as AddressInfo).port);
  {
    await using register = await openRegister(openHome(join(folder, 'cut')), url.href);
    const readExposures = createExposureReader(register);
    const version = createVersionWatch(register);
    expect(await readExposures(keyOf(1))).toEqual([]);
    isCut = true;
    const asked = [Promise.resolve(readExposures(keyOf(1))), Promise.resolve(version())];
    for (const one of await Promise.allSettled(asked))
      expect(one).toMatchObject({ status: 'rejected', reason: unreachable });
    isCut = false;
    expect(await vi.waitFor(() => readExposures(keyOf(1)), patiently)).toEqual([]);
    expect(await vi.waitFor(() => version(), patiently)).toBe(1);
  }
  for (const socket of sockets) socket.destroy();
  proxy.close();
});

test('a load that loses its server goes on when it is back', async () => {
  await using server = await startPostgres({ isSafe: true });
  await using register = await openRegister(openHome(join(folder, 'load')), await server.makeDatabase());
  const breach = await insertBreach(register.rows, breachOf('Alpha'));
  const exposures = exposuresOf(20_000);
  const stopping: Promise<void>[] = [];
  const lost = loadMadeUp(register, breach, exposures, {
    rowsAtOnce: 500,
    onRows: (done) => void (done === 3000 && stopping.push(server.stop())),
  });
  await expect(lost).rejects.toMatchObject(unreachable);
  await Promise.all(stopping);
  await server.start();
  const rest = await vi.waitFor(() => loadMadeUp(register, breach, exposures), patiently);
  expect(rest).toBeLessThanOrEqual(17_000);
  const { rows } = await register.pool!.query<{ count: number }>('SELECT count(*) FROM exposure');
  expect(rows[0]!.count).toBe(20_000);
});

test('a server that is not there, or does not know the user, is said without the password', async () => {
  await using server = await startPostgres();
  const right = new URL(await server.makeDatabase());
  const wrong = new URL(right);
  wrong.password = 'another-secret';
  const none = new URL(right);
  none.pathname = '/none';
  const closed = new URL(right);
  closed.port = '1';
  for (const url of [wrong, none, closed]) {
    const opening = openRegister(openHome(join(folder, 'wrong')), url.href);
    const error: unknown = await opening.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject(unreachable);
    expect((error as Error).message + JSON.stringify(error)).not.toMatch(/secret/u);
  }
});

test('whoever writes while another process does gets their turn, and hears of it where that lasts', async () => {
  const home = openHome(join(folder, 'busy'));
  await using register = await openRegister(home, null);
  await using other = await openRegister(home, null);
  const holder = other.connect!();
  holder.exec('BEGIN IMMEDIATE');
  let beside = 0;
  const timer = setInterval(() => beside++, 1);
  const writing = insertBreach(register.rows, breachOf('Alpha'));
  await wait(100);
  holder.exec('COMMIT');
  await writing;
  clearInterval(timer);
  // the process went on meanwhile
  expect(beside).toBeGreaterThan(0);
  holder.close();
  expect((await listBreaches(other.rows)).map(({ name }) => name)).toEqual(['Alpha']);
});

test('a full disk is said, changes nothing, and is over when there is room', async () => {
  const home = openHome(join(folder, 'full'));
  await using register = await openRegister(home, null);
  const breach = await insertBreach(register.rows, breachOf('Alpha'));
  const exposures = exposuresOf(20_000);
  const pages = register.reader!.prepare('PRAGMA page_count').pluck().get() as number;
  const limited = {
    ...register,
    connect: () => {
      const db = register.connect!();
      db.pragma(`max_page_count = ${pages + 40}`);
      return db;
    },
  };
  await expect(loadMadeUp(limited, breach, exposures, { rowsAtOnce: 500 })).rejects.toMatchObject({
    code: 'REGISTER_FULL',
  });
  const done = register.reader!.prepare('SELECT done FROM loading').pluck().get() as number;
  expect(register.reader!.prepare('SELECT count(*) FROM exposure').pluck().get()).toBe(done);
  expect(done).toBeGreaterThan(0);
  expect(await loadMadeUp(register, breach, exposures)).toBe(20_000 - done);
});

test('a file that is none of a register, or has another key, is damaged and stays as it is', async () => {
  const [one, two] = [openHome(join(folder, 'one')), openHome(join(folder, 'two'))];
  await (await openRegister(one, null))[Symbol.asyncDispose]();
  await (await openRegister(two, null))[Symbol.asyncDispose]();
  copyFileSync(join(one.path, 'register.db'), join(two.path, 'register.db'));
  await expect(openRegister(two, null)).rejects.toMatchObject({ code: 'REGISTER_DAMAGED' });
  expect(readFileSync(join(two.path, 'register.db'))).toEqual(readFileSync(join(one.path, 'register.db')));
});
