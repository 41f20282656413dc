import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeUpDump } from './made-up-dumps.fixture.ts';
import { type CollectedRows, readDump } from './read-dump.fixture.ts';

const dump = `-- MySQL dump 10.13
/*!40101 SET NAMES utf8 */;
DROP TABLE IF EXISTS \`people\`;
CREATE TABLE \`people\` (
  \`id\` int(11) NOT NULL COMMENT 'it''s; the key',
  \`mail\` varchar(255) DEFAULT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB;
LOCK TABLES \`people\` WRITE;
INSERT INTO \`people\` VALUES (1,'ann@example.com'),(2,NULL), /* it's */ (3,"o'neil@example.org");
INSERT INTO people (mail, id) VALUES (_utf8'it\\'s;\\n (é)',4),(0x6140622e74657374,5) ON DUPLICATE KEY UPDATE id=id;
UPDATE people SET mail='x@example.net';
DELIMITER ;;
CREATE TRIGGER t BEFORE INSERT ON people FOR EACH ROW BEGIN
INSERT INTO log VALUES (1);
END ;;
DELIMITER ;
INSERT INTO \`people\` VALUES (6,'Dear sir;\\nINSERT INTO people VALUES (9,9)');
UNLOCK TABLES;
-- Dump completed
`;

const plain = (read: CollectedRows) =>
  read.rows.map(({ table, columns, values }) => ({ table, columns, values }));
const whole = readDump(dump);

describe('a dump cut off', () => {
  const bytes = Buffer.from(dump);
  /** Where nothing shows that something is missing: between statements and inside comments on lines of their own. */
  const boundaries = new Set<number>();
  for (let p = 0; p < bytes.length; p++) {
    const isStatementEnd = bytes[p - 1] === 0x3b || p === 0;
    if (isStatementEnd)
      for (let q = p; q <= bytes.length && (q === p || bytes[q - 1]! <= 0x20); q++) boundaries.add(q);
  }

  it('at any byte gives the rows before the cut and no others, and says that it is cut', () => {
    expect(plain(whole)).toHaveLength(6);
    expect(whole.skipped.map(({ reason }) => reason)).toEqual(['a statement that is not read: UPDATE']);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const part = readDump(bytes.subarray(0, cut), { windowBytes: 100 });
      const rows = plain(part);
      expect(rows, `rows at ${cut}`).toEqual(plain(whole).slice(0, rows.length));
      expect(part.end).toBe(cut);
      const last = part.skipped.at(-1);
      const isSaid = last !== undefined && last.offset + last.bytes === cut;
      const isComment = /(?:^|\n)(?:-|--[^\n]*\n?|\/\*!\d+ |DELIMITER ;*\n?)$/u.test(dump.slice(0, cut));
      expect(isSaid || isComment || boundaries.has(cut), `${cut}: ${dump.slice(cut - 20, cut)}`).toBe(true);
    }
  });

  it('at any byte tells every byte of an INSERT that is not in a row that was read', () => {
    const start = dump.indexOf("INSERT INTO `people` VALUES (6,'Dear");
    for (let cut = start + 8; cut < dump.indexOf('UNLOCK') - 2; cut++) {
      const part = readDump(bytes.subarray(0, cut + Buffer.byteLength(dump) - dump.length));
      const last = part.skipped.at(-1)!;
      expect(last.offset + last.bytes).toBe(part.end);
      const isRowRead = part.rows.length === 6;
      expect(last.reason).toBe(
        isRowRead || cut > start + 28
          ? 'cut off in the middle of a row'
          : 'cut off in the middle of a statement',
      );
    }
  });
});

