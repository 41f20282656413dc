// What holds for the sending as a whole: pauses, and who sends. In: an open ledger. Out: rows that another process sees
// within a moment. Values are JSON.

import type Database from 'better-sqlite3-multiple-ciphers';
import { forgetDomainCount } from './domain-rows.ts';

export interface Pause {
  /** The receiving domain; null: everything. */
  domain: string | null;
  /** ISO 8601. */
  since: string;
  /** A person, or `tocsin`. */
  who: string;
  /** What people read. */
  why: string;
}

const all = 'paused';
const ofDomain = (domain: string) => `paused ${domain.toLowerCase()}`;

export function pauseSending(db: Database.Database, pause: Pause): void {
  const name = pause.domain === null ? all : ofDomain(pause.domain);
  db.prepare(
    'INSERT INTO control (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(pause));
}

/** False where it was not paused. */
export function resumeSending(db: Database.Database, domain: string | null): boolean {
  const { changes } = db
    .prepare('DELETE FROM control WHERE name = ?')
    .run(domain === null ? all : ofDomain(domain));
  if (domain === null) return changes > 0;
  const number = db.prepare('SELECT domain FROM domain WHERE name = ?').pluck().get(domain.toLowerCase());
  if (number !== undefined) forgetDomainCount(db, number as number);
  return changes > 0;
}

export function listPauses(db: Database.Database): Pause[] {
  const rows = db
    .prepare(`SELECT value FROM control WHERE name = ? OR name GLOB 'paused *' ORDER BY name`)
    .pluck()
    .all(all) as string[];
  return rows.map((value) => JSON.parse(value) as Pause);
}

export function readControl(db: Database.Database, name: string): unknown {
  const value = db.prepare('SELECT value FROM control WHERE name = ?').pluck().get(name) as
    | string
    | undefined;
  return value === undefined ? null : (JSON.parse(value) as unknown);
}

export function writeControl(db: Database.Database, name: string, value: unknown): void {
  db.prepare(
    'INSERT INTO control (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value));
}

/** Differs where another process changed the database since; cheap enough to ask all the time. */
export function dataVersion(db: Database.Database): number {
  return db.prepare('PRAGMA data_version').pluck().get() as number;
}
