import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type ContactField, contactFields, mostContactBytes } from './contact-fields.ts';
import { createContactSpools } from './contact-spools.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-contacts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const values = fc.array(
  fc.record({
    field: fc.constantFrom<ContactField>(...Object.values(contactFields)),
    value: fc.stringMatching(/^[a-zé]{1,40}$/u),
  }),
  { minLength: 1, maxLength: 5 },
);

test('rows that come in any order go out person by person, as they were', () => {
  const rows = fc.array(
    fc.record({ person: fc.nat({ max: 120_000 }), source: fc.nat({ max: 9 }), rank: fc.nat(), values }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(rows, (given) => {
      using spools = createContactSpools(folder, 120_001);
      for (const row of given) {
        expect(spools.begin(row.person, row.source, row.rank)).toBe(true);
        for (const { field, value } of row.values) {
          const bytes = Buffer.from(`xx${value}`);
          spools.add(field, bytes, 2, bytes.length);
        }
        spools.end();
      }
      const read: typeof given = [];
      let next = 0;
      spools.forEachPerson((person, own) => {
        expect(person).toBe(next++);
        for (const row of own) read.push({ person, ...row });
      });
      expect(next).toBe(120_001);
      expect(read).toEqual(given.toSorted((a, b) => a.person - b.person));
    }),
    { numRuns: 20 },
  );
});

test('of one person a bounded number of rows is kept, and a value that is too long is passed over', () => {
  using spools = createContactSpools(folder, 2);
  const long = Buffer.alloc(mostContactBytes + 1, 'x');
  let kept = 0;
  for (let row = 0; row < 1000; row++) {
    if (!spools.begin(1, 0, row)) continue;
    spools.add(contactFields.town, long, 0, long.length);
    spools.add(contactFields.email, Buffer.from('a@example.org'), 0, 13);
    spools.end();
    kept++;
  }
  expect(kept).toBe(100);
  spools.forEachPerson((person, rows) => {
    expect(rows).toHaveLength(person === 0 ? 0 : kept);
    for (const { values: said } of rows)
      expect(said).toEqual([{ field: contactFields.email, value: 'a@example.org' }]);
  });
});

test('what waits on the disk has no name there', () => {
  using spools = createContactSpools(folder, 10);
  spools.begin(1, 0, 0);
  spools.add(contactFields.email, Buffer.from('a@example.org'), 0, 13);
  spools.end();
  expect(readdirSync(folder)).toEqual([]);
});
