import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TocsinError } from '../../../base/index.ts';
import { cutSource } from './cut-source.fixture.ts';
import { parseSubset, ruleText } from './subset-rule.ts';

const key = new Uint8Array(32).fill(7);

/** Users with managers, and countries whose capital has an owner: links in circles. */
function shop({
  users,
  perInsert = 50,
  comments = false,
}: {
  users: number;
  perInsert?: number;
  comments?: boolean;
}): string {
  const lines = [
    'CREATE TABLE `users` (`id` int NOT NULL, `email` varchar(80), `manager_id` int, `country` varchar(2), PRIMARY KEY (`id`), FOREIGN KEY (`manager_id`) REFERENCES `users` (`id`), FOREIGN KEY (`country`) REFERENCES `countries` (`code`));',
    'CREATE TABLE `countries` (`code` varchar(2) NOT NULL, `owner_id` int, PRIMARY KEY (`code`), FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`));',
    'CREATE TABLE `products` (`id` int NOT NULL, `name` varchar(80), PRIMARY KEY (`id`));',
    'CREATE TABLE `orders` (`shop` int NOT NULL, `id` int NOT NULL, `user_id` int, PRIMARY KEY (`shop`,`id`), FOREIGN KEY (`user_id`) REFERENCES `users` (`id`));',
    'CREATE TABLE `items` (`shop` int, `order_id` int, `product_id` int, FOREIGN KEY (`shop`,`order_id`) REFERENCES `orders` (`shop`,`id`), FOREIGN KEY (`product_id`) REFERENCES `products` (`id`));',
  ];
  const insert = (table: string, rows: string[]) => {
    for (let at = 0; at < rows.length; at += perInsert) {
      if (comments) lines.push(`-- rows of ${table}; (some) 'of' them`);
      lines.push(
        `INSERT INTO \`${table}\` VALUES ${rows.slice(at, at + perInsert).join(comments ? ',\n/* a, b */ ' : ',')};`,
      );
    }
  };
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  insert(
    'products',
    numbers(20).map((id) => `(${id},'a, (product); it''s')`),
  );
  insert(
    'countries',
    numbers(5).map((id) => `('c${id}',${id % 2 === 0 ? 'NULL' : id * 3})`),
  );
  insert(
    'users',
    numbers(users).map(
      (id) => `(${id},'u${id}@mail.example',${id > 10 ? id - 10 : 'NULL'},'c${(id % 5) + 1}')`,
    ),
  );
  insert(
    'orders',
    numbers(users * 2).map((id) => `(${id % 3},${id},${id % 7 === 0 ? 'NULL' : (id % users) + 1})`),
  );
  insert(
    'items',
    numbers(users * 4).map((id) => `(${Math.ceil(id / 2) % 3},${Math.ceil(id / 2)},${(id % 20) + 1})`),
  );
  return `${lines.join('\n')}\n`;
}

function load(sql: string): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(sql);
  return db;
}

function count(db: DatabaseSync, table: string): number {
  return Number(Object.values(db.prepare(`SELECT count(*) FROM ${table}`).get()!)[0]);
}

