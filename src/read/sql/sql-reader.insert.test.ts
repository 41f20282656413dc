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
