// Counts that change with the rows, so that nobody has to count millions to say how far a sending is. In: changes within a
// transaction. Out: the table `tally`: sends by channel, recipients (`notices`) and people (`people`), each by state.

import type Database from 'better-sqlite3-multiple-ciphers';
import { prepared } from './prepared.ts';
import { personState, type RecipientState, type SendState } from './send-states.ts';

export interface Tally {
  move(plan: number, what: string, from: string, to: string): void;
  add(plan: number, what: string, state: string): void;
  flush(db: Database.Database): void;
}

export interface TallyRow {
  /** A letter of a channel, `notices` or `people`. */
  what: string;
  state: SendState | RecipientState;
  count: number;
}

/** Gathers what changes, for one transaction. */
export function createTally(): Tally {
  const changes = new Map<string, number>();
  const add = (plan: number, what: string, state: string, by = 1) => {
    const key = `${plan} ${what} ${state}`;
    changes.set(key, (changes.get(key) ?? 0) + by);
  };
  return {
    add,
    move(plan, what, from, to) {
      add(plan, what, from, -1);
      add(plan, what, to);
    },
    flush(db) {
      const put = prepared(
        db,
        `INSERT INTO tally (plan, what, state, count) VALUES (?, ?, ?, ?)
         ON CONFLICT (plan, what, state) DO UPDATE SET count = count + excluded.count`,
      );
      for (const [key, by] of changes) {
        const [plan, what, state] = key.split(' ');
        if (by !== 0) put.run(Number(plan), what, state, by);
      }
    },
  };
}

export function readTally(db: Database.Database, plan: number): TallyRow[] {
  return db
    .prepare('SELECT what, state, count FROM tally WHERE plan = ? AND count <> 0 ORDER BY what, state')
    .all(plan) as TallyRow[];
}

/** What the tally has to say, counted from the rows, in the same order. Goes over all of them. */
export function countedTally(db: Database.Database, plan: number): TallyRow[] {
  const sends = db
    .prepare('SELECT channel AS "what", state, count(*) AS "count" FROM send WHERE plan = ? GROUP BY 1, 2')
    .all(plan) as TallyRow[];
  const notices = db
    .prepare(
      `SELECT 'notices' AS "what", state, count(*) AS "count" FROM recipient WHERE plan = ? GROUP BY 2`,
    )
    .all(plan) as TallyRow[];
  return [...sends, ...notices, ...countedPeople(db, plan)].sort(
    (a, b) => order(a.what, b.what) || order(a.state, b.state),
  );
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function countedPeople(db: Database.Database, plan: number): TallyRow[] {
  const counts = new Map<RecipientState, number>();
  const rows = db
    .prepare('SELECT person, state FROM recipient WHERE plan = ? ORDER BY person')
    .raw()
    .iterate(plan) as Iterable<[number, RecipientState]>;
  let [last, states]: [number | null, RecipientState[]] = [null, []];
  const close = () => {
    if (last === null) return;
    const state = personState(states);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  };
  for (const [person, state] of rows) {
    if (person !== last) {
      close();
      [last, states] = [person, []];
    }
    states.push(state);
  }
  close();
  return [...counts].map(([state, count]) => ({ what: 'people', state, count }));
}
