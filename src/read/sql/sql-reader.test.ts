import { describe, expect, it } from 'vitest';
import { readDump, rowsOf } from './read-dump.fixture.ts';

const people = 'CREATE TABLE `people` (`id` int, `name` varchar(80), `mail` varchar(80));\n';

describe('what stands between statements', () => {
  it('is no rows: comments of every kind, sandbox lines, settings', () => {
    const noise = [
      '/*M!999999\\- enable the sandbox mode */ ',
      "-- it's; INSERT INTO people VALUES (9,9,9);",
      "# it's; INSERT INTO people VALUES (9,9,9);",
      "/* it's; INSERT INTO people VALUES (9,9,9); */",
      "/*Mary's comment;*/",
      '/*!40101 SET NAMES utf8 */;',
      "SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ 'a;b';",
      'LOCK TABLES `people` WRITE;',
      '/*!40000 ALTER TABLE `people` DISABLE KEYS */;',
      ';',
      '/* nothing */;',
      'COMMIT;',
    ];
    const { rows, skipped } = readDump(
      `${people}${noise.join('\n')}\nINSERT INTO people VALUES (1,2,3);\n${noise.join('\r\n')}`,
    );
    expect(rows.map((row) => row.values)).toEqual([['1', '2', '3']]);
    expect(skipped).toEqual([]);
  });

  it('may be the bodies of triggers and routines, whose INSERTs insert nothing', () => {
    const bodies = [
      "DELIMITER ;;\n/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t BEFORE INSERT ON people FOR EACH ROW BEGIN\nINSERT INTO people VALUES (9,'trigger','x');\nEND */;;\nDELIMITER ;",
      "DELIMITER $$\nCREATE PROCEDURE p() BEGIN\n  INSERT INTO people VALUES (9,'it''s','x');\nEND$$\n\nCREATE PROCEDURE q() BEGIN SELECT 1; END$$\n  delimiter ;\n",
      'DELIMITER //\r\nCREATE FUNCTION f() RETURNS int\r\nINSERT INTO people VALUES (9,9,9);//\r\nDELIMITER ;\r',
      'DELIMITER ;',
    ];
    const { rows, skipped } = readDump(`${people}${bodies.join('\n')}\nINSERT INTO people VALUES (1,2,3);\n`);
    expect(rows.map((row) => row.values)).toEqual([['1', '2', '3']]);
    expect(skipped).toEqual([]);
  });

  it('is told where it holds rows under another delimiter', () => {
    const { rows, skipped } = readDump(
      'DELIMITER $$\nINSERT INTO t VALUES (1),\n(2)$$\nCREATE TRIGGER a$$\nDELIMITER ;\nINSERT INTO t VALUES (3);',
    );
    expect(rows.map((row) => row.values)).toEqual([['3']]);
    expect(skipped).toEqual(
      [
        {
          offset: 13,
          bytes: 30,
          reason: 'a statement between other delimiters',
          text: 'INSERT INTO t VALUES (1),\n(2)$$\n',
        },
      ].map((part) => ({ ...part, bytes: part.text.length })),
    );
  });

  it('is told where a delimiter never comes back', () => {
    const body = 'INSERT INTO t VALUES (1);\n';
    const { rows, skipped } = readDump(`DELIMITER $$\nCREATE PROCEDURE p() BEGIN\n${body.repeat(80_000)}`);
    expect(rows).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'a statement between other delimiters',
      'cut off in the middle of a routine',
    ]);
    expect(skipped[0]!.bytes).toBeGreaterThan(900_000);
  });

  it('may be what the dumping program said: told line by line, and no statement is lost with it', () => {
    const dump = `mysqldump: [Warning] Using a password on the command line can be insecure, isn't it.\n${people}mysqldump: Got error: 1044\nINSERT INTO people VALUES (1,2,3);\n-- Dump completed`;
    const { rows, skipped } = readDump(dump);
    expect(rows.map((row) => row.values)).toEqual([['1', '2', '3']]);
    expect(skipped.map(({ reason, text }) => [reason, text])).toEqual([
      [
        'text that is not SQL',
        "mysqldump: [Warning] Using a password on the command line can be insecure, isn't it.\n",
      ],
      ['text that is not SQL', 'mysqldump: Got error: 1044\n'],
    ]);
  });

  it('may be a byte order mark', () => {
    expect(readDump(`\uFEFFINSERT INTO t VALUES (1);`)).toMatchObject({
      rows: [{ values: ['1'] }],
      skipped: [],
    });
    expect(readDump(`\uFEFF`)).toMatchObject({ rows: [], skipped: [], end: 3 });
  });

  it('in Windows line ends is the same', () => {
    const dump = `${people}-- it's\nINSERT INTO people VALUES (1,'a\\r\\nb',3),\n(2,'x',NULL);\n\nUNLOCK TABLES;\nINSERT INTO people VALUES (3,4,5);\n`;
    const windows = dump.replaceAll('\n', '\r\n');
    expect(rowsOf(windows)).toEqual(rowsOf(dump));
    expect(readDump(windows).skipped).toEqual([]);
  });
});

