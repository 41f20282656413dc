// Dumps made up for property tests: tables whose values look like the syntax around them, each statement
// written in another of the ways that SQL allows. In: randomness. Out: the text and the rows it holds.

import fc from 'fast-check';

export interface MadeUpDump {
  text: string;
  rows: { table: string; columns: string[] | null; values: (string | null)[] }[];
}

/** Pieces of values that a reader could take for something else. */
const hostile = [
  "' '' \" ` \\ \\' ( ) , ; @ # / * - [ ] ),( /* */ -- a é ß 東京 🔔 % _ NULL 0x41 VALUES".split(' '),
  [
    "');\n",
    ";\nINSERT INTO `t` VALUES ('phantom');\n",
    '/*!40000 ',
    '-- ',
    '--\n',
    ';\r\n',
    'DELIMITER ;;\n',
    "_utf8'",
  ],
  ['\n', '\r\n', '\r', '\t', ' ', '\0', '\x1a', 'jean@example.com', "o'neil@example.org", '07700 900123'],
].flat();

const text = fc.array(fc.constantFrom(...hostile), { maxLength: 12 }).map((parts) => parts.join(''));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map(String);

interface Written {
  sql: string;
  value: string | null;
}

const written = (sql: string, value: string | null): Written => ({ sql, value });

const escapes = new Map([
  ['\\', '\\\\'],
  ['\0', '\\0'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\x1a', '\\Z'],
]);

function escaped(value: string, quote: string): string {
  let text = value;
  for (const [letter, written] of escapes) text = text.replaceAll(letter, written);
  return text.replaceAll(quote, `\\${quote}`);
}

function doubled(value: string, quote: string, withEscapes: boolean): string {
  return (withEscapes ? value.replaceAll('\\', '\\\\') : value).replaceAll(quote, quote + quote);
}

/** One value in one of the ways it can be written. */
function writtenValue(withEscapes: boolean): fc.Arbitrary<Written> {
  const quoted = fc
    .record({
      text,
      quote: fc.constantFrom("'", "'", "'", '"'),
      isDoubled: fc.boolean(),
      introducer: fc.constantFrom('', '', '', '_utf8mb4', '_utf8 ', 'N', '_binary '),
    })
    .map(({ text, quote, isDoubled, introducer }) => {
      const inside = isDoubled || !withEscapes ? doubled(text, quote, withEscapes) : escaped(text, quote);
      return written(`${introducer}${quote}${inside}${quote}`, text);
    });
  const hex = fc.tuple(text, fc.constantFrom('0x', "x'", "X'")).map(([text, open]) => {
    const digits = Buffer.from(text || 'a').toString('hex');
    return written(open === '0x' ? open + digits : `${open}${digits}'`, text || 'a');
  });
  return fc.oneof(
    { weight: 5, arbitrary: quoted },
    { weight: 1, arbitrary: hex },
    { weight: 2, arbitrary: number.map((value) => written(value, value)) },
    { weight: 1, arbitrary: fc.constantFrom('NULL', 'null').map((sql) => written(sql, null)) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('TRUE', 'false', 'CURRENT_TIMESTAMP()', "b'101'")
        .map((sql) => written(sql, sql === "b'101'" ? '101' : sql)),
    },
  );
}

const names = [
  't',
  'users',
  'it`s',
  "it's",
  'a"b',
  'my table',
  'größe',
  'values',
  'a;b',
  'x(y',
  '-- z',
  '/*',
];

function quotedName(name: string, style: number): string {
  if (style === 0 && /^\w+$/u.test(name) && name !== 'values') return name;
  if (style === 1) return `"${name.replaceAll('"', '""')}"`;
  return `\`${name.replaceAll('`', '``')}\``;
}

const blank = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' ',
  '\n',
  '\r\n  ',
  '\t',
  " /* it's, (a) ; */ ",
  " -- it's )\n",
  ' # "\n',
  '/**/',
  '/* ** */',
);
const between = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('\n', '\n', '\r\n', '\n\n', ' ', '') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "\n-- it's; a comment\n",
      "\n/* ;\nINSERT INTO `t` VALUES ('phantom'); */\n",
      '\nUNLOCK TABLES;\n',
      "\n/*!40000 ALTER TABLE `t` DISABLE KEYS */;\nSET @a = 'it''s;';\n",
      "\nDELIMITER ;;\n/*!50003 CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN\nINSERT INTO t VALUES ('phantom');\nEND */;;\nDELIMITER ;\n",
    ),
  },
);
const verb = fc.constantFrom(
  'INSERT INTO',
  'INSERT INTO',
  'insert into',
  'INSERT IGNORE INTO',
  'REPLACE INTO',
  'INSERT',
  'Insert low_priority ignore into',
  'REPLACE',
);
const tail = fc.constantFrom(
  ';',
  ';',
  ';',
  ' ;',
  ' ON DUPLICATE KEY UPDATE `a` = VALUES(`a`);',
  " AS new ON DUPLICATE KEY UPDATE a = ';';",
);

