import { describe, expect, it } from 'vitest';
import { comma } from '../../read/csv/csv-writer.fixture.ts';
import type { ReaderPlan } from '../../read/index.ts';
import { planOf, type ReadCells, readCells } from './read-cells.fixture.ts';

type Dialect = Extract<ReaderPlan, { kind: 'sql' }>['dialect'];

const sqlPlan = (dialect: Dialect): ReaderPlan => ({
  kind: 'sql',
  dialect,
  backslashEscapes: dialect === 'mysql',
});
const address = 'jean.dupont@example.com';
const schema = 'CREATE TABLE `u` (`id` int, `email` varchar(50), `name` varchar(50), `flag` bit(1));\n';

/** Where the address was told of: the column of a cell, the first words of a statement, a comment, or why it was refused. */
function placesOf(read: ReadCells): string[] {
  const holds = (text: string | null) => text?.toLowerCase().includes(address) === true;
  return [
    ...read.rows.flatMap(({ values, columns, table }) =>
      values.flatMap((value, i) =>
        holds(value) ? [table.columns?.[columns[i]!] ?? `column ${columns[i]! + 1}`] : [],
      ),
    ),
    ...read.pieces.flatMap(({ sort, word, text }) => (holds(text) ? [word || sort] : [])),
    ...read.refusals.flatMap(({ reason, text }) => (holds(text) ? [`refused: ${reason}`] : [])),
  ];
}

const row = `1,'${address}','Jean',b'1'`;

