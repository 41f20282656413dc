// Statements of a ledger, prepared once for each connection. In: an open ledger and a text of ours. Out: the statement.

import type Database from 'better-sqlite3-multiple-ciphers';

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** Only for texts of which there are some: each stays for as long as the connection does. */
export function prepared(db: Database.Database, sql: string): Database.Statement {
  let known = statements.get(db);
  if (known === undefined) statements.set(db, (known = new Map()));
  let statement = known.get(sql);
  if (statement === undefined) known.set(sql, (statement = db.prepare(sql)));
  return statement;
}