/** A statement that inserts rows of `width` values; with a schema or a list, their columns are known. */
function statement(
  table: string,
  columns: string[],
  hasSchema: boolean,
  withEscapes: boolean,
): fc.Arbitrary<MadeUpDump> {
  const width = columns.length;
  return fc
    .record({
      verb,
      style: fc.nat(2),
      isQualified: fc.boolean(),
      order: fc.option(fc.shuffledSubarray([...columns.keys()], { minLength: width }), { nil: null }),
      isExecutable: fc.boolean(),
      rows: fc.array(
        fc.array(fc.tuple(blank, writtenValue(withEscapes), blank), { minLength: width, maxLength: width }),
        { minLength: 1, maxLength: 6 },
      ),
      rowBlanks: fc.array(fc.tuple(blank, blank), { minLength: 6, maxLength: 6 }),
      headBlank: blank,
      tail,
      between,
    })
    .map((made) => {
      const listed = made.order?.map((i) => columns[i]!) ?? null;
      const list = listed ? ` (${listed.map((name) => quotedName(name, made.style)).join(', ')})` : '';
      const rows = made.rows.map((row, i) => {
        const separator = i === 0 ? '' : `${made.rowBlanks[i]![0]},${made.rowBlanks[i]![1]}`;
        return `${separator}(${row.map(([before, value, after]) => before + value.sql + after).join(',')})`;
      });
      const name = (made.isQualified ? '`my db`.' : '') + quotedName(table, made.style);
      const open = made.isExecutable ? '/*!40000 ' : '';
      const close = made.isExecutable ? '*/' : '';
      return {
        text: `${open}${made.verb} ${name}${list}${made.headBlank} VALUES ${rows.join('')}${close}${made.tail}${made.between}`,
        rows: made.rows.map((row) => ({
          table,
          columns: listed ?? (hasSchema ? columns : null),
          values: row.map(([, value]) => value.value),
        })),
      };
    });
}

function table(name: string, withEscapes: boolean): fc.Arbitrary<MadeUpDump> {
  return fc
    .record({
      columns: fc.uniqueArray(fc.constantFrom(...names, 'key', 'id', 'e-mail'), {
        minLength: 1,
        maxLength: 5,
      }),
      hasSchema: fc.boolean(),
    })
    .chain(({ columns, hasSchema }) => {
      const definitions = columns.map(
        (column) => `  ${quotedName(column, 2)} varchar(255) DEFAULT '(,;' COMMENT 'it''s'`,
      );
      const create = `CREATE TABLE ${quotedName(name, 2)} (\n${definitions.join(',\n')}\n);\n`;
      return fc
        .array(statement(name, columns, hasSchema, withEscapes), { minLength: 1, maxLength: 4 })
        .map((statements) => joined(hasSchema ? create : '', statements));
    });
}

function joined(before: string, parts: MadeUpDump[]): MadeUpDump {
  return { text: before + parts.map((part) => part.text).join(''), rows: parts.flatMap((part) => part.rows) };
}

/** A whole dump of some tables. */
export function madeUpDump(
  options: { withEscapes: boolean } = { withEscapes: true },
): fc.Arbitrary<MadeUpDump> {
  return fc
    .uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
    .chain((tables) => fc.tuple(...tables.map((name) => table(name, options.withEscapes))))
    .map((tables) => joined('-- MySQL dump 10.13\n', tables));
}
