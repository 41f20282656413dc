// Joins the tokens of a directory with the people of a case and puts into the vault what that comes to. In: an open
// vault, a directory in it, and its tokens. Out: how many were matched by what, and how many stay unclear.

import {
  channelShift,
  countPeople,
  forEachContact,
  identifierPages,
  isSplit,
  keepJoin,
  membersOf,
  type Pause,
  type Vault,
} from '../../store/index.ts';
import { contactPrints } from './contact-prints.ts';
import { customerSort } from './directory-field.ts';
import type { DirectoryTokens, MatchedBy } from './directory-tokens.ts';
import { matchRows } from './match-rows.ts';
import { doubtReasons, type DoubtReason, settleRows } from './settle-rows.ts';

/** What joining came to; rests in the vault and is shown. */
export interface JoinCounts {
  rows: number;
  /** Rows that gave contacts, and the people they gave them for. */
  joinedRows: number;
  joinedPeople: number;
  /** Joined rows by their surest key. */
  by: Record<MatchedBy, number>;
  /** Rows that have keys of somebody in the case and give nobody's contacts. */
  doubts: Record<DoubtReason, number>;
  /** People for whom rows that are equally sure say different things. */
  unclearPeople: number;
  /** Rows that fit nobody in the case; where it is split, nobody of the controller. */
  others: number;
}

/** Hashes of customer numbers with whose they are, in any order: read from a column of the leak. */
export interface LeakedCustomers {
  low: Uint32Array;
  high: Uint32Array;
  person: Uint32Array;
}

export async function joinRows(
  { db }: Pick<Vault, 'db'>,
  directory: { number: number; controller: string },
  tokens: DirectoryTokens,
  customers: LeakedCustomers | null,
  pause: Pause,
): Promise<JoinCounts> {
  const members = isSplit(db) ? membersOf(db, directory.controller) : null;
  const people = countPeople(db);
  const matches = await matchRows(tokens, {
    count: people,
    // of a controller that the split gives nobody, there is nobody
    isAmong: isSplit(db) ? (person) => members?.[person] === 1 : null,
    async forEachIdentifier({ sort }, visit) {
      if (sort === customerSort) {
        if (customers) forEachCustomer(customers, visit);
        return;
      }
      for (const { low, high, person } of identifierPages(db, sort)) {
        for (let i = 0; i < low.length; i++) visit(low[i]!, high[i]!, person[i]!);
        await pause();
      }
    },
  });
  const settled = settleRows(matches, people, (rows, visit) =>
    forEachContact(db, directory.number, rows, (row, contact) => visit(row, contactPrints(contact))),
  );
  const doubts = Object.fromEntries(doubtReasons.map((reason) => [reason, 0])) as Record<DoubtReason, number>;
  for (const reason of settled.doubts.reason) doubts[doubtReasons[reason]!]++;
  const counts: JoinCounts = {
    rows: tokens.rows,
    joinedRows: settled.row.length,
    joinedPeople: settled.people,
    by: settled.rowsBy,
    doubts,
    unclearPeople: settled.unclearPeople,
    others: tokens.rows - settled.row.length - settled.doubts.row.length,
  };
  const kept = {
    ...settled,
    by: settled.by.map((by, i) => by | (tokens.channels[settled.row[i]!]! << channelShift)),
    counts,
  };
  await keepJoin(db, directory.number, tokens.rows, kept, pause);
  return counts;
}

/** Those with the same hash one after another. */
function forEachCustomer(
  { low, high, person }: LeakedCustomers,
  visit: (low: number, high: number, person: number) => void,
): void {
  const order = Uint32Array.from(low, (_, i) => i).toSorted(
    (a, b) => low[a]! - low[b]! || high[a]! - high[b]! || person[a]! - person[b]!,
  );
  for (const at of order) visit(low[at]!, high[at]!, person[at]!);
}