describe('what holds rows and is not read', () => {
  const after = "\nINSERT INTO people VALUES (1,'a','b');\n";

  it.each([
    ["UPDATE people SET mail='x;@example.com' WHERE id=1;", 'a statement that is not read: UPDATE'],
    ["INSERT INTO people SELECT * FROM old WHERE a=';';", 'an INSERT with SELECT'],
    ['INSERT INTO people (id) SELECT 1;', 'an INSERT with SELECT'],
    ["INSERT INTO people SET id=1, name='it\\'s;';", 'an INSERT with SET'],
    ['REPLACE INTO people TABLE old;', 'an INSERT with TABLE'],
    ["LOAD DATA INFILE 'x;y' INTO TABLE people;", 'a statement that is not read: LOAD'],
    ['DELETE FROM people;', 'a statement that is not read: DELETE'],
  ])('%s', (statement, reason) => {
    const { rows, skipped } = readDump(people + statement + after);
    expect(rows.map((row) => row.values)).toEqual([['1', 'a', 'b']]);
    expect(skipped).toEqual([{ offset: people.length, bytes: statement.length, reason, text: statement }]);
  });

  it('is one row where only one has too many or too few values', () => {
    const { rows, skipped } = readDump(
      `${people}INSERT INTO people VALUES (1,2,3),(4,5),(6,7,8,9),(),(10,11,12);\n`,
    );
    expect(rows.map((row) => row.values)).toEqual([
      ['1', '2', '3'],
      ['10', '11', '12'],
    ]);
    expect(skipped.map(({ text }) => text)).toEqual(['(4,5)', '(6,7,8,9)', '()']);
    expect(new Set(skipped.map(({ reason }) => reason))).toEqual(
      new Set(['rows with another number of values than the table has columns']),
    );
  });

  it('is the rest of a statement after something that is no row, and reading goes on after it', () => {
    const { rows, skipped } = readDump(
      `${people}INSERT INTO people VALUES (1,2,3),oops,(4,5,6);\nINSERT INTO people VALUES (7,8,9);\n`,
    );
    expect(rows.map((row) => row.values)).toEqual([
      ['1', '2', '3'],
      ['7', '8', '9'],
    ]);
    expect(skipped).toMatchObject([{ text: 'oops,(4,5,6);', reason: 'rows that cannot be read' }]);
  });
});

describe('databases', () => {
  it('are told where USE changes to one', () => {
    const { databases, rows, skipped } = readDump(
      'CREATE DATABASE `shop` /*!40100 DEFAULT CHARACTER SET utf8 */;\n\nUSE `shop`;\nINSERT INTO t VALUES (1);\nuse forum;\nINSERT INTO t VALUES (2);\n',
    );
    expect(databases).toEqual(['shop', 'forum']);
    expect(rows).toHaveLength(2);
    expect(skipped).toEqual([]);
  });
});

describe('schemas', () => {
  it('come from CREATE TABLE, and again with the keys that ALTER TABLE adds', () => {
    const { schemas } = readDump(
      `${people}ALTER TABLE \`people\` ADD PRIMARY KEY (\`id\`), ADD UNIQUE KEY \`m\` (\`mail\`);\nALTER TABLE people MODIFY id int AUTO_INCREMENT;\n`,
    );
    expect(schemas.map(({ name, primaryKey, unique }) => ({ name, primaryKey, unique }))).toEqual([
      { name: 'people', primaryKey: [], unique: [] },
      { name: 'people', primaryKey: ['id'], unique: ['mail'] },
    ]);
  });

  it('are read past semicolons and quotes in comments', () => {
    const { schemas, rows } = readDump(
      "CREATE TABLE t (a int COMMENT 'it''s; (here', -- it's; a\n b int /* it's; b */, `c;'d` int) COMMENT=';';\nINSERT INTO t VALUES (1,2,3);",
    );
    expect(schemas[0]!.columns.map((column) => column.name)).toEqual(['a', 'b', "c;'d"]);
    expect(rows[0]!.columns).toEqual(['a', 'b', "c;'d"]);
  });

  it('larger than is read whole are told, and rows are read without them', () => {
    const columns = Array.from(
      { length: 40_000 },
      (_, i) => `c${i} varchar(255) COMMENT '${'x'.repeat(100)}'`,
    );
    const { schemas, rows, skipped } = readDump(
      `CREATE TABLE t (${columns.join(',')});\nINSERT INTO t VALUES (1,2);\n`,
    );
    expect(schemas).toEqual([]);
    expect(rows.map((row) => row.values)).toEqual([['1', '2']]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['a table definition that cannot be read whole']);
  });
});

describe('reading', () => {
  it('of nothing, of space and of comments only gives nothing and says nothing', () => {
    for (const dump of ['', ' \n\r\n\t', '-- nothing', '-- nothing\n', '/* nothing */', '#', '--']) {
      expect(readDump(dump)).toMatchObject({ rows: [], skipped: [], end: Buffer.byteLength(dump) });
    }
  });

  it('stops at the first sure boundary at or past where it is told to stop', () => {
    const dump =
      'INSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2); INSERT INTO t VALUES (3);\nINSERT INTO t VALUES (4);\n';
    const ends = [1, 24, 25, 26, 30, 76, 77, 78, dump.length].map((stopAt) => readDump(dump, { stopAt }).end);
    expect(ends).toEqual([25, 25, 25, 77, 77, 77, 77, 103, 104]);
  });
});
