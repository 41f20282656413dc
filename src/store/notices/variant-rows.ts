// The texts of a plan: what all with the same language, controller and losses are told. In: an open ledger. Out: rows;
// what a text is about and the text itself travel as JSON, whose shape this does not know.

import type { Notices } from './open-notices.ts';

export interface StoredVariant {
  variant: number;
  plan: number;
  controller: string | null;
  language: string;
  audience: string;
  /** What it is about: a `NoticeContent`. */
  content: unknown;
  people: number;
  /** A `NoticeText`. */
  texts: unknown;
  /** Of the text, in hex. */
  sha256: string;
}

type Ledger = Notices['db'];

/** Its number. */
export function insertVariant(db: Ledger, variant: Omit<StoredVariant, 'variant'>): number {
  const { plan, controller, language, audience, content, people, texts, sha256 } = variant;
  const row = db
    .prepare(
      `INSERT INTO variant (plan, controller, language, audience, content, people, texts, sha256)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      plan,
      controller,
      language,
      audience,
      JSON.stringify(content),
      people,
      JSON.stringify(texts),
      sha256,
    );
  return Number(row.lastInsertRowid);
}

/** In the order of their numbers: most people first, as they were planned. */
export function variantsOf(db: Ledger, plan: number): StoredVariant[] {
  const rows = db
    .prepare(
      `SELECT variant, plan, controller, language, audience, content, people, texts, sha256
       FROM variant WHERE plan = ? ORDER BY variant`,
    )
    .all(plan) as (StoredVariant & { content: string; texts: string })[];
  return rows.map((row) => ({
    ...row,
    content: JSON.parse(row.content) as unknown,
    texts: JSON.parse(row.texts) as unknown,
  }));
}
