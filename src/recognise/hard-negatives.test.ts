import { describe, expect, it } from 'vitest';
import { readTable } from './classify-table.ts';
import { hardNegativeTables } from './hard-negatives.fixture.ts';
import { sampleOf } from './made-up-tables.fixture.ts';

const options = { today: new Date('2026-11-22T00:00:00Z') };

describe('columns that only look like people’s data', () => {
  it('there are more than 200 of them', () => {
    const silent = hardNegativeTables.flatMap(({ columns }) =>
      columns.filter(([, , , expected]) => expected === null),
    );
    expect(silent.length).toBeGreaterThan(200);
  });

  it.each(hardNegativeTables.map((table) => [table.name, table] as const))(
    '%s: nothing is claimed of them',
    (_, table) => {
      const { findings } = readTable(sampleOf(table), options);
      const claims = table.columns.flatMap(([name, , , expected], index) =>
        (findings[index]![0]?.class ?? null) === expected ? [] : [`${name}: ${findings[index]![0]?.class}`],
      );
      expect(claims).toEqual([]);
    },
  );

  it('numbers of organisations are noted, and are nobody’s', () => {
    const shops = hardNegativeTables.find(({ name }) => name === 'magasins')!;
    const { findings, notes } = readTable(sampleOf(shops), options);
    const siret = shops.columns.findIndex(([name]) => name === 'siret');
    expect(findings[siret]).toEqual([]);
    expect(notes[siret]).toBe(
      'SIRET: identifies organisations, not people; 30 of 30 sampled values pass its check',
    );
    expect(notes.filter((note) => note !== null)).toHaveLength(1);
  });
});
