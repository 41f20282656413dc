// Which packages this instance has opened, so that none is taken twice and no old one after a newer one. In: the
// instance, and what a package says of itself. Out: the last one received of the same case and controller.

import type { InstanceHome } from './instance-home.ts';
import { withInstance } from './instance-lock.ts';

export interface ReceivedPackage {
  /** The sender's. */
  publicKey: string;
  case: string;
  controller: number;
  /** Ascends with every package of a case and controller. */
  number: number;
}

/** Null before the first. `at`: ISO 8601. */
export function lastReceived(
  home: InstanceHome,
  { case: id, controller }: ReceivedPackage,
): { publicKey: string; number: number; at: string } | null {
  return withInstance(home, (db) => {
    const last = db
      .prepare(
        `SELECT public_key AS "publicKey", number, at FROM package_received
         WHERE "case" = ? AND controller = ? ORDER BY number DESC LIMIT 1`,
      )
      .get(id, controller);
    return (last as { publicKey: string; number: number; at: string } | undefined) ?? null;
  });
}

export function noteReceived(
  home: InstanceHome,
  { publicKey, case: id, controller, number }: ReceivedPackage,
): void {
  withInstance(home, (db) =>
    db
      .prepare(
        'INSERT OR IGNORE INTO package_received ("case", controller, number, public_key, at) VALUES (?, ?, ?, ?, ?)',
      )
      .run(id, controller, number, publicKey, new Date().toISOString()),
  );
}