describe('an address in a dump of MySQL', () => {
  it.each([
    ['an INSERT', `INSERT INTO \`u\` VALUES (${row});`, ['email']],
    ['INSERT IGNORE with one blank', `INSERT IGNORE INTO u VALUES (${row});`, ['email']],
    ['lower case', `insert into u values (${row});`, ['email']],
    ['REPLACE without INTO', `REPLACE u VALUES (${row});`, ['email']],
    ['columns in another order', `INSERT INTO u (email,name,id) VALUES ('${address}','Jean',1);`, ['email']],
    ['a column the schema does not have', `INSERT INTO u (e_mail) VALUES ('${address}');`, ['e_mail']],
    ['an UPDATE', `UPDATE u SET email='${address}' WHERE id=1;`, ['UPDATE']],
    ['INSERT … SET', `INSERT INTO u SET email='${address}';`, ['INSERT SET']],
    ['INSERT … SELECT', `INSERT INTO u SELECT 1,'${address}','Jean',1;`, ['INSERT SELECT']],
    [
      'ON DUPLICATE KEY',
      `INSERT INTO u (id) VALUES (1) ON DUPLICATE KEY UPDATE email='${address}';`,
      ['ON DUPLICATE KEY'],
    ],
    ['a hex literal', `INSERT INTO u VALUES (1,X'${Buffer.from(address).toString('hex')}','',1);`, ['email']],
    [
      'a number in hex',
      `INSERT INTO u VALUES (1,0x${Buffer.from(address).toString('hex')},'',1);`,
      ['email'],
    ],
    ['a character set', `INSERT INTO u VALUES (1,_utf8mb4'${address}','',TRUE);`, ['email']],
    ['a national string', `INSERT INTO u VALUES (1,N'${address}','',FALSE);`, ['email']],
    ['double quotes', `INSERT INTO u VALUES (1,"${address}","",1);`, ['email']],
    ['quotes doubled before it', `INSERT INTO u VALUES (1,'O''Real ${address}','',1);`, ['email']],
    ['a function', `INSERT INTO u VALUES (1,CONCAT('jean.dupont','@example.com'),'',1);`, ['email']],
    ['a conversion', `INSERT INTO u VALUES (1,CAST('${address}' AS CHAR(50)),'',1);`, ['email']],
    ['an executable comment', `/*!40000 INSERT INTO u VALUES (${row}) */;`, ['email']],
    [
      'a comment between rows',
      `INSERT INTO u VALUES (1,'','',1), /* ${address} */ (2,'','',1);`,
      ['comment'],
    ],
    ['a comment within a row', `INSERT INTO u VALUES (1 /* ${address} */,'','',1);`, ['comment']],
    ['a comment before the end of a row', `INSERT INTO u VALUES (1,'','',1 /* ${address} */ );`, ['comment']],
    ['a comment in the head', `INSERT INTO u /* ${address} */ VALUES (1,'','',1);`, ['INSERT']],
    ['a comment of two dashes', `-- for ${address}\nSELECT 1;`, ['comment']],
    ['a comment of a hash', `# for ${address}\n`, ['comment']],
    [
      'a comment without an end',
      `SET a=1;\n/* for ${address}`,
      ['refused: a comment that is very long or does not end'],
    ],
    ['a comment at the end of the file', `-- for ${address}`, ['comment']],
    ['the comment of a column', `CREATE TABLE v (a int COMMENT '${address}');`, ['CREATE TABLE']],
    ['a default', `ALTER TABLE u ADD x varchar(9) DEFAULT '${address}';`, ['ALTER TABLE']],
    [
      'a view',
      `CREATE ALGORITHM=UNDEFINED DEFINER=\`a\`@\`b\` VIEW v AS SELECT '${address}';`,
      ['CREATE VIEW'],
    ],
    [
      'a definer',
      `/*!50013 DEFINER=\`${address}\` SQL SECURITY DEFINER */\n;`,
      ['refused: text that is not SQL'],
    ],
    [
      'a trigger',
      `DELIMITER ;;\nCREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW SET NEW.email='${address}' ;;\nDELIMITER ;\n`,
      ['DELIMITER'],
    ],
    ['a call', `CALL invite('${address}');`, ['CALL']],
    ['LOAD DATA', `LOAD DATA INFILE '${address}' INTO TABLE u;`, ['LOAD']],
    ['a SET', `SET @admin='${address}';`, ['SET']],
    ['a DELETE', `DELETE FROM u WHERE email='${address}';`, ['DELETE']],
    ['a message of the program', `mysqldump: Warning for ${address}\n`, ['refused: text that is not SQL']],
    ['a row cut off', `INSERT INTO u VALUES (1,'${address}`, ['refused: cut off in the middle of a row']],
    [
      'a row with a value more',
      `INSERT INTO u VALUES (1,'${address}','','',1);`,
      ['refused: rows with another number of values than the table has columns'],
    ],
    [
      'a row with a value less',
      `INSERT INTO u VALUES (1,'${address}');`,
      ['refused: rows with another number of values than the table has columns'],
    ],
  ])('is told of in %s', (_what, statement, places) => {
    expect(placesOf(readCells(schema + statement + '\n', sqlPlan('mysql')))).toEqual(places);
  });
});