describe('a subset of a dump', () => {
  test('has no key that points to a row that is gone, whatever the stretches and the form of its statements', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 120 }),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        fc.constantFrom('users=10%', 'users=3', 'orders=5%', 'items=4', 'countries=1'),
        fc.constantFrom(200, 3000, 1 << 20),
        (users, perInsert, comments, rule, stretchBytes) => {
          const { text, refused, tables } = cutSource(shop({ users, perInsert, comments }), [rule], {
            key,
            stretchBytes,
          });
          const db = load(text);
          expect(refused).toEqual([]);
          expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
          for (const { table, kept } of tables) expect(count(db, table)).toBe(kept);
          db.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('is the same whatever the stretches', () => {
    const source = shop({ users: 200 });
    const whole = cutSource(source, ['users=5%'], { key });
    for (const stretchBytes of [100, 4000])
      expect(cutSource(source, ['users=5%'], { key, stretchBytes }).text).toBe(whole.text);
  });

  test('keeps the rows that refer to chosen ones, and tables that are not reached whole', () => {
    const db = load(cutSource(shop({ users: 400 }), ['users=20'], { key }).text);
    expect(count(db, 'products')).toBe(20);
    const full = load(shop({ users: 400 }));
    const chosen = cutSource(shop({ users: 400 }), ['users=20'], { key }).tables.find(
      ({ table }) => table === 'users',
    )!;
    // twenty, their managers and the owners of their countries
    expect(chosen.kept).toBeGreaterThanOrEqual(20);
    expect(chosen.kept).toBeLessThan(400);
    const orphans = full.prepare('SELECT count(*) AS n FROM orders WHERE user_id IS NULL').get()!['n'];
    expect(db.prepare('SELECT count(*) AS n FROM orders WHERE user_id IS NULL').get()!['n']).toBe(orphans);
    const items = db.prepare('SELECT count(*) AS n FROM items').get()!['n'];
    const orders = count(db, 'orders');
    expect(items).toBe(orders * 2);
  });

  test('has the same rows of a later dump that holds more', () => {
    const rowsOf = (sql: string) =>
      load(sql)
        .prepare('SELECT id FROM products ORDER BY id')
        .all()
        .map((row) => row['id']);
    const dump = (products: number) =>
      `CREATE TABLE products (id int, name text, PRIMARY KEY (id));\nINSERT INTO products VALUES ${Array.from({ length: products }, (_, i) => `(${i},'x')`).join(',')};\n`;
    const early = rowsOf(cutSource(dump(1000), ['products=10%'], { key }).text);
    const late = rowsOf(cutSource(dump(2000), ['products=10%'], { key }).text);
    expect(late.filter((id) => Number(id) < 1000)).toEqual(early);
    expect(early.length).toBeGreaterThan(60);
    expect(early.length).toBeLessThan(140);
    const other = rowsOf(cutSource(dump(1000), ['products=10%'], { key: new Uint8Array(32) }).text);
    expect(other).not.toEqual(early);
  });

  test('has as many rows as a count asks for', () => {
    for (const wanted of [1, 17, 20]) {
      const { tables } = cutSource(shop({ users: 30 }), [`products=${wanted}`], { key });
      expect(tables.find(({ table }) => table === 'products')!.kept).toBe(wanted);
    }
  });
});

