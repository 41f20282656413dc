// Plans of a case's ledger: who was to be told, decided when, by whom. In: an open ledger. Out: rows; the newest plan is
// the one that holds. What a plan was made of and what it came to travel as JSON.

import type { Notices } from './open-notices.ts';

/** `planned`: nothing may be sent yet. `approved`: two people approved its texts. `replaced`: a later plan holds. */
export type PlanState = 'planned' | 'approved' | 'replaced';

export interface StoredPlan {
  plan: number;
  /** ISO 8601. */
  at: string;
  /** Who planned. */
  who: string;
  /** `first`, `more` or `correction`. */
  kind: string;
  state: PlanState;
  /** A digest of what the case knew of its people. */
  basis: string;
  settings: unknown;
  counts: unknown;
  /** SHA-256 over all its texts, in hex: what is approved. */
  textsHash: string | null;
}

type Ledger = Notices['db'];

/** Its number. */
export function insertPlan(db: Ledger, plan: Omit<StoredPlan, 'plan'>): number {
  const { at, who, kind, state, basis, settings, counts, textsHash } = plan;
  const row = db
    .prepare(
      'INSERT INTO plan (at, who, kind, state, basis, settings, counts, texts_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(at, who, kind, state, basis, JSON.stringify(settings), JSON.stringify(counts), textsHash);
  return Number(row.lastInsertRowid);
}

/** The newest plan, or null. */
export function currentPlan(db: Ledger): StoredPlan | null {
  return listPlans(db, 1)[0] ?? null;
}

/** Newest first. */
export function listPlans(db: Ledger, most = -1): StoredPlan[] {
  const rows = db
    .prepare(
      `SELECT plan, at, who, kind, state, basis, settings, counts, texts_hash AS "textsHash"
       FROM plan ORDER BY plan DESC LIMIT ?`,
    )
    .all(most) as (StoredPlan & { settings: string; counts: string })[];
  return rows.map((row) => ({
    ...row,
    settings: JSON.parse(row.settings) as unknown,
    counts: JSON.parse(row.counts) as unknown,
  }));
}

export function setPlanState(db: Ledger, plan: number, state: PlanState): void {
  db.prepare('UPDATE plan SET state = ? WHERE plan = ?').run(state, plan);
}

export function setPlanCounts(db: Ledger, plan: number, counts: unknown, textsHash: string): void {
  db.prepare('UPDATE plan SET counts = ?, texts_hash = ? WHERE plan = ?').run(
    JSON.stringify(counts),
    textsHash,
    plan,
  );
}

/** Whether a notice of the plan left the house, or may have. */
export function isBegun(db: Ledger, plan: number): boolean {
  return (
    db
      .prepare(
        `SELECT EXISTS (SELECT 1 FROM send
           WHERE plan = ? AND (attempts > 0 OR state NOT IN ('planned', 'superseded')))`,
      )
      .pluck()
      .get(plan) === 1
  );
}

/** Takes a plan away with all that hangs on it; only for one that is not begun. */
export function removePlan(db: Ledger, plan: number): void {
  const ofPlan = 'recipient IN (SELECT recipient FROM recipient WHERE plan = ?)';
  db.prepare(`DELETE FROM event WHERE send IN (SELECT send FROM send WHERE ${ofPlan})`).run(plan);
  for (const table of ['send', 'known_by', 'earlier'])
    db.prepare(`DELETE FROM ${table} WHERE ${ofPlan}`).run(plan);
  for (const table of ['recipient', 'variant', 'approval', 'tally', 'plan'])
    db.prepare(`DELETE FROM ${table} WHERE plan = ?`).run(plan);
}
