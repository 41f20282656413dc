/*
 * Whatever syntax a dump is written in, its rows are masked in the form in which they were written, or refused with their
 * place. The first eleven are those on which a widely used masker leaks.
 */
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createHere } from './mask-here.fixture.ts';

const real = 'odile.vernaudin@example.org';
const traces = /odile|vernaudin|real'/iu;

const head = `CREATE TABLE \`u\` (
  \`id\` int(11) NOT NULL,
  \`name\` varchar(60),
  \`email\` varchar(90),
  \`flag\` bit(1),
  PRIMARY KEY (\`id\`)
);
`;

const plan = `plan: 1
tables:
  u:
    id: {keep: row number}
    name: {mask: full-name}
    email: {mask: email}
    flag: {keep: flag}
statements: {CREATE TABLE: text, SET: text, comment: text, CREATE VIEW: text, CREATE TRIGGER: text, DELIMITER: text, GO: text}
`;

const here = createHere(scratchFolder());

const masked: [what: string, sql: string][] = [
  ['INSERT IGNORE', head + "INSERT IGNORE INTO `u` VALUES (1,'Odile Vernaudin','" + real + "',0);\n"],
  [
    'INSERT IGNORE with two blanks',
    head + "INSERT  IGNORE INTO `u` VALUES (1,'Odile Vernaudin','" + real + "',0);\n",
  ],
  ['lower case', head + "insert into `u` values (1,'Odile Vernaudin','" + real + "',0);\n"],
  ['no back-quotes', head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',0);\n"],
  [
    'columns in another order',
    head + "INSERT INTO u (email,name,id,flag) VALUES ('" + real + "','Odile Vernaudin',1,0);\n",
  ],
  ["b'1'", head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',b'1');\n"],
  ["X'01'", head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',X'01');\n"],
  [
    'an address in hex',
    head + "INSERT INTO u VALUES (1,'Odile Vernaudin',0x" + Buffer.from(real).toString('hex') + ',1);\n',
  ],
  ['TRUE', head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',TRUE);\n"],
  ['_utf8mb4 before a text', head + "INSERT INTO u VALUES (1,'Odile Vernaudin',_utf8mb4'" + real + "',1);\n"],
  ['doubled quotes', head + "INSERT INTO u VALUES (1,'O''Real','" + real + "',1);\n"],
  ['REPLACE', head + "REPLACE INTO u VALUES (1,'Odile Vernaudin','" + real + "',1);\n"],
  [
    'an expression',
    head + "INSERT INTO u VALUES (1,'Odile Vernaudin',CONCAT('odile.vernaudin','@example.org'),1);\n",
  ],
  [
    'a comment',
    head + '-- asked by ' + real + "\nINSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1);\n",
  ],
  [
    'a comment before a statement',
    head + "/* Odile Vernaudin */ INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1);\n",
  ],
  [
    'the comment of a column',
    head.replace('varchar(60)', "varchar(60) COMMENT 'like Odile Vernaudin'") +
      "INSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1);\n",
  ],
  [
    'a view',
    head +
      "CREATE VIEW v AS SELECT * FROM u WHERE email='" +
      real +
      "';\nINSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1);\n",
  ],
  [
    'a default',
    head.replace('varchar(90)', "varchar(90) DEFAULT '" + real + "'") +
      "INSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1);\n",
  ],
  ["N'...'", head + "INSERT INTO u VALUES (1,N'Odile Vernaudin',N'" + real + "',1);\n"],
  ['double quotes', head + 'INSERT INTO u VALUES (1,"Odile Vernaudin","' + real + '",1);\n'],
  [
    'a table with its database',
    head + "INSERT INTO `db`.`u` VALUES (1,'Odile Vernaudin','" + real + "',1);\n",
  ],
  [
    'a trigger',
    head +
      "DELIMITER ;;\nCREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN IF NEW.email='" +
      real +
      "' THEN SET NEW.flag=1; END IF; END;;\nDELIMITER ;\nINSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1);\n",
  ],
  ['SET', head + "SET @mail='" + real + "';\nINSERT INTO u VALUES (1,'Odile Vernaudin',@mail,1);\n"],
  ['a query in a row', head + "INSERT INTO u VALUES (1,'Odile Vernaudin',(SELECT '" + real + "'),1);\n"],
  ['NUL in a value', head + "INSERT INTO u VALUES (1,'Odile\\0 Vernaudin','" + real + "',1);\n"],
  [
    'lines that end in CR LF',
    (head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1);\n").replaceAll('\n', '\r\n'),
  ],
  ['a byte order mark', '\ufeff' + head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1);\n"],
  [
    'comments between values',
    head +
      'INSERT INTO u VALUES (1,/*' +
      real +
      "*/'Odile Vernaudin','" +
      real +
      "',1), -- " +
      real +
      '\n (2,NULL,NULL,0);\n',
  ],
  [
    'a table in another letter case',
    head +
      "INSERT INTO `U` VALUES (1,'Odile Vernaudin','" +
      real.toUpperCase() +
      "',1);\nINSERT INTO u VALUES (2,'x','" +
      real +
      "',1);\n",
  ],
  [
    'COPY',
    'CREATE TABLE public.u (id integer NOT NULL, name character varying(60), email text, flag boolean);\nCOPY public.u (id, name, email, flag) FROM stdin;\n1\tOdile Vernaudin\t' +
      real +
      '\tt\n\\.\n',
  ],
  [
    'COPY into a quoted table',
    'CREATE TABLE public.u (id integer NOT NULL, name character varying(60), email text, flag boolean);\nCOPY "public"."u" FROM stdin;\n1\tOdile Vernaudin\t' +
      real +
      '\tt\n\\.\n',
  ],
  [
    'dollar quotes',
    'INSERT INTO public.u (id, name, email, flag) VALUES (1, $$Odile Vernaudin$$, $x$' +
      real +
      '$x$, true);\n',
  ],
  [
    "E'...'",
    "SET client_encoding = 'UTF8';\nINSERT INTO public.u (id, name, email, flag) VALUES (1, E'Odile\\tVernaudin', E'odile.vernaudin\\x40example.org', true);\n",
  ],
  [
    'GO batches',
    "SET IDENTITY_INSERT [dbo].[u] ON\nGO\nINSERT [dbo].[u] ([id], [name], [email], [flag]) VALUES (1, N'Odile Vernaudin', N'" +
      real +
      "', 1)\nGO\n",
  ],
];

const refused: [what: string, sql: string, reason: string | RegExp][] = [
  [
    'a renamed column',
    head.replace('`email`', '`e_mail`') + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',0);\n",
    'does not have this column',
  ],
  ['UPDATE', head + "UPDATE u SET email='" + real + "' WHERE id=1;\n", 'a statement UPDATE'],
  [
    'ON DUPLICATE KEY UPDATE',
    head +
      "INSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1) ON DUPLICATE KEY UPDATE email='" +
      real +
      "';\n",
    'a statement ON DUPLICATE KEY',
  ],
  [
    'INSERT SELECT',
    head + "INSERT INTO u SELECT 1,'Odile Vernaudin','" + real + "',1;\n",
    'a statement INSERT SELECT',
  ],
  [
    'INSERT SET',
    head + "INSERT INTO u SET id=1, name='Odile Vernaudin', email='" + real + "';\n",
    'a statement INSERT SET',
  ],
  [
    'rows in an executable comment',
    head + "/*!50003 INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1) */;\n",
    'a statement INSERT',
  ],
  [
    'another table',
    head +
      "CREATE TABLE `x` (`a` int, `b` text);\nINSERT INTO x VALUES (1,'" +
      real +
      "');\nINSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1);\n",
    'does not have this table',
  ],
  [
    'a column that was added',
    head.replace('  PRIMARY', '  `extra` text,\n  PRIMARY') +
      "INSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1,'" +
      real +
      "');\n",
    'does not have this column',
  ],
  [
    'a dump that is cut off',
    head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1),(2,'Odile Vern",
    'cut off in the middle of a row',
  ],
  [
    'a row that does not end',
    head +
      "INSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1;\nINSERT INTO u VALUES (2,'Odile Vernaudin','" +
      real +
      "',1);\n",
    'rows that cannot be read',
  ],
  [
    'what is no SQL',
    head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1);\nthis is no sql " + real + '\n',
    'text that is not SQL',
  ],
  [
    'rows of which nothing names the columns',
    "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1);\n",
    'does not have this table',
  ],
  [
    'a value too many',
    head + "INSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1,'" + real + "');\n",
    'another number of values',
  ],
  [
    'rows between other delimiters',
    head + "DELIMITER ;;\nINSERT INTO u VALUES (1,'Odile Vernaudin','" + real + "',1);;\nDELIMITER ;\n",
    /delimiter|not understood/u,
  ],
  ['CALL', head + "CALL add_user('" + real + "');\n", 'a statement CALL'],
  ['LOAD DATA', head + "LOAD DATA LOCAL INFILE 'u.csv' INTO TABLE u;\n", 'a statement LOAD'],
  [
    'DELETE',
    head +
      "DELETE FROM u WHERE email='" +
      real +
      "';\nINSERT INTO u VALUES (1,'Odile Vernaudin','" +
      real +
      "',1);\n",
    'a statement DELETE',
  ],
  [
    'PREPARE',
    head + "PREPARE s FROM 'INSERT INTO u VALUES (1,''Odile Vernaudin'',''" + real + "'',1)';\n",
    'a statement PREPARE',
  ],
  [
    'RETURNING',
    "SET client_encoding = 'UTF8';\nINSERT INTO public.u (id, name, email, flag) VALUES (1, 'a', '" +
      real +
      "', true) RETURNING '" +
      real +
      "';\n",
    'a statement RETURNING',
  ],
];

describe('masked, in the form in which it was written', () => {
  test.each(masked)('%s', async (_, sql) => {
    const { output, receipt } = await here(sql, plan);
    expect(output?.toString()).not.toMatch(traces);
    expect(receipt?.survivors.found).toBe(0);
    expect(output!.toString().split('\n').length).toBe(sql.split('\n').length);
  });
});

describe('refused, with its place', () => {
  test.each(refused)('%s', async (_, sql, reason) => {
    const { output, receipt, refusals } = await here(sql, plan);
    expect([output, receipt]).toEqual([null, null]);
    expect(refusals[0]!.reason).toMatch(reason);
    expect(refusals[0]!.line).toBeGreaterThan(0);
  });
});

test('an address in a column that is kept withholds the output, and the column is named', async () => {
  const sql = `${head}INSERT INTO u VALUES ('${real}','Odile Vernaudin','${real}',1);\n`;
  const { output, receipt, refusals } = await here(sql, plan);
  expect([output, receipt]).toEqual([null, null]);
  expect(refusals).toContainEqual(expect.objectContaining({ table: 'u', column: 'id' }));
});
