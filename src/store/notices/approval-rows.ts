// Who approved which texts of a plan. In: an open ledger. Out: rows; an approval is of the exact texts whose hash it has.

import type Database from 'better-sqlite3-multiple-ciphers';

export interface StoredApproval {
  who: string;
  /** ISO 8601. */
  at: string;
  /** Over all texts of the plan, in hex. */
  sha256: string;
}

/** In the order in which they were given. */
export function approvalsOf(db: Database.Database, plan: number): StoredApproval[] {
  return db
    .prepare('SELECT who, at, sha256 FROM approval WHERE plan = ? ORDER BY at, who')
    .all(plan) as StoredApproval[];
}

export function addApproval(db: Database.Database, plan: number, { who, at, sha256 }: StoredApproval): void {
  db.prepare('INSERT INTO approval (plan, who, at, sha256) VALUES (?, ?, ?, ?)').run(plan, who, at, sha256);
}

/** Approvals of other texts than those that the plan has now; how many there were. */
export function dropOtherApprovals(db: Database.Database, plan: number, sha256: string): number {
  return db.prepare('DELETE FROM approval WHERE plan = ? AND sha256 <> ?').run(plan, sha256).changes;
}
