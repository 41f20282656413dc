/*
 * `node bench/custody.ts [--rounds 7] [--entries 200]`: entries appended to a custody log, each on the disk and under a
 * signed checkpoint before the next, in turn with rows of the same text in an SQLite table (WAL, synchronous FULL, one
 * transaction a row), which is signed by nobody; then an entry found and proven, and the whole log verified.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3-multiple-ciphers';
import { appendCustody, custodyFolder, inclusionProof, verifyCustody } from '../src/custody/index.ts';
import { openHome } from '../src/store/index.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { formatSpread, spread } from './spread.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, entries: { type: 'string', default: '200' } },
});
const [rounds, entries] = [Number(values.rounds), Number(values.entries)];
const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-custody-'));
try {
  run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(): void {
  const home = openHome(join(folder, 'home'));
  const entry = { who: 'Ada Example', case: null, what: 'person.look', result: 'done' } as const;
  const details = { why: 'asked by telephone whether she is in it', found: true };
  const append = () => void appendCustody(home, { ...entry, details });
  const table = peerTable();
  append();
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(secondsOf(append) / entries);
    peer.push(secondsOf(() => void table.run(JSON.stringify({ ...entry, details }))) / entries);
  }
  const log = custodyFolder(home.path);
  const size = 1 + rounds * entries;
  const proving = secondsOf(() => void inclusionProof(log, Math.floor(Math.random() * size))) / entries;
  const started = performance.now();
  const verdict = verifyCustody(log);
  const verifying = (performance.now() - started) / 1000;
  if (!verdict.ok || verdict.entries !== size) throw new Error('the log does not verify');
  const ratio = spread(ours.map((seconds, i) => seconds / peer[i]!));
  console.log(`append      ${formatSpread(spread(ours.map((s) => s * 1000)), 3)} ms an entry`);
  console.log(`SQLite      ${formatSpread(spread(peer.map((s) => s * 1000)), 3)} ms a row`);
  console.log(`            ours takes ${formatSpread(ratio, 3)} of its time`);
  console.log(`find, prove ${(proving * 1000).toFixed(3)} ms an entry, of ${size}`);
  console.log(`verify      ${Math.round(size / verifying)} entries a second`);
  keepResult('custody', describeMachine(), { entries, rounds, ours, peer, ratio, proving, verifying, size });
}

function peerTable(): Database.Statement {
  const db = new Database(join(folder, 'peer.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE log (number INTEGER PRIMARY KEY, entry TEXT NOT NULL)');
  return db.prepare('INSERT INTO log (entry) VALUES (?)');
}

function secondsOf(work: () => void): number {
  const started = performance.now();
  for (let i = 0; i < entries; i++) work();
  return (performance.now() - started) / 1000;
}
