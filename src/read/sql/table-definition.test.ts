import { describe, expect, it } from 'vitest';
import { createDialect } from './dialect.ts';
import { parseAlterTable, parseCreateTable } from './table-definition.ts';
import type { TableSchema } from '../table-schema.ts';

const namesOf = (schema: TableSchema | null) => schema?.columns.map((column) => column.name);
const typesOf = (schema: TableSchema | null) => schema?.columns.map((column) => column.type);

describe('CREATE TABLE', () => {
  it('of mysqldump gives columns, types and keys', () => {
    const schema = parseCreateTable(`CREATE TABLE \`applications\` (
  \`id\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'it''s; the "key"',
  \`candidate_id\` bigint(20) NOT NULL DEFAULT '0',
  \`mail\` varchar(254) CHARACTER SET utf8 COLLATE utf8_bin DEFAULT NULL,
  \`state\` enum('new,old','it''s','b)') NOT NULL DEFAULT 'new,old',
  \`price\` decimal(10,2) DEFAULT NULL,
  \`letter\` longtext,
  \`at\` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`mail\` (\`mail\`(191)),
  UNIQUE KEY \`both\` (\`candidate_id\`,\`state\`),
  KEY \`candidate\` (\`candidate_id\`),
  FULLTEXT KEY \`letter\` (\`letter\`),
  SPATIAL KEY \`s\` (\`at\`),
  CONSTRAINT \`fk\` FOREIGN KEY (\`candidate_id\`) REFERENCES \`candidates\` (\`uid\`) ON DELETE CASCADE,
  CONSTRAINT \`c\` CHECK (\`price\` > 0)
) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT CHARSET=utf8 COMMENT='x (y';`);
    expect(schema).toEqual({
      name: 'applications',
      columns: [
        { name: 'id', type: 'int(10)' },
        { name: 'candidate_id', type: 'bigint(20)' },
        { name: 'mail', type: 'varchar(254)' },
        { name: 'state', type: "enum('new,old','it''s','b)')" },
        { name: 'price', type: 'decimal(10,2)' },
        { name: 'letter', type: 'longtext' },
        { name: 'at', type: 'timestamp' },
      ],
      primaryKey: ['id'],
      required: ['id', 'candidate_id', 'state', 'at'],
      unique: ['mail'],
      foreignKeys: [{ column: 'candidate_id', table: 'candidates', toColumn: 'uid' }],
    });
  });

  it('of MariaDB, with uuid, json checks, periods and columns that servers of a version see', () => {
    const schema = parseCreateTable(`CREATE TABLE IF NOT EXISTS \`t\` (
  \`id\` uuid NOT NULL DEFAULT uuid(),
  \`j\` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(\`j\`)),
  \`full\` varchar(90) GENERATED ALWAYS AS (concat(\`a\`,',',\`b\`)) STORED,
  /*!50705 \`v\` int GENERATED ALWAYS AS (\`id\` + 1) VIRTUAL, */
  \`row_end\` timestamp(6) GENERATED ALWAYS AS ROW END,
  PERIOD FOR SYSTEM_TIME (\`id\`, \`row_end\`),
  PRIMARY KEY (\`id\`,\`row_end\`)
) /*!50100 PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10)) */;`);
    expect(namesOf(schema)).toEqual(['id', 'j', 'full', 'v', 'row_end']);
    expect(typesOf(schema)).toEqual(['uuid', 'longtext', 'varchar(90)', 'int', 'timestamp(6)']);
    expect(schema?.primaryKey).toEqual(['id', 'row_end']);
  });

  it('in lower case, with bare, double-quoted, bracketed and qualified names', () => {
    const schema = parseCreateTable(
      'create temporary table shop . "ord""ers" (id integer primary key, [full name] nvarchar (40) unique, größe real)',
    );
    expect(schema).toMatchObject({ name: 'ord"ers', primaryKey: ['id'], unique: ['full name'] });
    expect(namesOf(schema)).toEqual(['id', 'full name', 'größe']);
    expect(typesOf(schema)).toEqual(['integer', 'nvarchar(40)', 'real']);
  });

  it('may call a column what keys are called', () => {
    const schema = parseCreateTable(
      'CREATE TABLE t (`key` varchar(9), `index` int, `primary` int, "unique" text, primary_contact int, unique_id int, key_date date, check_in date, `constraint` int)',
    );
    expect(namesOf(schema)).toEqual([
      'key',
      'index',
      'primary',
      'unique',
      'primary_contact',
      'unique_id',
      'key_date',
      'check_in',
      'constraint',
    ]);
    expect(schema).toMatchObject({ primaryKey: [], unique: [] });
    expect(
      namesOf(
        parseCreateTable(
          "CREATE TABLE t (key varchar(9), index enum('a','b'), period int, KEY (a), INDEX i USING BTREE (b), KEY k (`key`(10)))",
        ),
      ),
    ).toEqual(['key', 'index', 'period']);
  });

  it('names the keys that columns state themselves, and what they refer to', () => {
    const schema = parseCreateTable(
      'CREATE TABLE t (id serial PRIMARY KEY, a text UNIQUE KEY, b int REFERENCES people(id) ON DELETE CASCADE, c int REFERENCES other)',
    );
    expect(schema).toMatchObject({
      primaryKey: ['id'],
      unique: ['a'],
      foreignKeys: [
        { column: 'b', table: 'people', toColumn: 'id' },
        { column: 'c', table: 'other', toColumn: '' },
      ],
    });
  });

  it('takes a default or a comment for no key', () => {
    const schema = parseCreateTable(
      "CREATE TABLE t (a varchar(20) DEFAULT 'PRIMARY KEY' COMMENT 'UNIQUE, (KEY', b int -- PRIMARY KEY (a), 'it\n, c int # UNIQUE\n /* , d int */)",
    );
    expect(schema).toMatchObject({ primaryKey: [], unique: [] });
    expect(namesOf(schema)).toEqual(['a', 'b', 'c']);
  });

  it('reads a backslash as the header of the dump says', () => {
    const text = String.raw`CREATE TABLE t (a int COMMENT 'C:\', b int COMMENT 'x')`;
    expect(namesOf(parseCreateTable(text, createDialect('mysql', false)))).toEqual(['a', 'b']);
    expect(namesOf(parseCreateTable(String.raw`CREATE TABLE t (a int COMMENT 'it\'s, (', b int)`))).toEqual([
      'a',
      'b',
    ]);
  });

  it('without a list of columns has no schema', () => {
    for (const text of [
      'CREATE TABLE t LIKE u',
      'CREATE TABLE t (LIKE u)',
      'CREATE TABLE t AS SELECT 1',
      'CREATE TABLE t (SELECT 1 AS a)',
      'CREATE TABLE t SELECT 1',
      'CREATE TABLE t ()',
      'CREATE TABLE',
      'CREATE TABLE t (',
      'CREATE TABLE t (PRIMARY KEY (a))',
    ]) {
      expect(parseCreateTable(text), text).toBeNull();
    }
  });

  it('of 10,000 columns is read; one of more columns than any server has is not', () => {
    const table = (count: number) =>
      `CREATE TABLE t (${Array.from({ length: count }, (_, i) => `\`c${i}\` varchar(255) DEFAULT NULL`).join(',')})`;
    expect(parseCreateTable(table(10_000))?.columns).toHaveLength(10_000);
    expect(parseCreateTable(table(40_000))).toBeNull();
  });

  it('made to be slow is not: what would take minutes by trying anew at every byte ends at once', () => {
    for (const piece of ['[', '`', "'\\'", '/*a', '"a', "'a", '((', '--', '/*!']) {
      const text = `CREATE TABLE t (a int, ${piece.repeat((1 << 20) / piece.length)}`;
      expect(namesOf(parseCreateTable(text))?.[0], piece).toBe('a');
    }
  });
});

describe('ALTER TABLE', () => {
  const known: TableSchema = {
    name: 'people',
    columns: [
      { name: 'id', type: 'int' },
      { name: 'mail', type: 'text' },
    ],
    primaryKey: [],
    unique: [],
    foreignKeys: [],
  };
  const schemaOf = (table: string) => (table === 'people' ? known : undefined);

  it('adds keys as phpMyAdmin states them', () => {
    const schema = parseAlterTable(
      'ALTER TABLE `people`\n  ADD PRIMARY KEY (`id`),\n  ADD UNIQUE KEY `m` (`mail`),\n  ADD KEY `k` (`mail`);',
      schemaOf,
    );
    expect(schema).toEqual({ ...known, primaryKey: ['id'], unique: ['mail'] });
    expect(known.primaryKey).toEqual([]);
  });

  it('adds constraints as PostgreSQL states them', () => {
    const schema = parseAlterTable(
      'ALTER TABLE ONLY public.people ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES public.other(uid) ON DELETE CASCADE;',
      schemaOf,
    );
    expect(schema?.foreignKeys).toEqual([{ column: 'id', table: 'other', toColumn: 'uid' }]);
  });

  it('that adds no key adds nothing, and asks for no schema', () => {
    const never = () => {
      throw new Error('asked');
    };
    for (const text of [
      'ALTER TABLE `people` DISABLE KEYS',
      'ALTER TABLE people MODIFY id int AUTO_INCREMENT, AUTO_INCREMENT=5',
      'ALTER TABLE people',
      'ALTER TABLE people ADD',
    ]) {
      expect(parseAlterTable(text, never), text).toBeNull();
    }
    expect(parseAlterTable('ALTER TABLE people ADD COLUMN x int', schemaOf)).toBeNull();
  });

  it('of a table that nobody knows adds nothing', () => {
    expect(parseAlterTable('ALTER TABLE other ADD PRIMARY KEY (id)', schemaOf)).toBeNull();
  });
});