describe('a damaged dump', () => {
  const statement = (i: number) =>
    `INSERT INTO people VALUES (${i},'p${i}@example.com'),(${i},'it\\'s ${i}');\n`;
  const statements = Array.from({ length: 40 }, (_, i) => statement(i));
  const schema = 'CREATE TABLE people (id int, mail varchar(99));\n';

  it('loses the rows of the statement that is damaged and those a false string swallows, no more, and tells them', () => {
    for (const damaged of [
      'INSERT INTO people VALUES (7,"x),(8,9);\n',
      "INSERT INTO people VALUES (7,'x'),(8,9;\n",
      'INSERT INTO people VALUES (7 /* x);\n',
      'INSERT INTO people VALUES ((7,8);\n',
    ]) {
      const { rows, skipped } = readDump(schema + statements.with(7, damaged).join(''), { windowBytes: 256 });
      expect(rows.length, damaged).toBeGreaterThanOrEqual(76);
      expect(skipped.map(({ text }) => text).join(''), damaged).toMatch(/\(7|\(8,9/u);
      expect(rows.at(-1)!.values).toEqual(['39', "it's 39"]);
    }
  });

  it('with a part of another dump in its middle goes on with that one', () => {
    const cut = schema + statements.slice(0, 10).join('').slice(0, -12);
    const { rows } = readDump(`${cut}${schema}${statements.join('')}`);
    expect(rows.length).toBeGreaterThanOrEqual(19 + 78);
  });

  it('between whose statements something else stands loses none of them', () => {
    const garbage = fc
      .stringMatching(/^[^\n;]{0,40}$/u)
      .filter(
        (line) =>
          !/^\s*(?:insert|replace|delimiter|create|alter|update|with|select|set|load|copy|delete|merge|handler|begin|call|do|end|use|drop|lock|\/\*)/iu.test(
            line,
          ),
      );
    fc.assert(
      fc.property(fc.array(garbage, { minLength: 3, maxLength: 3 }), (lines) => {
        const text = `${statement(1)}${lines[0]}\n${statement(2)}\n${lines[1]}\r\n${statement(3)}${lines[2]}`;
        expect(plain(readDump(schema + text))).toEqual(
          plain(readDump(schema + statement(1) + statement(2) + statement(3))),
        );
      }),
      { numRuns: 300 },
    );
  });

  /** Flips, drops, repeats or inserts bytes, those of the syntax most of all. */
  const mutation = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('set', 'insert', 'delete', 'repeat', 'move'),
    byte: fc.oneof(fc.constantFrom(...Buffer.from('\'"`\\(),;/*-# \n@0xnN_[')), fc.nat(255)),
    length: fc.integer({ min: 1, max: 60 }),
  });
  type Mutation = { at: number; kind: string; byte: number; length: number };

  function mutated(bytes: Buffer, { at, kind, byte, length }: Mutation): Buffer {
    const p = at % Math.max(1, bytes.length);
    const part = bytes.subarray(p, p + length);
    const rest = bytes.subarray(p + length);
    if (kind === 'set') return Buffer.concat([bytes.subarray(0, p), Buffer.of(byte), bytes.subarray(p + 1)]);
    if (kind === 'insert') return Buffer.concat([bytes.subarray(0, p), Buffer.of(byte), bytes.subarray(p)]);
    if (kind === 'delete') return Buffer.concat([bytes.subarray(0, p), rest]);
    if (kind === 'repeat') return Buffer.concat([bytes.subarray(0, p), part, part, rest]);
    return Buffer.concat([part, bytes.subarray(0, p), rest]);
  }

  it('never makes reading throw, hang or look outside the window, and is read to its end', () => {
    fc.assert(
      fc.property(
        madeUpDump(),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 3_000 }),
        fc.boolean(),
        (made, mutations, windowBytes, twin) => {
          const bytes = mutations.reduce(mutated, Buffer.from(made.text));
          expect(readDump(bytes, { windowBytes, twin, maxRowBytes: 1 << 16 }).end).toBe(bytes.length);
        },
      ),
      { numRuns: 700 },
    );
  });

  it('is read on after a line end that the window cut in two', () => {
    const insert = `INSERT INTO \`t\` VALUES (1`;
    const bytes = Buffer.from(`${insert};\r\n${insert});\r\n`);
    for (let windowBytes = 1; windowBytes < 80; windowBytes++) {
      expect(readDump(bytes, { windowBytes }), String(windowBytes)).toEqual(readDump(bytes));
    }
    expect(readDump(bytes).rows).toHaveLength(1);
  });

  it('has the same values beside a stray end of a comment whatever the window', () => {
    const row = `(1,* ** */),(2,*/ 3 ),(4 */,'x' */),\n`;
    const bytes = Buffer.from(`INSERT INTO \`t\` VALUES ${row.repeat(20)}(5,6);\n`);
    for (let windowBytes = 1; windowBytes < 120; windowBytes++) {
      expect(readDump(bytes, { windowBytes }), String(windowBytes)).toEqual(readDump(bytes));
    }
    expect(
      readDump(bytes)
        .rows.slice(0, 3)
        .map(({ values }) => values),
    ).toEqual([
      ['1', '* **'],
      ['2', '3'],
      ['4', 'x'],
    ]);
  });

  it('hides the same quotes behind a backslash outside strings whatever the window', () => {
    const row = `(1,\\n\\' _utf8\\'x'),(2,'a\\'b'),(\\\\'c',3),\n`;
    const bytes = Buffer.from(`INSERT INTO \`t\` VALUES ${row.repeat(20)}(5,6);\n`);
    for (let windowBytes = 1; windowBytes < 120; windowBytes++) {
      expect(readDump(bytes, { windowBytes }), String(windowBytes)).toEqual(readDump(bytes));
    }
  });

  it('gives the same rows and the same skipped places whatever the window', () => {
    fc.assert(
      fc.property(
        madeUpDump(),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3_000 }),
        (made, mutations, windowBytes) => {
          const bytes = mutations.reduce(mutated, Buffer.from(made.text));
          expect(readDump(bytes, { windowBytes })).toEqual(readDump(bytes));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of bytes drawn from the syntax alone is read to its end', () => {
    const token = fc.constantFrom(
      'INSERT INTO t VALUES ',
      'CREATE TABLE t (',
      'a int',
      ...'\'"`\\(),;/*-#@[]!\n\r\0 x1',
      'DELIMITER ',
      "_utf8'",
      '/*!40101 ',
      '*/',
      'NULL',
      ';\n',
    );
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 80 }),
        fc.integer({ min: 1, max: 100 }),
        (tokens, windowBytes) => {
          const text = tokens.join('');
          expect(readDump(text, { windowBytes, maxRowBytes: 1 << 14 }).end).toBe(text.length);
        },
      ),
      { numRuns: 700 },
    );
  });
});
