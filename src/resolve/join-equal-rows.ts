// Rows that stand in a table twice, word for word as far as anything is gathered of them: one row, one person.
// A thread leaves out the doubles that it notices; these are the others, so that the count is the same whoever read
// which row. In: tables whose rows have no key. Out: joined sets; a double that says too little to be surely the same
// person, such as a lone name, is counted as one who may be somebody else.

import type { Doubts } from './doubts.ts';
import { groupByHash } from './group-by-hash.ts';
import type { MergedTable } from './merged-table.ts';
import type { PersonNodes } from './person-nodes.ts';
import type { PersonSets } from './person-sets.ts';
import { hasMark, marksOf } from './table-records.ts';

export function joinEqualRows(
  tables: MergedTable[],
  nodes: PersonNodes,
  sets: PersonSets,
  doubts: Doubts,
): void {
  tables.forEach((table, i) => {
    const base = nodes.base[i]!;
    if (base < 0 || !table.plan.merging) return;
    doubts.couldBeMore += table.weakDoubles;
    const isWeak = weakRows(table);
    groupByHash(scanRows(table), (items, from, to) => {
      const first = items[from]!;
      for (let at = from + 1; at < to; at++) {
        const record = items[at]!;
        sets.join(base + first, base + record);
        doubts.doubles[base + record] = 1;
        if (isWeak(record)) doubts.couldBeMore++;
      }
    });
  });
}

/** All rows but those that have an identifier of a person and no address: equal ones are joined by it anyway. */
function scanRows({ plan, records }: MergedTable) {
  const columns = records.columns.flatMap(({ low, high, firstHalves, secondHalves }) =>
    [low, high, firstHalves, secondHalves].filter((words) => words !== null),
  );
  const numbers = plan.gathered.flatMap(({ normal }, i) =>
    normal === 'identifier' && records.columns[i]!.firstHalves !== null ? [records.columns[i]!] : [],
  );
  const emails = marksOf(records, (i) => plan.gathered[i]!.normal === 'email');
  return (take: (low: number, high: number, record: number) => void) => {
    for (let record = 0; record < records.count; record++) {
      const isNumbered = numbers.some(({ low, high }) => low[record] !== 0 || high![record] !== 0);
      if (isNumbered && !hasMark(records, record, emails)) continue;
      let low = records.marks[record]!;
      let high = 0;
      for (const words of columns) {
        low = Math.imul(low ^ words[record]!, 0x9e3779b1);
        low ^= low >>> 15;
        high = Math.imul(high ^ words[record]!, 0x85ebca6b);
        high ^= high >>> 13;
      }
      // two words that know nothing of each other: of one alone, ten million rows would collide
      take(Math.imul(low, 0xc2b2ae35) >>> 0, high >>> 0, record);
    }
  };
}

/** Rows with neither an identifier nor a full name and a date of birth; see `isWeak` of table-plan.ts. */
function weakRows({ plan, records }: MergedTable): (record: number) => boolean {
  const marks = (...normals: string[]) => marksOf(records, (i) => normals.includes(plan.gathered[i]!.normal));
  const identifying = marks('email', 'identifier', 'phone');
  const firsts = marks('first name', 'full name');
  const lasts = marks('last name');
  const births = marks('birth date');
  const fullNames = records.columns.filter((_, i) => plan.gathered[i]!.normal === 'full name');
  return (record) => {
    if (hasMark(records, record, identifying)) return false;
    const hasLast = hasMark(records, record, lasts) || fullNames.some(({ high }) => high![record] !== 0);
    return !(hasLast && hasMark(records, record, firsts) && hasMark(records, record, births));
  };
}
