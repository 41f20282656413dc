// Which packages this instance has opened, by the key that signed them, so that none is taken twice and no old one
// after a newer one. In: the instance, and what a package says of itself. Out: what is known of the same case. A package
// is noted before its folder is put in place and settled after, so that a kill in between is understood.

import type { InstanceHome } from './instance-home.ts';
import { withInstance } from './instance-lock.ts';

export interface ReceivedPackage {
  /** The sender's. */
  publicKey: string;
  case: string;
  controller: number;
  /** Ascends with every package of a case. */
  number: number;
}

export interface KnownPackage extends ReceivedPackage {
  /** ISO 8601. */
  at: string;
  /** The folder that its files wait in until they are put in place; null once they were. */
  waits: string | null;
}

/** Those of a case, of whatever controller and sender; of one of each the highest number first. */
export function packagesOfCase(home: InstanceHome, id: string): KnownPackage[] {
  return withInstance(
    home,
    (db) =>
      db
        .prepare(
          `SELECT public_key AS "publicKey", "case", controller, number, at, waits FROM received_package
           WHERE "case" = ? ORDER BY public_key, controller, number DESC`,
        )
        .all(id) as KnownPackage[],
  );
}

/** `waits`: see `KnownPackage`. In the place of what was noted of the same package. */
export function noteReceived(home: InstanceHome, received: ReceivedPackage, waits: string | null): void {
  const { publicKey, case: id, controller, number } = received;
  withInstance(home, (db) =>
    db
      .prepare(
        `INSERT OR REPLACE INTO received_package (public_key, "case", controller, number, at, waits)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(publicKey, id, controller, number, new Date().toISOString(), waits),
  );
}

/** Of one that was not put in place. */
export function forgetReceived(home: InstanceHome, waits: string): void {
  withInstance(home, (db) => db.prepare('DELETE FROM received_package WHERE waits = ?').run(waits));
}
