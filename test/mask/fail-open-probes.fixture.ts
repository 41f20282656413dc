/*
 * Dumps written in ways that maskers are known not to expect: each holds the same two people somewhere. In: nothing. Out: the
 * probes. What a probe may not do is leave a value of theirs in an output.
 */

/** What must be in no output, in any spelling: the people of the probes. */
export const probePeople = [
  {
    email: 'marie.quillacq@mail.example.org',
    name: 'Marie Quillacq',
    phone: '0639980142',
    nir: '295109912611193',
  },
  {
    email: 'paul.ormessant@web.example.com',
    name: 'Paul Ormessant',
    phone: '0639980143',
    nir: '185057800608491',
  },
] as const;

const [marie, paul] = probePeople;

const table = (columns = 'id INT PRIMARY KEY, email VARCHAR(120), name VARCHAR(80), flag INT') =>
  `CREATE TABLE \`u\` (${columns});\n`;

/** The dump that plans are made from: what a probe does otherwise is drift. */
export const usualDump = `${table()}INSERT INTO \`u\` VALUES ${Array.from(
  { length: 40 },
  (_, i) => `(${i + 1},'anne.fauvergne${i}@mail.example.org','Anne Fauvergne',${i % 2})`,
).join(',')};\n`;

export interface Probe {
  name: string;
  /** Of the file. */
  extension?: string;
  text: string | Buffer;
}

const rows = `(1,'${marie.email}','${marie.name}',1),(2,'${paul.email}','${paul.name}',0)`;
const insert = (head: string, values = rows) => `${table()}${head} ${values};\n`;
const value = (text: string) =>
  insert('INSERT INTO `u` VALUES', `(1,'${marie.email}','${marie.name}',${text})`);
const hex = (text: string) => Buffer.from(text).toString('hex');

