/*
 * Rows read back from the evidence are the same people's as when they were read first, whatever the format, the sizes
 * that it is read in, and however deep a file lies; and what cannot be read back is told.
 */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeExtracts } from '../../samples/pole-emploi/make-extracts.ts';
import { generateShop } from '../../samples/shop/generate-shop.ts';
import { createIdentifierHasher } from '../../src/pipeline/identifier-hasher.ts';
import { examineIntoCase, type ResolvedCase, resolveCase, walkValues } from '../../src/pipeline/index.ts';
import type { WalkOptions } from '../../src/pipeline/index.ts';
import { type CaseRecord, openCase, openHome } from '../../src/store/index.ts';
import { validators } from '../../src/recognise/index.ts';
import { plantSample } from '../examine/planted-sample.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = openHome(join(folder, 'home'));
const now = new Date('2026-06-30');

interface Row {
  part: number;
  file: string;
  offset: number;
  person: number;
  values: string[];
}

interface Walked {
  record: CaseRecord;
  resolved: ResolvedCase;
  rows: Row[];
  unsure: number;
}

async function examined(path: string): Promise<CaseRecord> {
  const record = openCase(home, null, now);
  await examineIntoCase([path], record, { workers: 1, now });
  return record;
}

/** All values of all columns that a person may be found by. */
async function walk(record: CaseRecord, tuning: WalkOptions['tuning'] = {}, workers = 1): Promise<Walked> {
  const resolved = resolveCase(record, { asOf: now, bounds: false });
  const rows: Row[] = [];
  const wanted = resolved.parts.map(({ part }) => ({
    part,
    columns: columnsOf(resolved, part).map(({ column }) => column),
  }));
  const { unsure } = await walkValues(
    record,
    resolved,
    wanted,
    (batch) => {
      for (let row = 0; row < batch.rows; row++)
        rows.push({
          part: batch.part,
          file: batch.file,
          offset: batch.offsets[row]!,
          person: batch.people[row]!,
          values: wanted[batch.part]!.columns.map((_, i) => batch.text(row, i)),
        });
    },
    { readFor: { home, who: 'test', what: 'test' }, workers, tuning },
  );
  return {
    record,
    resolved,
    rows: rows.toSorted(
      (a, b) =>
        a.part - b.part || (a.file < b.file ? -1 : 1) * Number(a.file !== b.file) || a.offset - b.offset,
    ),
    unsure,
  };
}

/** Columns of a part with addresses or NIRs that are the people's own. */
function columnsOf(
  { parts, people, tables }: ResolvedCase,
  part: number,
): { column: number; sort: 'email' | 'nir' }[] {
  const { delivered, table } = parts[part]!;
  if (people.tables[table]!.about !== 'people') return [];
  const names = delivered.plan.gathered.map(({ validator, column }) => ({
    column,
    sort: validator === -1 ? '' : validators[validator]!.name,
  }));
  expect(tables[table]!.records.count).toBeGreaterThan(0);
  return (['email', 'nir'] as const).flatMap((sort) => {
    const first = names.find((name) => name.sort === sort);
    return first ? [{ column: first.column, sort }] : [];
  });
}

/** People of each identifier, by its sort and hash. */
function peopleByIdentifier({ index }: ResolvedCase): Map<string, Set<number>> {
  const people = new Map<string, Set<number>>();
  index.forEachIdentifier((person, sort, low, high) => {
    const key = `${sort} ${low} ${high}`;
    people.set(key, (people.get(key) ?? new Set()).add(person));
  });
  return people;
}

/** How many rows were known again by what stands in them; each must be somebody's whose it is. */
function rowsKnownAgain({ resolved, rows }: Walked): number {
  const known = peopleByIdentifier(resolved);
  const hash = createIdentifierHasher(resolved.seed);
  let again = 0;
  for (const { part, person, values } of rows) {
    for (const [i, { sort }] of columnsOf(resolved, part).entries()) {
      const words = values[i] === '' ? null : hash(sort, values[i]!);
      const owners = words && known.get(`${sort} ${words[0]} ${words[1]}`);
      if (!owners || person < 0) continue;
      expect(owners).toContain(person);
      again++;
    }
  }
  return again;
}

