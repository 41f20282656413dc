import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SampleTable } from '../read-sample.ts';
import { readSample } from '../read-sample.ts';
import type { MichaelPageOptions } from './generate.ts';
import { estimatePeopleBytes, generateMichaelPage } from './generate.ts';
import { testAccounts } from './test-accounts.ts';
import type { PersonTruth, Truth } from './truth.ts';
import { personTruths } from './truth.ts';

interface Sample {
  dump: Buffer;
  truth: Truth;
  people: PersonTruth[];
}

async function sample(options: MichaelPageOptions): Promise<Sample> {
  const pieces: Buffer[] = [];
  const { truth, world } = await generateMichaelPage(options, {
    async write(bytes) {
      pieces.push(Buffer.from(bytes));
    },
  });
  return { dump: Buffer.concat(pieces), truth, people: [...personTruths(world)] };
}

const noiseTables = [
  'cache',
  'cache_bootstrap',
  'cache_form',
  'cache_menu',
  'file_managed',
  'jobs',
  'menu_router',
  'node',
  'role',
  'sessions',
  'system',
  'taxonomy_term_data',
  'url_alias',
  'variable',
  'watchdog',
];

/** Values of some columns, row by row. */
function column(tables: Map<string, SampleTable>, table: string, ...names: string[]): (string | null)[][] {
  const { columns, rows } = tables.get(table)!;
  const at = names.map((name) => columns.indexOf(name));
  return rows.map((row) => at.map((index) => row[index] ?? null));
}

