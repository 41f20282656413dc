import { beforeAll, expect, it } from 'vitest';
import type { SampleTable } from '../read-sample.ts';
import { readSample } from '../read-sample.ts';
import type { Sample } from './made-sample.fixture.ts';
import { addressesIn, column, fold, sample } from './made-sample.fixture.ts';
import { testAccounts } from './test-accounts.ts';

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

const options = { seed: 42, people: 1500, sizeBytes: 8_000_000 };
let made: Sample;
let tables: Map<string, SampleTable>;
beforeAll(async () => {
  made = await sample(options);
  tables = readSample(made.dump);
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
    else if (byMail.has(address) && byMail.get(address)!.startsWith('user')) join(node, byMail.get(address)!);
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
  expect([...homes.values()].some((rows) => new Set(rows.map(([, first]) => fold(first!))).size === 2)).toBe(
    true,
  );
  expect(made.truth.duplicatesUnprovable).toBeGreaterThan(0);
  const written = column(tables, 'newsletter', 'mail').map(([mail]) => mail!);
  expect(written.some((mail) => mail.startsWith(' '))).toBe(true);
  expect(written.some((mail) => mail.endsWith(' '))).toBe(true);
  expect(written.some((mail) => mail === mail.toUpperCase())).toBe(true);
});
