// Columns that look like people's data and are none. In: the tables of the recognise stage's own tests, of which every
// column must stay silent. Out: what is claimed all the same.

import { classifyTable } from '../../src/recognise/index.ts';
import { hardNegativeTables } from '../../src/recognise/hard-negatives.fixture.ts';
import { heldBackThings } from '../../src/recognise/held-back-things.fixture.ts';
import { noiseTables } from '../../src/recognise/made-up-noise.fixture.ts';
import { sampleOf, type TableCase } from '../../src/recognise/made-up-tables.fixture.ts';
import type { Claim } from './expected-columns.ts';

export interface JudgedNegatives {
  columns: number;
  claims: Claim[];
}

const today = new Date('2026-11-22T00:00:00Z');

export function judgeHardNegatives(
  tables: readonly TableCase[] = [...noiseTables, ...hardNegativeTables, ...heldBackThings],
): JudgedNegatives {
  const claims: Claim[] = [];
  let columns = 0;
  for (const table of tables) {
    const findings = classifyTable(sampleOf(table), { today });
    table.columns.forEach(([name, , , expected], i) => {
      if (expected !== null) return;
      columns++;
      for (const { class: dataClass, confidence } of findings[i]!)
        claims.push({
          where: `${table.name}.${name ?? i + 1}`,
          class: dataClass,
          confidence,
          isRight: false,
        });
    });
  }
  return { columns, claims };
}
