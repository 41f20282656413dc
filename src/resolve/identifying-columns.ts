// Where a table holds what singles people out: addresses, and numbers that a state gives to one person.
// In: merged tables. Out: columns, and scans over all rows about people by one of them.

import { identifierOf, type ValidatorId } from '../recognise/index.ts';
import type { HashScan } from './group-by-hash.ts';
import type { MergedTable } from './merged-table.ts';
import type { RecordColumn } from './table-records.ts';

export function emailColumns({ plan, records }: MergedTable): RecordColumn[] {
  return records.columns.filter((_, i) => plan.gathered[i]!.normal === 'email');
}

/** The column of the address that stands for the person of a row: the first that has one. */
export function emailIn(columns: readonly RecordColumn[], record: number): RecordColumn | null {
  for (const column of columns) if (column.low[record] !== 0 || column.high![record] !== 0) return column;
  return null;
}

/** The identifiers of persons that rows about people hold, those that most rows hold first. */
export function personIdentifiers(tables: MergedTable[], base: Int32Array): ValidatorId[] {
  const rows = new Map<ValidatorId, number>();
  tables.forEach(({ plan, records }, i) => {
    if (base[i]! < 0) return;
    for (const { normal, validator } of plan.gathered)
      if (normal === 'identifier' && isPersonal(validator))
        rows.set(validator, (rows.get(validator) ?? 0) + records.count);
  });
  return [...rows].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([validator]) => validator);
}

function isPersonal(validator: ValidatorId | -1): validator is ValidatorId {
  return validator !== -1 && identifierOf(validator)?.subject === 'person';
}

/** An identifier whose check failed is kept as nothing but its halves. */
export function identifierColumns({ plan, records }: MergedTable, validator: ValidatorId): RecordColumn[] {
  return records.columns.filter(
    (_, i) => plan.gathered[i]!.normal === 'identifier' && plan.gathered[i]!.validator === validator,
  );
}

/** Every row about people by its address. */
export function scanEmails(tables: MergedTable[], base: Int32Array): HashScan {
  return (take) =>
    tables.forEach((table, i) => {
      const columns = base[i]! < 0 ? [] : emailColumns(table);
      if (columns.length === 0) return;
      for (let record = 0; record < table.records.count; record++) {
        const column = emailIn(columns, record);
        if (column !== null) take(column.low[record]!, column.high![record]!, base[i]! + record);
      }
    });
}

/** Every row about people by each of its identifiers of one sort. */
export function scanIdentifiers(tables: MergedTable[], base: Int32Array, validator: ValidatorId): HashScan {
  return (take) =>
    tables.forEach((table, i) => {
      if (base[i]! < 0) return;
      for (const { low, high } of identifierColumns(table, validator))
        for (let record = 0; record < low.length; record++)
          if (low[record] !== 0 || high![record] !== 0) take(low[record]!, high![record]!, base[i]! + record);
    });
}