export const probes: readonly Probe[] = [
  { name: 'INSERT IGNORE with one space', text: insert('INSERT IGNORE INTO `u` VALUES') },
  { name: 'insert into in lower case', text: insert('insert into `u` values') },
  { name: 'a table without back-quotes', text: insert('INSERT INTO u VALUES') },
  {
    name: 'columns in another order',
    text: `${table()}INSERT INTO u (email,name,id,flag) VALUES ('${marie.email}','${marie.name}',1,1);\n`,
  },
  {
    name: 'a renamed column',
    text: `${table('id INT, e_mail VARCHAR(120), name VARCHAR(80), flag INT')}INSERT INTO u VALUES ${rows};\n`,
  },
  { name: 'UPDATE', text: `${table()}UPDATE u SET email='${marie.email}' WHERE id=1;\n` },
  { name: "b'1' in a row", text: value("b'1'") },
  { name: "X'01' in a row", text: value("X'01'") },
  { name: 'TRUE in a row', text: value('TRUE') },
  {
    name: 'a string with an introducer',
    text: insert('INSERT INTO `u` VALUES', `(1,_utf8mb4'${marie.email}',_utf8mb4'${marie.name}',1)`),
  },
  {
    name: 'doubled quotes',
    text: insert('INSERT INTO `u` VALUES', `(1,'${marie.email}','O''Real ${marie.name}',1)`),
  },
  { name: 'REPLACE INTO', text: insert('REPLACE INTO `u` VALUES') },
  { name: 'INSERT DELAYED', text: insert('INSERT DELAYED INTO `u` VALUES') },
  { name: 'INSERT without INTO', text: insert('INSERT `u` VALUES') },
  { name: 'a table named with its database', text: insert('INSERT INTO `shop`.`u` VALUES') },
  { name: 'VALUE instead of VALUES', text: insert('INSERT INTO `u` VALUE') },
  {
    name: 'INSERT … SET',
    text: `${table()}INSERT INTO u SET id=1, email='${marie.email}', name='${marie.name}';\n`,
  },
  {
    name: 'INSERT … SELECT',
    text: `${table()}INSERT INTO u SELECT 1,'${marie.email}','${marie.name}',1 UNION SELECT 2,'${paul.email}','${paul.name}',0;\n`,
  },
  {
    name: 'ON DUPLICATE KEY UPDATE',
    text: `${table()}INSERT INTO u VALUES (1,'x@mail.example.org','Anne Fauvergne',1) ON DUPLICATE KEY UPDATE email='${marie.email}';\n`,
  },
  {
    name: 'a comment between values',
    text: insert('INSERT INTO `u` VALUES', `(1,/* ${marie.email} */'${paul.email}','${paul.name}',1)`),
  },
  { name: 'an executable comment', text: `${table()}/*!40000 INSERT INTO u VALUES ${rows} */;\n` },
  { name: 'a line comment', text: `${usualDump}-- asked by ${marie.name} <${marie.email}>\n` },
  { name: 'a comment with #', text: `${usualDump}# ${marie.email}, tel ${marie.phone}\n` },
  { name: 'a block comment', text: `${usualDump}/* restored for ${marie.email} */\n` },
  {
    name: 'a comment of a column',
    text: table(`id INT COMMENT 'ask ${marie.email}', email VARCHAR(120), name VARCHAR(80), flag INT`),
  },
  {
    name: 'a default value',
    text: table(`id INT, email VARCHAR(120) DEFAULT '${marie.email}', name VARCHAR(80), flag INT`),
  },
  {
    name: 'a table that nobody planned',
    text: `${usualDump}CREATE TABLE v (a INT, b VARCHAR(90));\nINSERT INTO v VALUES (1,'${marie.email}');\n`,
  },
  {
    name: 'a column more',
    text: `${table('id INT, email VARCHAR(120), name VARCHAR(80), flag INT, backup_email VARCHAR(120)')}INSERT INTO u VALUES (1,'x@mail.example.org','Anne Fauvergne',1,'${marie.email}');\n`,
  },
  { name: 'rows without a schema', text: `INSERT INTO u VALUES ${rows};\n` },
  { name: 'a row that is cut off', text: `${table()}INSERT INTO u VALUES (1,'${marie.email}',Mar` },
  {
    name: 'a quote that was lost',
    text: `${table()}INSERT INTO u VALUES (1,'x@mail.example.org,'Anne',1),${rows};\n`,
  },
  { name: 'a value more than columns', text: value("1,'more'") },
  { name: 'CALL', text: `${usualDump}CALL add_user('${marie.email}','${marie.name}');\n` },
  {
    name: 'a user variable',
    text: `${usualDump}SET @mail='${marie.email}';\nINSERT INTO u VALUES (99,@mail,'Anne',1);\n`,
  },
  {
    name: 'a prepared statement',
    text: `${usualDump}PREPARE s FROM 'INSERT INTO u VALUES (7,''${marie.email}'',''${marie.name}'',1)';\nEXECUTE s;\n`,
  },
  {
    name: 'a trigger',
    text: `${usualDump}DELIMITER ;;\nCREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW SET NEW.email='${marie.email}';;\nDELIMITER ;\n`,
  },
  { name: 'a view', text: `${usualDump}CREATE VIEW v AS SELECT * FROM u WHERE email='${marie.email}';\n` },
  {
    name: 'a function of strings',
    text: insert(
      'INSERT INTO `u` VALUES',
      `(1,CONCAT('marie.quillacq','@mail.example.org'),CONCAT('Marie ','Quillacq'),1)`,
    ),
  },
  {
    name: 'hex values',
    text: insert('INSERT INTO `u` VALUES', `(1,0x${hex(marie.email)},0x${hex(marie.name)},1)`),
  },
  {
    name: 'FROM_BASE64',
    text: insert(
      'INSERT INTO `u` VALUES',
      `(1,FROM_BASE64('${Buffer.from(marie.email).toString('base64')}'),'Anne Fauvergne',1)`,
    ),
  },
  {
    name: 'double-quoted strings',
    text: insert('INSERT INTO `u` VALUES', `(1,"${marie.email}","${marie.name}",1)`),
  },
  {
    name: 'escaped letters',
    text: insert(
      'INSERT INTO `u` VALUES',
      `(1,'marie\\.quillacq\\@mail.example.org','Mari\\e Quillac\\q',1)`,
    ),
  },
  {
    name: 'an address in another column',
    text: insert('INSERT INTO `u` VALUES', `(1,'${marie.name}','${marie.email}',1)`),
  },
  {
    name: 'an address in a number column',
    text: insert('INSERT INTO `u` VALUES', `(1,'x@mail.example.org','Anne Fauvergne','${marie.email}')`),
  },
  {
    name: 'upper case',
    text: insert('INSERT INTO `u` VALUES', `(1,'${marie.email.toUpperCase()}','QUILLACQ Marie',1)`),
  },
  { name: 'line ends of Windows', text: insert('INSERT INTO `u` VALUES').replaceAll('\n', '\r\n') },
  {
    name: 'Latin-1',
    text: Buffer.from(`/*!40101 SET NAMES latin1 */;\n${insert('INSERT INTO `u` VALUES')}-- été`, 'latin1'),
  },
  { name: 'UTF-16', text: Buffer.from(`\ufeff${insert('INSERT INTO `u` VALUES')}`, 'utf16le') },
  { name: 'a byte order mark', text: `\ufeff${insert('INSERT INTO `u` VALUES')}` },
  {
    name: 'COPY of PostgreSQL',
    text: `CREATE TABLE public.u (id integer, email character varying(120), name character varying(80), flag integer);\nCOPY public.u (id, email, name, flag) FROM stdin;\n1\t${marie.email}\t${marie.name}\t1\n2\t${paul.email}\t${paul.name}\t0\n\\.\n`,
  },
  {
    name: 'COPY in CSV form',
    text: `CREATE TABLE u (id integer, email text, name text, flag integer);\nCOPY u FROM stdin WITH CSV;\n1,${marie.email},${marie.name},1\n\\.\n`,
  },
  {
    name: 'a COPY without its end',
    text: `CREATE TABLE u (id integer, email text, name text, flag integer);\nCOPY public.u (id, email, name, flag) FROM stdin;\n1\t${marie.email}\t${marie.name}\t1\n`,
  },
  {
    name: 'dollar quotes',
    text: `CREATE TABLE public.u (id integer, email text, name text, flag integer);\nSET client_encoding = 'UTF8';\nINSERT INTO public.u VALUES (1, $$${marie.email}$$, $x$${marie.name}$x$, 1);\n`,
  },
  {
    name: 'DO of PostgreSQL',
    text: `CREATE TABLE public.u (id integer, email text, name text, flag integer);\nSET client_encoding = 'UTF8';\nDO $$ BEGIN INSERT INTO u VALUES (1,'${marie.email}','${marie.name}',1); END $$;\n`,
  },
  {
    name: 'N strings and GO',
    text: `CREATE TABLE [dbo].[u] ([id] [int], [email] [nvarchar](120), [name] [nvarchar](80), [flag] [int])\nGO\nINSERT [dbo].[u] ([id],[email],[name],[flag]) VALUES (1, N'${marie.email}', N'${marie.name}', 1)\nGO\n`,
  },
  {
    name: 'CAST of SQL Server',
    text: `CREATE TABLE [dbo].[u] ([id] [int], [email] [nvarchar](120), [name] [nvarchar](80), [flag] [int])\nGO\nINSERT [dbo].[u] ([id],[email],[name],[flag]) VALUES (1, CAST(N'${marie.email}' AS nvarchar(120)), N'${marie.name}', 1)\nGO\n`,
  },
  {
    name: 'INSERT ALL of Oracle',
    text: `CREATE TABLE u (id NUMBER, email VARCHAR2(120), name VARCHAR2(80), flag NUMBER);\nINSERT ALL INTO u VALUES (1,'${marie.email}','${marie.name}',1) INTO u VALUES (2,q'[${paul.email}]','${paul.name}',0) SELECT * FROM dual;\n`,
  },
  { name: 'text that is not SQL', text: `${usualDump}mysqldump: Got error for ${marie.email}\n` },
  {
    name: 'a CSV row that is too wide',
    extension: 'csv',
    text: `id,email,name,flag\n${Array.from({ length: 20 }, (_, i) => `${i},anne.fauvergne${i}@mail.example.org,Anne Fauvergne,1\n`).join('')}21,x@mail.example.org,Anne,1,${marie.email}\n`,
  },
  {
    name: 'a key that nobody planned',
    extension: 'ndjson',
    text: `${Array.from({ length: 20 }, (_, i) => `{"id":${i},"email":"anne.fauvergne${i}@mail.example.org","name":"Anne Fauvergne"}\n`).join('')}{"id":21,"email":"x@mail.example.org","name":"Anne","contact":{"mail":"${marie.email}"}}\n`,
  },
];
