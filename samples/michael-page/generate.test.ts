import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SampleTable } from '../read-sample.ts';
import { readSample } from '../read-sample.ts';
import { estimatePeopleBytes } from './generate.ts';
import type { Sample } from './made-sample.fixture.ts';
import { addressesIn, column, sample } from './made-sample.fixture.ts';

describe('a small sample', () => {
  const options = { seed: 42, people: 1500, sizeBytes: 8_000_000 };
  let made: Sample;
  let tables: Map<string, SampleTable>;
  beforeAll(async () => {
    made = await sample(options);
    tables = readSample(made.dump);
  });

  it('is the same bytes and the same truth for the same options', async () => {
    const again = await sample(options);
    const digest = (dump: Buffer) => createHash('sha256').update(dump).digest('hex');
    expect(digest(again.dump)).toBe(digest(made.dump));
    expect(again.truth).toEqual(made.truth);
    const other = await sample({ ...options, seed: 43 });
    expect(digest(other.dump)).not.toBe(digest(made.dump));
  });

  it('has the size asked for within 2 %', () => {
    expect(made.truth.bytes).toBe(made.dump.length);
    expect(Math.abs(made.dump.length / options.sizeBytes - 1)).toBeLessThan(0.02);
  });

  it('is a dump of mysqldump 5.6 with tables in alphabetical order', () => {
    const text = made.dump.toString('latin1');
    expect(text).toMatch(/^-- MySQL dump 10\.13 {2}Distrib 5\.6\.33/);
    expect(text).toMatch(/\n-- Dump completed on [\d -]+:\d\d:\d\d\n$/);
    const names = [...text.matchAll(/^LOCK TABLES `(\w+)` WRITE;$/gm)].map((match) => match[1]!);
    expect(names).toEqual(names.toSorted());
    expect(names).toEqual([...tables.keys()]);
  });

  it('ends statements at about 1 MB, as net_buffer_length makes mysqldump do', () => {
    const lengths = made.dump
      .toString('latin1')
      .split('\n')
      .filter((line) => line.startsWith('INSERT'))
      .map((line) => line.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1_048_576);
    expect(Math.max(...lengths)).toBeGreaterThan(950_000);
  });

  it('keeps its keys: unique ones unique, foreign ones pointing at a row', () => {
    const keys: [table: string, ...columns: string[]][] = [
      ['users', 'uid'],
      ['users', 'name'],
      ['candidates', 'id'],
      ['applications', 'id'],
      ['newsletter', 'nid'],
      ['jobs', 'id'],
      ['jobs', 'reference'],
      ['sessions', 'sid'],
      ['cache_form', 'cid'],
      ['watchdog', 'wid'],
      ['url_alias', 'pid'],
    ];
    for (const [table, ...columns] of keys) {
      const values = column(tables, table, ...columns).map((row) => row.join('\0').toLowerCase());
      expect(new Set(values).size, `${table}.${columns.join()}`).toBe(values.length);
    }
    const uids = new Set(column(tables, 'users', 'uid').map(([uid]) => uid));
    const ids = new Set(column(tables, 'candidates', 'id').map(([id]) => id));
    const jobs = new Set(column(tables, 'jobs', 'id').map(([id]) => id));
    for (const table of ['candidates', 'sessions', 'watchdog', 'node', 'file_managed']) {
      const dangling = column(tables, table, 'uid').filter(([uid]) => uid !== null && !uids.has(uid));
      expect(dangling, table).toEqual([]);
    }
    for (const [candidate, job] of column(tables, 'applications', 'candidate_id', 'job_id')) {
      expect(ids.has(candidate) && jobs.has(job)).toBe(true);
    }
  });
});

it('a larger size adds noise only: people, addresses and visitors stay', async () => {
  const options = { seed: 9, people: 400, sizeBytes: 4_000_000 };
  const small = await sample(options);
  const large = await sample({ ...options, sizeBytes: 12_000_000 });
  const [few, many] = [readSample(small.dump), readSample(large.dump)];
  for (const table of ['applications', 'candidates', 'newsletter', 'users', 'jobs']) {
    expect(many.get(table)).toEqual(few.get(table));
  }
  expect(large.truth.distinctEmails).toBe(small.truth.distinctEmails);
  for (const table of ['sessions', 'watchdog']) {
    expect(many.get(table)!.rows.length).toBeGreaterThan(few.get(table)!.rows.length * 2);
    const pairs = column(many, table, 'uid', 'hostname');
    const perUid = Map.groupBy(pairs, ([uid]) => uid!);
    const addresses = (rows: (string | null)[][]) => new Set(rows.map(([, ip]) => ip)).size;
    for (const [uid, rows] of perUid) expect(addresses(rows)).toBeLessThanOrEqual(uid === '0' ? 5000 : 3);
    const strange = pairs.filter(
      ([, ip]) => !/^(192\.0\.2|198\.51\.100|203\.0\.113|10\.\d+\.\d+)\.\d+$|^2001:db8:/.test(ip!),
    );
    expect(strange).toEqual([]);
  }
});

it('people fill no more than 45 % of a file of 170 people per MB', () => {
  for (const megabytes of [20, 200]) {
    const share = estimatePeopleBytes(3, megabytes * 170) / (megabytes * 1e6);
    expect(share).toBeLessThan(0.45);
    expect(share).toBeGreaterThan(0.15);
  }
});

it('people who need more than the size get it', async () => {
  const { dump, truth } = await sample({ seed: 1, people: 700, sizeBytes: 1000 });
  expect(dump.length).toBeGreaterThan(1_000_000);
  expect(readSample(dump).get('candidates')!.rows.length).toBe(truth.rows['candidates']);
});

it('any seed and number of people makes a dump that reads back, with that many people', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 1, max: 300 }),
      async (seed, people) => {
        const made = await sample({ seed, people, sizeBytes: 1000 });
        const tables = readSample(made.dump);
        expect(made.truth.people).toBe(people);
        expect(made.people).toHaveLength(people);
        expect(made.people.every(({ classes }) => classes.includes('Email addresses'))).toBe(true);
        const own = new Set<string>();
        for (const table of ['users', 'candidates', 'newsletter']) {
          for (const row of tables.get(table)!.rows)
            for (const value of row) for (const address of addressesIn(value ?? '')) own.add(address);
        }
        expect(own.size).toBe(made.truth.distinctEmails - made.truth.mentioned);
      },
    ),
    { numRuns: 12 },
  );
});