describe('forms of rows', () => {
  test('a COPY keeps its head and its end, and loses whole lines', () => {
    const dump = `CREATE TABLE public.people (\n    id integer NOT NULL,\n    name text\n);\n\nCOPY public.people (id, name) FROM stdin;\n${Array.from({ length: 50 }, (_, i) => `${i}\t(n${i}), x`).join('\n')}\n\\.\n\nALTER TABLE ONLY public.people\n    ADD CONSTRAINT people_pkey PRIMARY KEY (id);\n`;
    for (const stretchBytes of [40, 1 << 20]) {
      const { text } = cutSource(dump, ['people=5'], { key, stretchBytes });
      const [, rows] = /FROM stdin;\n([^\\]*)\\\.\n/u.exec(text)!;
      expect(rows).toMatch(/^(?:\d+\t\(n\d+\), x\n){5}$/u);
      expect(text.replace(rows!, '')).toBe(dump.replace(/FROM stdin;\n[^\\]*/u, 'FROM stdin;\n'));
    }
  });

  test('an array of JSON has commas between rows and nowhere else', () => {
    const rows = Array.from({ length: 40 }, (_, id) => ({
      id,
      email: `a${id}@mail.example`,
      more: [1, { x: ',' }],
    }));
    for (const [gap, space] of [
      ['', undefined],
      ['\n', undefined],
      ['', 2],
    ] as const)
      for (const wanted of [1, 3, 39])
        for (const stretchBytes of [60, 500, 1 << 20]) {
          const source = space
            ? JSON.stringify(rows, null, space)
            : `[${rows.map((row) => JSON.stringify(row)).join(`,${gap}`)}]${gap}`;
          const { text } = cutSource(source, [`rows=${wanted}`], { key, stretchBytes });
          expect(JSON.parse(text)).toHaveLength(wanted);
        }
  });

  test('lines of JSON stay lines', () => {
    const source = Array.from(
      { length: 40 },
      (_, id) => `${JSON.stringify({ id, email: `a${id}@mail.example` })}\n`,
    ).join('');
    const { text } = cutSource(source, ['rows=25%'], { key, stretchBytes: 200 });
    expect(text).toMatch(/^(?:\{"id":\d+,"email":"[^"]+"\}\n)+$/u);
  });

  test('CSV keeps its head and loses whole rows', () => {
    const source = `id;email;note\r\n${Array.from({ length: 40 }, (_, id) => `${id};a${id}@mail.example;"x\r\n;y"\r\n`).join('')}`;
    for (const stretchBytes of [100, 1 << 20]) {
      const { text } = cutSource(source, ['rows=7'], { key, stretchBytes });
      expect(text).toMatch(/^id;email;note\r\n(?:\d+;a\d+@mail\.example;"x\r\n;y"\r\n){7}$/u);
    }
  });

  test('what follows the rows of a statement goes with it', () => {
    const source = `CREATE TABLE t (id int PRIMARY KEY, email text);\n${Array.from({ length: 30 }, (_, id) => `INSERT INTO t (id, email) VALUES (${id}, 'a${id}@mail.example') ON DUPLICATE KEY UPDATE email = 'b; (c)';\n`).join('')}SELECT 1;\n`;
    const { text, refused } = cutSource(source, ['t=2'], { key });
    expect(refused).toEqual([]);
    expect(text.match(/INSERT/gu)).toHaveLength(2);
    expect(text.match(/ON DUPLICATE/gu)).toHaveLength(2);
    expect(text).toMatch(/;\nSELECT 1;\n$/u);
  });
});

describe('a rule', () => {
  test('is a share or a count', () => {
    expect(parseSubset('users=1%')).toEqual({ table: 'users', share: 0.01, count: null });
    expect(parseSubset('a=b = 0.5 %')).toEqual({ table: 'a=b', share: 0.005, count: null });
    expect(ruleText(parseSubset('users=0.1%'))).toBe('users=0.1%');
    expect(ruleText(parseSubset('users=12'))).toBe('users=12');
    for (const wrong of [
      'users',
      'users=',
      '=1%',
      'users=0',
      'users=101%',
      'users=1.5',
      'users=-1',
      'users=1e3',
    ])
      expect(() => parseSubset(wrong)).toThrow(TocsinError);
  });

  test('for a table that the source does not have is an error', () => {
    expect(() => cutSource(shop({ users: 30 }), ['people=1%'])).toThrow('the source has no table people');
    expect(() => cutSource(shop({ users: 30 }), ['users=1%', 'USERS=2%'])).toThrow('two rules');
  });

  test('links that the plan names hold rows together as keys of the schema do', () => {
    const source = `CREATE TABLE a (id int, PRIMARY KEY (id));\nCREATE TABLE b (id int, a_id int);\nINSERT INTO a VALUES ${Array.from({ length: 50 }, (_, i) => `(${i})`).join(',')};\nINSERT INTO b VALUES ${Array.from({ length: 100 }, (_, i) => `(${i},${i % 50})`).join(',')};\n`;
    const links = [{ table: 'b', column: 'a_id', toTable: 'a', toColumn: 'id' }];
    const { tables } = cutSource(source, ['a=5'], { key, links });
    expect(tables).toEqual([
      { table: 'a', rows: 50, kept: 5 },
      { table: 'b', rows: 100, kept: 10 },
    ]);
  });
});
