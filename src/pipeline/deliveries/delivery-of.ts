// The delivery that an examination comes to, as a case keeps it. In: what was found, and the report made of it. Out: its
// head, and its rows as they lie. No value of the leak: samples stay behind.

import { flagSpecial, specialCategories } from '../../recognise/index.ts';
import { type ExposureReport, fileState, isTroubled } from '../../report/index.ts';
import type { Findings } from '../findings.ts';
import { collectSchemas } from '../read-inputs.ts';
import { type TableName } from '../read-job.ts';
import { tableSampleOf } from '../table-entry.ts';
import { tableSources, textSources } from '../table-sources.ts';
import type { DeliveredTable, DeliveryHead, DeliveryRows } from './delivery.ts';

export function deliveryHead(
  found: Findings,
  report: ExposureReport,
  { at, seed }: Pick<DeliveryHead, 'at' | 'seed'>,
): DeliveryHead {
  const sources = tableSources(found);
  return {
    at,
    seed,
    // those that could be read come first, in the same order
    inputs: report.inputs.map(({ path, sha256, bytes }, i) => ({
      path,
      sha256,
      bytes,
      parts: found.inputs[i]?.parts ?? [path],
      partOf: found.inputs[i]?.partOf ?? null,
    })),
    unpack: { passwords: found.unpack.passwords, maxUnpackedBytes: found.unpack.maxUnpackedBytes },
    skipped: report.skipped.length,
    partial: [...report.inputs, ...report.inside]
      .filter((file) => isTroubled(fileState(file, false)))
      .map(({ path, note }) => ({ path, note: note ?? '' })),
    tables: report.tables.map(({ name }, i) => deliveredTable(found, i, name, sources[i]!)),
    texts: textSources(report),
    schemas: [...collectSchemas(found.read.results).values()],
  };
}

function deliveredTable(found: Findings, index: number, shown: string, sources: string[]): DeliveredTable {
  const { merged, keys, ownLeaf, folder, samples } = found.settled.tables[index]!;
  // as they were before anything was found to be nobody's
  const { findings, plan } = found.judged[index]!;
  const columns = merged.columns.map(({ name }) => name);
  const names = keys.map((key): TableName => {
    const [leaf, database, table] = JSON.parse(key) as [string, string, string];
    return { leaf, database, table };
  });
  return {
    shown,
    name: merged.name,
    names,
    ownLeaf,
    database: folder,
    table: names[0]!.table,
    sources,
    columns,
    schema: merged.schema === null ? null : { ...merged.schema, name: merged.name },
    rows: merged.rows,
    unreadRows: merged.unreadRows,
    weakDoubles: merged.weakDoubles,
    filled: [...merged.filled],
    findings,
    plan,
    kinds: merged.kinds.map((counts) => [...counts]),
    special: flagSpecial(tableSampleOf(merged.name, columns, merged.schema, samples, merged)).map(
      ({ column, category }) => ({
        column: columns[column] ?? `column ${column + 1}`,
        category: specialCategories[category].label,
      }),
    ),
  };
}

/** Shares memory with what was found. */
export function deliveryRows({ settled, textEmails }: Findings): DeliveryRows {
  return {
    records: settled.tables.map(({ merged }) => merged.records),
    mentions: settled.tables.map(({ merged }) => merged.mentions),
    textEmails: textEmails.toWords(),
  };
}
