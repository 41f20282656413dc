import { describe, expect, it } from 'vitest';
import { readDump, rowsOf } from './read-dump.fixture.ts';

const people = 'CREATE TABLE `people` (`id` int, `name` varchar(80), `mail` varchar(80));\n';

/** Every row of a statement about `people`, and nothing skipped. */
function rowsOfPeople(statement: string) {
  const { rows, skipped } = readDump(people + statement);
  expect(skipped).toEqual([]);
  return rows.map((row) => row.values);
}

describe('an INSERT', () => {
  const one = [['1', 'Ann', 'ann@example.com']];

  it.each([
    ['as mysqldump writes it', "INSERT INTO `people` VALUES (1,'Ann','ann@example.com');\n"],
    ['in lower case, unquoted', "insert into people values (1,'Ann','ann@example.com');"],
    ['with IGNORE', "INSERT IGNORE INTO `people` VALUES (1,'Ann','ann@example.com');"],
    [
      'with LOW_PRIORITY, HIGH_PRIORITY or DELAYED',
      "INSERT LOW_PRIORITY INTO people VALUES (1,'Ann','ann@example.com');",
    ],
    ['without INTO', "INSERT people VALUES (1,'Ann','ann@example.com');"],
    ['as REPLACE', "REPLACE INTO `people` VALUES (1,'Ann','ann@example.com');"],
    ['with VALUE', "INSERT INTO people VALUE (1,'Ann','ann@example.com');"],
    ['of a qualified name', "INSERT INTO `recruiting` . `people` VALUES (1,'Ann','ann@example.com');"],
    ['of a double-quoted name', "INSERT INTO \"people\" VALUES (1,'Ann','ann@example.com');"],
    ['of a bracketed name', "INSERT INTO [dbo].[people] VALUES (1,N'Ann',N'ann@example.com');"],
    ['over many lines', "INSERT\nINTO\r\n`people`\tVALUES\n(\n1 ,\n'Ann'\r\n,'ann@example.com'\n)\n;"],
    ['with introducers', "INSERT INTO people VALUES (1,_utf8'Ann',_utf8mb4 'ann@example.com');"],
    ['with double-quoted strings', 'INSERT INTO people VALUES (1,"Ann","ann@example.com");'],
    ['with hex', "INSERT INTO people VALUES (0x31,x'416E6E',X'616e6e406578616d706c652e636f6d');"],
    [
      'inside an executable comment',
      "/*!40000 INSERT INTO `people` VALUES (1,'Ann','ann@example.com') */;\n",
    ],
    [
      'with executable comments in it',
      "INSERT /*!50000 IGNORE */ INTO people VALUES (1,/*!'Ann'*/,'ann@example.com');",
    ],
    [
      'with comments everywhere',
      "INSERT/*a*/INTO -- it's\n people # it's\n VALUES/*(*/(1,/*it's*/'Ann','ann@example.com'/*)*/)/*;*/;",
    ],
    [
      'with ON DUPLICATE KEY UPDATE',
      "INSERT INTO people VALUES (1,'Ann','ann@example.com') ON DUPLICATE KEY UPDATE name=VALUES(name), mail=';';",
    ],
    [
      'with a row alias',
      "INSERT INTO people VALUES (1,'Ann','ann@example.com') AS new(a,b,c) ON DUPLICATE KEY UPDATE name=new.b;",
    ],
    ['with RETURNING', "INSERT INTO people VALUES (1,'Ann','ann@example.com') RETURNING id;"],
    ['of another case than the table', "INSERT INTO PEOPLE VALUES (1,'Ann','ann@example.com');"],
  ])('%s is read', (_, statement) => {
    expect(rowsOfPeople(statement)).toEqual(one);
  });

  it('with many rows gives each, and with one row an INSERT too', () => {
    const rows = [
      ['1', 'Ann', 'ann@example.com'],
      ['2', "Ó'Briain", null],
      ['3', '', 'c@example.org'],
    ];
    expect(
      rowsOfPeople(
        "INSERT INTO people VALUES (1,'Ann','ann@example.com'),(2,'Ó\\'Briain',NULL),\n(3,'','c@example.org');",
      ),
    ).toEqual(rows);
    expect(
      rowsOfPeople(
        "INSERT INTO people VALUES (1,'Ann','ann@example.com');\nINSERT INTO people VALUES (2,'Ó''Briain',NULL);\nINSERT INTO people VALUES (3,'','c@example.org');",
      ),
    ).toEqual(rows);
  });

  it('that lists its columns in another order says so, and may leave some out', () => {
    const { rows } = readDump(`${people}INSERT INTO people (mail, \`id\`) VALUES ('a@example.com',1);`);
    expect(rows).toEqual([
      {
        table: 'people',
        columns: ['mail', 'id'],
        values: ['a@example.com', '1'],
        offset: people.length + 39,
      },
    ]);
  });

  it('takes its columns from the schema, also when ALTER TABLE or other tables come in between', () => {
    const { rows } = readDump(
      `${people}CREATE TABLE b (x int);\nINSERT INTO people VALUES (1,2,3);\nINSERT INTO b VALUES (4);`,
    );
    expect(rows.map((row) => [row.table, row.columns])).toEqual([
      ['people', ['id', 'name', 'mail']],
      ['b', ['x']],
    ]);
  });

  it('into a table that nothing describes is read by the width of its first row', () => {
    const { rows, skipped } = readDump("INSERT INTO x VALUES (1,'a'),(2,'b'),(3),(4,'d');\n");
    expect(rows.map((row) => row.values)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['4', 'd'],
    ]);
    expect(rows[0]!.columns).toBeNull();
    expect(skipped.map(({ text }) => text)).toEqual(['(3)']);
  });

  it('with function calls, sums and nested parentheses keeps them as they stand', () => {
    expect(
      rowsOfPeople(
        "INSERT INTO people VALUES (1+(2*3),concat('a,(',\"b)\"),ST_GeomFromText('POINT(1 2)')),(2,3,4);",
      ),
    ).toEqual([
      ['1+(2*3)', `concat('a,(',"b)")`, "ST_GeomFromText('POINT(1 2)')"],
      ['2', '3', '4'],
    ]);
  });

  it('keeps TRUE, DEFAULT, negative and scientific numbers as text, and b-strings as their digits', () => {
    expect(rowsOfPeople("INSERT INTO people VALUES (TRUE,-1.5e-3,b'101'),(DEFAULT,.5,-0);")).toEqual([
      ['TRUE', '-1.5e-3', '101'],
      ['DEFAULT', '.5', '-0'],
    ]);
  });

  it('tells where each row begins', () => {
    const dump = `${people}INSERT INTO people VALUES (1,'é','x'), (2,"y","z");\n`;
    const { rows } = readDump(dump);
    expect(rows.map((row) => Buffer.from(dump).toString('utf8', row.offset, row.offset + 2))).toEqual([
      '(1',
      '(2',
    ]);
  });
});

