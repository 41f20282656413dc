import { describe, expect, it } from 'vitest';
import { classifyTable } from './classify-table.ts';
import { heldBackTables } from './held-back-tables.fixture.ts';
import { heldBackThings } from './held-back-things.fixture.ts';
import { sampleOf } from './made-up-tables.fixture.ts';
import { moreHeldBackTables } from './more-held-back-tables.fixture.ts';

const options = { today: new Date('2026-11-22T00:00:00Z') };

describe('tables of systems and languages that the lexicon was not written for', () => {
  it.each(
    [...heldBackThings, ...heldBackTables, ...moreHeldBackTables].map(
      (table) => [table.name, table] as const,
    ),
  )('%s: every column is what it says', (_, table) => {
    const findings = classifyTable(sampleOf(table), options);
    expect(table.columns.map(([name], index) => [name, findings[index]![0]?.class ?? null])).toEqual(
      table.columns.map(([name, , , expected]) => [name, expected]),
    );
  });
});