describe('an address in a dump of something else', () => {
  it.each<[string, Dialect, string, string[]]>([
    ['a COPY', 'postgresql', `COPY u (id, email) FROM stdin;\n1\t${address}\n\\.\n`, ['email']],
    [
      'a COPY with a line too long',
      'postgresql',
      `COPY u (id) FROM stdin;\n1\t${address}\n\\.\n`,
      ['refused: rows with another number of values than the table has columns'],
    ],
    [
      'a COPY in another form',
      'postgresql',
      `COPY u (id) FROM stdin WITH (FORMAT csv);\n1,${address}\n\\.\n`,
      ['refused: rows of a COPY in another form than pg_dump writes'],
    ],
    ['a string in dollars', 'postgresql', `INSERT INTO u (email) VALUES ($a$${address}$a$);\n`, ['email']],
    ['an escape string', 'postgresql', `INSERT INTO u (email) VALUES (E'${address}');\n`, ['email']],
    ['RETURNING', 'postgresql', `INSERT INTO u (id) VALUES (1) RETURNING '${address}';\n`, ['RETURNING']],
    [
      'ON CONFLICT',
      'postgresql',
      `INSERT INTO u (id) VALUES (1) ON CONFLICT DO UPDATE SET e='${address}';\n`,
      ['ON CONFLICT'],
    ],
    ['a comment on a table', 'postgresql', `COMMENT ON TABLE u IS '${address}';\n`, ['COMMENT TABLE']],
    ['a psql command', 'postgresql', `\\echo ${address}\n`, ['\\ECHO']],
    ['a batch', 'sqlserver', `INSERT [dbo].[u] ([email]) VALUES (N'${address}')\nGO\n`, ['email']],
    [
      'a conversion',
      'sqlserver',
      `INSERT u ([email]) VALUES (CAST(N'${address}' AS nvarchar(50)))\nGO\n`,
      ['email'],
    ],
    ['EXEC', 'sqlserver', `EXEC invite N'${address}'\nGO\n`, ['EXEC']],
    ['a PRINT', 'sqlserver', `PRINT N'${address}'\nGO\n`, ['PRINT']],
    ['a quote of Oracle', 'oracle', `INSERT INTO u (email) VALUES (q'[${address}]');\n`, ['email']],
    [
      'INSERT ALL',
      'oracle',
      `INSERT ALL INTO u (email) VALUES ('${address}') SELECT * FROM dual;\n`,
      ['email'],
    ],
    ['a REM', 'oracle', `REM for ${address}\n`, ['REM']],
    ['an INSERT of SQLite', 'sqlite', `INSERT INTO u VALUES(1,'${address}');\n`, ['column 2']],
  ])('is told of in %s', (_what, dialect, dump, places) => {
    expect(placesOf(readCells(dump, sqlPlan(dialect)))).toEqual(places);
  });

  it('is told of in delimited text: in a cell, the header, a comment, or a row of another width', () => {
    const csv = (more: string) =>
      readCells(
        `id;email;name\n${[1, 2, 3, 4].map((id) => `${id};a${id}@example.com;Anne\n`).join('')}${more}`,
      );
    expect(placesOf(csv(`5;${address};Jean\n`))).toEqual(['email']);
    expect(placesOf(csv(`5;${address}\n`))).toEqual([
      'refused: rows with another number of values than the table has columns',
    ]);
    expect(placesOf(csv(`5;${address};Jean;5\n`))).toEqual([
      'refused: rows with more values than the table has columns',
    ]);
    const head = `id;email;${address}\n`;
    const plan: ReaderPlan = {
      ...comma,
      delimiter: [0x3b],
      width: 3,
      columns: ['a', 'b', 'c'],
      dataOffset: head.length,
    };
    expect(placesOf(readCells(`${head}1;2;3\n`, plan))).toEqual(['head']);
    const title = `Liste de ${address}\n\n`;
    const below = { ...plan, tableOffset: title.length, dataOffset: title.length + head.length };
    expect(placesOf(readCells(`${title}${head}1;2;3\n`, below))).toEqual(['comment', 'head']);
  });

  it('is told of in JSON: in a cell, whatever the order of keys, or refused', () => {
    const json = (last: string) => readCells(`{"id":1,"email":"a"}\n{"id":2,"email":"b"}\n${last}\n`);
    expect(placesOf(json(`{"email":"${address}","id":3}`))).toEqual(['email']);
    expect(placesOf(json(`{"id":3,"more":{"deep":["${address}"]}}`))).toEqual(['more.deep']);
    expect(placesOf(json(`{"id":3,"email":"a","email":"${address}"}`))).toEqual(['email (2)']);
    expect(placesOf(json(address))).toEqual(['refused: text between rows that is not JSON']);
    expect(placesOf(json(`{"id":3,"email":"${address}`))).toEqual(['refused: rows that are not JSON']);
  });
});