/** Addresses in a text, by a rule of the test's own: a local part, an @, labels, a known ending. */
function addressesIn(text: string): string[] {
  const found = text.matchAll(/[a-z0-9][a-z0-9.+_'-]*@(?:[a-z0-9-]+\.)+(?:com|org|net|fr|uk|de|at|test)\b/gi);
  return [...found].map(([address]) => address.toLowerCase());
}

const fold = (text: string | null) =>
  (text ?? '').replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

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

  it('holds as many rows per table as the truth says', () => {
    const counted = [...tables].map(([name, { rows }]) => [name, rows.length]);
    expect(Object.fromEntries(counted)).toEqual(made.truth.rows);
  });

  it('names only columns that exist as planted', () => {
    for (const [table, columns] of Object.entries(made.truth.tables)) {
      expect(tables.get(table)!.columns).toEqual(expect.arrayContaining(Object.keys(columns)));
    }
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
      const dangling = column(tables, table, 'uid').filter(([uid]) => uid !== null && !uids.has(uid!));
      expect(dangling, table).toEqual([]);
    }
    for (const [candidate, job] of column(tables, 'applications', 'candidate_id', 'job_id')) {
      expect(ids.has(candidate!) && jobs.has(job!)).toBe(true);
    }
  });

  it('holds as many distinct addresses as the truth says, and as many only in letters', () => {
    const inText = new Set(
      column(tables, 'applications', 'cover_letter').flatMap(([text]) => addressesIn(text ?? '')),
    );
    const inColumns = new Set<string>();
    for (const table of ['users', 'candidates', 'newsletter']) {
      for (const row of tables.get(table)!.rows) {
        for (const value of row) for (const address of addressesIn(value ?? '')) inColumns.add(address);
      }
    }
    const mentioned = [...inText].filter((address) => !inColumns.has(address));
    expect(mentioned.length).toBe(made.truth.mentioned);
    expect(inColumns.size + mentioned.length).toBe(made.truth.distinctEmails);
    expect(mentioned.length).toBeGreaterThan(0);
  });

  it('has no address in the noise, only what looks like one', () => {
    for (const table of noiseTables) {
      const text = tables
        .get(table)!
        .rows.map((row) => row.join('\n'))
        .join('\n');
      expect(addressesIn(text), table).toEqual([]);
    }
    expect(made.dump.includes('logo@2x.png')).toBe(true);
    expect(made.dump.includes('@font-face')).toBe(true);
    expect(made.dump.includes('@username')).toBe(true);
    expect(new Set([...noiseTables, 'applications', 'candidates', 'newsletter', 'users'])).toEqual(
      new Set(tables.keys()),
    );
  });

  // The rule of the count, written down a second time: rows are one person's when a key or an
  // address says so and the names do not object, or when name and telephone agree without account.
  it('holds exactly the people asked for', () => {
    const tests = new Set(testAccounts.map(({ mail }) => mail.toLowerCase()));
    const parent = new Map<string, string>();
    const root = (key: string): string => {
      const up = parent.get(key) ?? key;
      return up === key ? key : root(up);
    };
    const join = (a: string, b: string) => parent.set(root(a), root(b));
    const nodes = new Set<string>();
    const byMail = new Map<string, string>();
    for (const [uid, mail] of column(tables, 'users', 'uid', 'mail')) {
      const address = mail!.trim().toLowerCase();
      if (uid === '0' || tests.has(address)) continue;
      nodes.add(`user ${uid}`);
      byMail.set(address, `user ${uid}`);
    }
    const seen = new Map<string, string>();
    const fields = ['id', 'uid', 'first_name', 'last_name', 'email', 'phone'];
    for (const [id, uid, first, last, email, phone] of column(tables, 'candidates', ...fields)) {
      const address = email!.trim().toLowerCase();
      if (tests.has(address)) continue;
      const node = `candidate ${id}`;
      nodes.add(node);
      const name = `${fold(first!)} ${fold(last!)}`;
      if (uid !== null) join(node, `user ${uid}`);
      else if (byMail.has(address) && byMail.get(address)!.startsWith('user'))
        join(node, byMail.get(address)!);
      if (!byMail.has(address)) byMail.set(address, node);
      const digits = phone?.replaceAll(/\D/g, '').slice(-9) ?? '';
      const clues = [`${name} ${address}`, ...(digits === '' ? [] : [`${name} ${digits}`])];
      for (const clue of clues) {
        if (seen.has(clue)) join(node, seen.get(clue)!);
        else seen.set(clue, node);
      }
    }
    for (const [nid, mail] of column(tables, 'newsletter', 'nid', 'mail')) {
      const address = mail!.trim().toLowerCase();
      const node = byMail.get(address);
      if (node === undefined) {
        nodes.add(`subscriber ${nid}`);
        byMail.set(address, `subscriber ${nid}`);
      }
    }
    expect(new Set([...nodes].map(root)).size).toBe(options.people);
    expect(made.truth.people).toBe(options.people);
  });

  it('counts the people of each class as the rows have them', () => {
    const byUid = new Map<string, number>();
    const byCandidate = new Map<string, number>();
    const byAddress = new Map<string, number>();
    for (const { id, identifiers } of made.people) {
      for (const uid of identifiers.uids) byUid.set(`${uid}`, id);
      for (const candidate of identifiers.candidateIds) byCandidate.set(`${candidate}`, id);
      for (const email of identifiers.emails) byAddress.set(email, id);
    }
    const holders = new Map<string, Set<number>>();
    for (const [table, planted] of Object.entries(made.truth.tables)) {
      for (const [name, dataClass] of Object.entries(planted)) {
        const key =
          table === 'applications'
            ? 'candidate_id'
            : table === 'candidates'
              ? 'id'
              : table === 'newsletter'
                ? 'mail'
                : 'uid';
        for (const [owner, value] of column(tables, table, key, name)) {
          const person =
            key === 'mail'
              ? byAddress.get(owner!.trim().toLowerCase())
              : (key === 'uid' ? byUid : byCandidate).get(owner!);
          const valid = value !== null && value !== '' && value !== 'n/a';
          const mistyped = dataClass === 'Email addresses' && addressesIn(value ?? '').length === 0;
          if (person === undefined || !valid || mistyped) continue;
          if (!holders.has(dataClass)) holders.set(dataClass, new Set());
          holders.get(dataClass)!.add(person);
        }
      }
    }
    const counted = Object.fromEntries([...holders].map(([name, people]) => [name, people.size]));
    expect(counted).toEqual(made.truth.classes);
    expect(Object.keys(counted)).toHaveLength(16);
    for (const { id, classes } of made.people) {
      expect(
        [...holders]
          .filter(([, people]) => people.has(id))
          .map(([name]) => name)
          .toSorted(),
      ).toEqual(classes.toSorted());
    }
  });

  it('plants every difficulty: shared mailboxes, couples, households, second rows, mistyped addresses', () => {
    const byEmail = Map.groupBy(
      column(tables, 'candidates', 'email', 'first_name', 'last_name', 'uid'),
      ([email]) => email!.trim().toLowerCase(),
    );
    const shared = [...byEmail].filter(([, rows]) => new Set(rows.map((row) => fold(row[1]!))).size > 1);
    expect(shared.some(([email, rows]) => email.includes('-') && rows.length > 2)).toBe(true);
    expect(shared.some(([, rows]) => rows.length === 2)).toBe(true);
    expect(
      [...byEmail].some(([, rows]) => rows.length === 2 && fold(rows[0]![1]!) === fold(rows[1]![1]!)),
    ).toBe(true);
    expect([...byEmail.keys()].some((email) => email.endsWith('@example'))).toBe(true);
    const homes = Map.groupBy(
      column(tables, 'candidates', 'address', 'first_name').filter(([address]) => address !== null),
      ([address]) => address,
    );
    expect(
      [...homes.values()].some((rows) => new Set(rows.map(([, first]) => fold(first!))).size === 2),
    ).toBe(true);
    expect(made.truth.duplicatesUnprovable).toBeGreaterThan(0);
    const written = column(tables, 'newsletter', 'mail').map(([mail]) => mail!);
    expect(written.some((mail) => mail.startsWith(' '))).toBe(true);
    expect(written.some((mail) => mail.endsWith(' '))).toBe(true);
    expect(written.some((mail) => mail === mail.toUpperCase())).toBe(true);
  });

  it('serialized PHP in the caches has true lengths', () => {
    const data = column(tables, 'cache_form', 'data').map(([value]) => value!);
    for (const value of data) expect(endOfPhp(Buffer.from(value), 0)).toBe(Buffer.byteLength(value));
  });
});

/** Where the serialized value that begins at `at` ends; throws where it is none. */
function endOfPhp(bytes: Buffer, at: number): number {
  const head = /^(?:N;|[bid]:[-\d.]+;|s:(\d+):"|a:(\d+):\{|O:\d+:"\w+":(\d+):\{)/.exec(
    bytes.toString('latin1', at, at + 64),
  );
  if (head === null) throw new Error(`no value at ${at}`);
  let end = at + head[0].length;
  if (head[1] !== undefined) {
    end += Number(head[1]);
    if (bytes.toString('latin1', end, end + 2) !== '";') throw new Error(`false length at ${at}`);
    return end + 2;
  }
  const items = head[2] ?? head[3];
  if (items === undefined) return end;
  for (let item = 0; item < 2 * Number(items); item++) end = endOfPhp(bytes, end);
  if (bytes[end] !== 0x7d) throw new Error(`no end at ${end}`);
  return end + 1;
}

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
