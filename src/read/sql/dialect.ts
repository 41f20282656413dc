// What the dialects of SQL dumps do differently, as one plain object for each. In: the name that sniffing gave.
// Out: what the lexer and the heads of statements have to know. MySQL is what all began with.

import type { OddStrings } from './odd-string.ts';

export type DialectName = 'mysql' | 'postgresql' | 'sqlserver' | 'oracle' | 'db2' | 'sqlite' | 'standard';

export interface Dialect {
  readonly name: DialectName;
  /** Backslashes escape in `'…'` and `"…"`. */
  readonly escapes: boolean;
  /** MySQL's: `#` to the end of the line, `--` only before a space, the content of executable comments. */
  readonly mysqlComments: boolean;
  /** `[name]` is a name wherever it stands; elsewhere brackets hold arrays. */
  readonly bracketNames: boolean;
  /** Strings that open with more than a quote: PostgreSQL's `E'…'` and `$tag$…$tag$`, Oracle's `q'[…]'`. */
  readonly oddStrings: OddStrings;
  /** Statements may end without a sign, at `GO` or where a line begins the next one. */
  readonly batches: boolean;
  /** The schema before a table's name tells tables apart, unless it is the usual one. */
  readonly schemas: boolean;
  /** What ends a statement beside `;`, alone on a line or at its end; 0 for nothing. */
  readonly terminator: number;
  /** What else a statement may begin with that is of no consequence for rows. */
  readonly otherWords: ReadonlySet<string>;
  /** Commands to the program that runs the script: the line is all there is. */
  readonly lineWords: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' ').filter((word) => word !== ''));

const standard = {
  mysqlComments: false,
  bracketNames: false,
  oddStrings: 'none',
  batches: false,
  schemas: false,
  terminator: 0,
  otherWords: words('COMMENT DECLARE PRAGMA VACUUM REINDEX ATTACH DETACH'),
  lineWords: words(''),
} as const;

const features: Record<DialectName, Omit<Dialect, 'name' | 'escapes'>> = {
  standard,
  mysql: { ...standard, mysqlComments: true, otherWords: words('') },
  sqlite: { ...standard, bracketNames: true },
  postgresql: {
    ...standard,
    oddStrings: 'dollars',
    schemas: true,
    otherWords: words(
      'COMMENT SECURITY REFRESH IMPORT REINDEX CLUSTER VACUUM DISCARD DECLARE LISTEN ABORT CLOSE',
    ),
  },
  sqlserver: {
    ...standard,
    bracketNames: true,
    batches: true,
    schemas: true,
    otherWords: words(
      'PRINT DECLARE WAITFOR RAISERROR RETURN DENY DBCC THROW GOTO WHILE ELSE BULK RECONFIGURE BACKUP RESTORE ' +
        'DISABLE ENABLE',
    ),
    lineWords: words('GO'),
  },
  oracle: {
    ...standard,
    oddStrings: 'q quotes',
    terminator: 0x2f,
    otherWords: words('COMMENT DECLARE AUDIT NOAUDIT PURGE ASSOCIATE'),
    lineWords: words(
      'REM REMARK PROMPT SPOOL WHENEVER CONNECT DISCONNECT EXIT QUIT SET COLUMN ACCEPT DEFINE UNDEFINE VARIABLE ' +
        'HOST START TTITLE BTITLE CLEAR PAUSE TIMING',
    ),
  },
  db2: {
    ...standard,
    terminator: 0x40,
    otherWords: words('COMMENT CONNECT TERMINATE REORG RUNSTATS ECHO DECLARE DISCONNECT LABEL'),
  },
};

/** `escapes`: whether backslashes escape; where nothing is said, in MySQL's only. */
export function createDialect(name: DialectName, escapes = name === 'mysql'): Dialect {
  return { name, escapes, ...features[name] };
}

export const mysqlDialect = createDialect('mysql');

/** Schemas that a dump of one database names though nobody would. */
const usualSchemas = words('public dbo');

/** The name of a table from the parts it was written with: `shop`.`users`. */
export function tableName(parts: readonly string[], dialect: Dialect): string {
  const table = parts.at(-1) ?? '';
  const schema = dialect.schemas ? (parts.at(-2) ?? '') : '';
  return schema === '' || usualSchemas.has(schema.toLowerCase()) ? table : `${schema}.${table}`;
}