describe('rows of which nothing is known', () => {
  it('are told with their table, their columns and their place, and none of their cells', () => {
    const read = readCells(
      "INSERT INTO a VALUES (1,'x'),(2,'y');\nINSERT INTO b (c) VALUES (3);\n",
      sqlPlan('mysql'),
      {
        wanted: (table) => (table === 'a' ? null : Int32Array.of(7)),
      },
    );
    expect(read.unknown).toEqual([{ table: 'a', columns: null, offset: 21, rows: 2 }]);
    expect(read.rows.map(({ columns }) => columns)).toEqual([[], [], [7]]);
  });
});

describe('cells that hold nothing', () => {
  it('are left as they are: NULL, DEFAULT, TRUE, an empty text', () => {
    const cells = "NULL,null,DEFAULT,TRUE,false,''";
    const read = readCells(`INSERT INTO a VALUES (${cells});\n`, sqlPlan('mysql'), { replace: () => 'x' });
    expect(read.written.toString()).toContain(`(${cells})`);
  });

  it('are nothing only where nothing is said beside', () => {
    const cells = `CASE WHEN 1 THEN NULL ELSE "${address}" END`;
    const read = readCells(`INSERT INTO a VALUES (${cells});\n`, sqlPlan('standard'), { replace: () => 'x' });
    expect(read.written.toString()).toBe("INSERT INTO a VALUES ('x');\n");
  });
});

describe('a file that is no table', () => {
  const plan: ReaderPlan = { kind: 'text', reason: 'a note' };
  const text = `${'Ligne de texte. '.repeat(40)}\n\n`.repeat(60);

  it('is one piece a stretch, cut at an empty line', () => {
    const read = readCells(text, plan, { stretchBytes: 5_000 });
    expect(read.joined.toString()).toBe(text);
    expect(read.stretches).toBeGreaterThan(4);
    expect(read.pieces.every((piece) => piece.sort === 'rest' && piece.text.endsWith('.\u0020\n\n'))).toBe(
      true,
    );
  });

  it('cuts between words, and never a character, where there is no line', () => {
    const words = 'élan '.repeat(50_000);
    expect(
      readCells(words, plan, { stretchBytes: 9_999 }).pieces.every(({ text }) => text.endsWith(' ')),
    ).toBe(true);
    const one = 'é'.repeat(150_000);
    const read = readCells(one, plan, { stretchBytes: 70_001 });
    expect(read.pieces.map(({ text }) => text).join('')).toBe(one);
  });
});

describe('what is held of a file', () => {
  it('is bounded where one statement inserts a whole table', () => {
    const rows = `(1,'${'x'.repeat(900)}'),\n`.repeat(12_000);
    const dump = `CREATE TABLE a (b int, c text);\nINSERT INTO a VALUES ${rows}(2,'end');\n`;
    const read = readCells(dump, planOf(dump.slice(0, 4_000)), { stretchBytes: 1 << 20, readers: 2 });
    expect(read.stretches).toBe(3);
    expect(read.rows.length).toBe(12_001);
    expect(read.joined.toString()).toBe(dump);
  });

  it('is bounded where tables lie within one document, whoever reads on', () => {
    const user = (id: number) => ({ id, email: `a${id}@example.com`, more: { note: 'x'.repeat(100) } });
    const users = Array.from({ length: 2_000 }, (_, id) => user(id));
    const text = JSON.stringify({ made: { by: 'us' }, users, orders: [{ id: 1 }, { id: 2 }] });
    const plan = planOf(text);
    expect(plan).toMatchObject({ kind: 'json', shape: 'document' });
    const whole = readCells(text, plan);
    const read = readCells(text, plan, { stretchBytes: 10_000, readers: 2 });
    expect(read.stretches).toBeGreaterThan(20);
    expect(read.rows.map(({ table, values }) => [table.table, values])).toEqual(
      whole.rows.map(({ table, values }) => [table.table, values]),
    );
    expect(read.rows.at(-1)!.table.table).toBe('orders');
    expect(read.refusals).toEqual([]);
  });
});