describe('strings', () => {
  it('in double quotes may hold apostrophes, and the rows after them are not lost', () => {
    const rows = Array.from({ length: 500 }, (_, i) => `(${i},"it's ${i}",'say ""hi""')`);
    const read = rowsOfPeople(`INSERT INTO people VALUES ${rows.join(',')};`);
    expect(read).toHaveLength(500);
    expect(read[499]).toEqual(['499', "it's 499", 'say ""hi""']);
  });

  it('under NO_BACKSLASH_ESCAPES may end in a backslash', () => {
    const dump = `${people}INSERT INTO people VALUES (1,'C:\\','\\\\host'),(2,'it''s\\','x');\n`;
    expect(rowsOf(dump, { backslashEscapes: false })).toEqual([
      ['1', 'C:\\', '\\\\host'],
      ['2', "it's\\", 'x'],
    ]);
  });

  it('may look like the end of a statement and the start of another', () => {
    const letter = "Dear sir');\nINSERT INTO `people` VALUES (9,'nobody','nobody@example.net');\n-- ";
    const written = letter.replaceAll("'", "\\'");
    expect(rowsOfPeople(`INSERT INTO people VALUES (1,'${written}','a@example.com');\n`)).toEqual([
      ['1', letter, 'a@example.com'],
    ]);
  });

  it('may hold zero bytes and bytes that are no UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${people}INSERT INTO people VALUES (1,'a\0b`),
      Buffer.from([0xff, 0xc3]),
      Buffer.from("','x');"),
    ]);
    expect(rowsOf(bytes)).toEqual([['1', 'a\0bÿÃ', 'x']]);
  });
});

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
