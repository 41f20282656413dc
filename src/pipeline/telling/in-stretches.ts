// A step of telling, gone through in stretches: what a stretch orders and how far it came is one transaction, so that a
// process killed anywhere leaves nothing out and orders nothing twice. In: the step, and what one stretch is. Out: done.

import {
  holdPublished,
  moveTelling,
  type RegisterDatabase,
  type RegisterRows,
  tellingPlace,
} from '../../store/register/index.ts';

export interface StretchDone {
  /** Where the next one begins; null at the end. */
  last: Buffer | null;
  /** What follows from it, in its transaction. */
  order: (db: RegisterRows) => Promise<void>;
}

/** Resolves to whether the step was gone through to its end; not so once `signal` fired. */
export async function inStretches(
  register: RegisterDatabase,
  { breach, step, signal }: { breach: number; step: string; signal: AbortSignal },
  stretch: (after: Buffer) => Promise<StretchDone>,
): Promise<boolean> {
  for (;;) {
    const from = await tellingPlace(register.rows, breach, step);
    if (from.isDone) return true;
    if (signal.aborted) return false;
    const { last, order } = await stretch(from.place);
    const isThere = await register.rows.transaction().execute(async (db) => {
      // of a withdrawn breach nothing more is ordered, and no row is left behind those that are taken away
      if (!(await holdPublished(db, breach))) return false;
      // a second process that had the same job is behind the first: it orders nothing
      const now = await tellingPlace(db, breach, step);
      if (now.isDone || !now.place.equals(from.place)) return true;
      await moveTelling(db, breach, step, { place: last ?? from.place, isDone: last === null });
      await order(db);
      return true;
    });
    if (!isThere) return true;
  }
}