describe.each([
  'csv',
  'mysql',
  'postgresql',
  'ndjson',
  'xlsx',
  'sqlite',
  'parquet',
  'fixed-width',
  'xml',
] as const)('of a shop as %s', (format) => {
  test('each row is whose it was', async () => {
    const path = join(folder, `shop-${format}`);
    await generateShop(path, { seed: 3, people: 300, format });
    const walked = await walk(await examined(path));
    expect(rowsKnownAgain(walked)).toBeGreaterThan(250);
    expect(walked.unsure).toBe(0);
    const seen = new Set(walked.rows.map(({ person }) => person));
    seen.delete(-1);
    expect(seen.size).toBe(walked.resolved.index.count);
  });
});

describe('of a dump', () => {
  const sample = join(folder, 'sample.sql');
  let whole: Walked;

  beforeAll(async () => {
    await plantSample(sample, { seed: 5, people: 3000, sizeBytes: 6_000_000 });
    whole = await walk(await examined(sample));
  });

  test('each row is whose it was, packed values and keys of other tables included', () => {
    expect(rowsKnownAgain(whole)).toBeGreaterThan(3000);
    expect(whole.unsure).toBe(0);
    const seen = new Set(whole.rows.map(({ person }) => person));
    seen.delete(-1);
    expect(seen.size).toBe(whole.resolved.index.count);
  });

  test('the sizes that it is read in and the number of threads change nothing', async () => {
    for (const tuning of [
      { stretchBytes: 50_000 },
      { stretchBytes: 300_000, windowBytes: 65_536 },
      { twin: true },
    ]) {
      const again = await walk(whole.record, tuning, 2);
      expect(again.rows).toEqual(whole.rows);
    }
  });

  test('packed in an archive it gives the same people', async () => {
    const path = join(folder, 'packed.sql.gz');
    writeFileSync(path, gzipSync(readFileSync(sample)));
    const packed = await walk(await examined(path));
    expect(packed.rows.map(({ values, offset }) => [offset, ...values])).toEqual(
      whole.rows.map(({ values, offset }) => [offset, ...values]),
    );
    expect(rowsKnownAgain(packed)).toBe(rowsKnownAgain(whole));
  });

  test('what the visitor throws ends the walk with it', async () => {
    const { record, resolved } = whole;
    const { part } = resolved.parts[0]!;
    const failing = walkValues(
      record,
      resolved,
      [{ part, columns: [0] }],
      () => {
        throw new Error('no more of it');
      },
      { readFor: { home, who: 'test', what: 'test' } },
    );
    await expect(failing).rejects.toThrow('no more of it');
  });

  test('a slow visitor is given one batch at a time', async () => {
    const { record, resolved } = whole;
    let visiting = 0;
    let most = 0;
    await walkValues(
      record,
      resolved,
      resolved.parts.map(({ part }) => ({ part, columns: [0] })),
      async () => {
        most = Math.max(most, ++visiting);
        await new Promise((done) => {
          setTimeout(done, 2);
        });
        visiting--;
      },
      { readFor: { home, who: 'test', what: 'test' }, workers: 2, tuning: { stretchBytes: 400_000 } },
    );
    expect(most).toBe(1);
  });
});

test('two extracts of a register, one of them without names of columns, are read back row for row', async () => {
  await makeExtracts(
    join(folder, 'register'),
    { seed: 7, people: 3000, dirt: 'default', format: 'both' },
    120,
    true,
  );
  const walked = await walk(await examined(join(folder, 'register')));
  expect(rowsKnownAgain(walked)).toBeGreaterThan(3000);
  expect(walked.unsure).toBe(0);
});

test('a file that has changed, or is gone, is told and nothing is given for good', async () => {
  const place = join(folder, 'moving');
  mkdirSync(place);
  const path = join(place, 'shop.csv');
  const shop = join(folder, 'moving-shop');
  await generateShop(shop, { seed: 9, people: 200, format: 'mysql' });
  writeFileSync(path, readFileSync(shop));
  const record = await examined(path);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('@example');
  bytes[at + 1] = 'f'.charCodeAt(0);
  writeFileSync(path, bytes);
  await expect(walk(record)).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED' });
  appendFileSync(path, '-- more');
  await expect(walk(record)).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED' });
  rmSync(path);
  await expect(walk(record)).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED' });
});
