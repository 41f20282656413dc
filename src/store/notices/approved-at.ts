// What approvals of a plan say besides who gave them. In: an open ledger. Out: when the last one was, before which nothing
// was sent, and what each was of.

import type Database from 'better-sqlite3-multiple-ciphers';

/** ISO 8601; null where nobody approved it. */
export function approvedAt(db: Database.Database, plan: number): string | null {
  return db.prepare('SELECT max(at) FROM approval WHERE plan = ?').pluck().get(plan) as string | null;
}

/** SHA-256 over all texts of the plan, in hex; one for each who approved. */
export function approvalHashes(db: Database.Database, plan: number): string[] {
  return db.prepare('SELECT sha256 FROM approval WHERE plan = ?').pluck().all(plan) as string[];
}
