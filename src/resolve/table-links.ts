// Which column of a table points to which other table: keys that the schema declares, and keys that the
// names and the values plainly imply. In: merged tables. Out: links, each checked against the values.

import { KeyIndex } from './key-index.ts';
import { gatheredKey, type MergedTable } from './merged-table.ts';

export interface TableLink {
  /** Index of the pointing table, its column, and the index of the key among what the plan gathers. */
  from: number;
  column: number;
  gathered: number;
  to: number;
  basis: 'declared' | 'implied';
  /** Different values of the key, zero and NULL aside. */
  distinct: number;
  /** Records that hold a value. */
  filled: number;
}

/** An implied key must point to rows that are there; deleted accounts leave some pointing nowhere. */
const minFound = 0.8;

export function indexKeys(table: MergedTable): KeyIndex | null {
  const gathered = gatheredKey(table, table.keys.primary);
  return gathered < 0 ? null : new KeyIndex(table.records.columns[gathered]!);
}

export function findLinks(tables: MergedTable[], keyIndexes: (KeyIndex | null)[]): TableLink[] {
  const links: TableLink[] = [];
  tables.forEach((table, from) => {
    for (const column of table.keys.pointing) {
      const gathered = gatheredKey(table, column);
      if (gathered < 0) continue;
      const declared = declaredTarget(tables, from, column);
      const candidates = declared >= 0 ? [declared] : impliedTargets(tables, from, column);
      for (const to of candidates) {
        const keys = keyIndexes[to];
        if (!keys) continue;
        const { distinct, filled, found } = countKeys(table, gathered, keys);
        if (filled === 0 || (declared < 0 && found < distinct * minFound)) continue;
        links.push({
          from,
          column,
          gathered,
          to,
          basis: declared >= 0 ? 'declared' : 'implied',
          distinct,
          filled,
        });
        break;
      }
    }
  });
  return links;
}

/**
 * Links of tables whose rows were not gathered, as no class was recognised in them: by schema and names alone, the
 * first for each table that leads to one about people.
 */
export function findUngatheredLinks(tables: MergedTable[], isAboutPeople: boolean[]): TableLink[] {
  const links: TableLink[] = [];
  tables.forEach((table, from) => {
    if (table.findings.some((found) => found.length > 0)) return;
    for (const column of table.keys.pointing) {
      const declared = declaredTarget(tables, from, column);
      const targets = declared >= 0 ? [declared] : impliedTargets(tables, from, column);
      const to = targets.find((target) => isAboutPeople[target]);
      if (to === undefined) continue;
      const basis = declared >= 0 ? 'declared' : 'implied';
      links.push({ from, column, gathered: -1, to, basis, distinct: 0, filled: 0 });
      return;
    }
  });
  return links;
}

function declaredTarget(tables: MergedTable[], from: number, column: number): number {
  const table = tables[from]!;
  const name = table.columns[column]?.name?.toLowerCase();
  const key = table.schema?.foreignKeys.find((foreign) => foreign.column.toLowerCase() === name);
  if (!key) return -1;
  return tables.findIndex(
    (other) => isOneDatabase(other, table) && other.name.toLowerCase() === key.table.toLowerCase(),
  );
}

/** Tables whose key the column's name names: `customer_id` of `customer.customer_id`, `uid` of `users.uid`, `user_id` of `users.id`. */
function impliedTargets(tables: MergedTable[], from: number, column: number): number[] {
  const table = tables[from]!;
  const name = table.columns[column]?.name?.toLowerCase() ?? '';
  const stem = name.replace(/^(?:id|fk)_/u, '').replace(/_?(?:id|uid|fk)$/u, '');
  const scored: { to: number; score: number }[] = [];
  tables.forEach((other, to) => {
    if (!isOneDatabase(other, table) || other.keys.primary < 0 || to === from) return;
    const primary = other.columns[other.keys.primary]?.name?.toLowerCase();
    if (primary === name && name !== 'id') scored.push({ to, score: 2 });
    else if (stem.length > 1 && isNamedAfter(other.name.toLowerCase(), stem)) scored.push({ to, score: 1 });
    else if (isAccountWord(stem) && isNamedAfter(other.name.toLowerCase(), 'user'))
      scored.push({ to, score: 0 });
  });
  return scored.sort((a, b) => b.score - a.score || a.to - b.to).map(({ to }) => to);
}

function isOneDatabase(a: MergedTable, b: MergedTable): boolean {
  const databases = new Set([b.database, ...(b.alsoIn ?? [])]);
  return [a.database, ...(a.alsoIn ?? [])].some((database) => databases.has(database));
}

function isAccountWord(stem: string): boolean {
  return /^(?:u|owner|author|account|member|created_by|user)$/u.test(stem);
}

/** `users` for `user`, `wp_users` for `user`, `person` and `people`, `category` and `categories`. */
function isNamedAfter(table: string, stem: string): boolean {
  const last = table.replace(/^.*?(?=[a-z0-9]+$)/u, '');
  const singular = stem.replace(/_/gu, '');
  return [table.replace(/_/gu, ''), last].some(
    (name) =>
      name === singular ||
      name === `${singular}s` ||
      name === `${singular}es` ||
      name === singular.replace(/y$/u, 'ies') ||
      (singular === 'person' && name === 'people'),
  );
}

function countKeys(
  { records }: MergedTable,
  gathered: number,
  keys: KeyIndex,
): { distinct: number; filled: number; found: number } {
  const pointing = new KeyIndex(records.columns[gathered]!);
  return {
    distinct: pointing.size,
    filled: pointing.filled,
    found: pointing.countHeldBy(keys),
  };
}
