/*
 * What a register holds of published breaches, put so that two loads of the same case can be held against each other:
 * numbers of breaches and of sets are of one load only, seals are never twice the same.
 */
import { createAccountLookup } from '../../src/lookup/index.ts';
import { breachTables, type RegisterDatabase } from '../../src/store/register/index.ts';

/** Sorted: a person key with what it says, an address by its SHA-1, a domain's key with how many addresses it has. */
export async function registerContent(register: RegisterDatabase): Promise<string[]> {
  const { rows } = register;
  const lookup = createAccountLookup(register);
  const names = new Map(
    (await rows.selectFrom('breach').selectAll().where('state', '=', 'published').execute()).map(
      ({ breach, name }) => [breach, name],
    ),
  );
  const lines: string[] = [];
  for (const row of await rows.selectFrom('exposure').selectAll().execute()) {
    const set = await lookup.exposureSet(row.breach, row.exposure_set);
    lines.push(`${row.person_key.toString('hex')} ${names.get(row.breach)} ${JSON.stringify(set)}`);
  }
  for (const row of await rows.selectFrom('sha1_entry').selectAll().execute())
    lines.push(`${row.sha1.toString('hex')} ${names.get(row.breach)}`);
  for (const row of await rows.selectFrom('private_index').selectAll().execute())
    lines.push(`private ${row.kind} ${names.get(row.breach)} ${row.entries} ${row.ready}`);
  return lines.toSorted();
}

/** Rows by table, where there are any; `breach` itself among them. */
export async function rowsLeft({ rows }: RegisterDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['breach' as const, ...breachTables.map((one) => one.table)]) {
    const { count } = await rows
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count > 0) counts[table] = count;
  }
  return counts;
}
