// A step of the register's schema, as SQL for both engines. In: an engine. Out: statements. A step that was applied
// somewhere is never changed: what is new is a step of its own.

export type Engine = 'sqlite' | 'postgres';

/** How the engines call the same: `table` ends a table that is ordered by its primary key. */
export interface Dialect {
  bytes: string;
  integer: string;
  /** Below 2^31: half as large on PostgreSQL, where there are many. */
  small: string;
  /** A primary key that numbers itself. */
  numbered: string;
  end: string;
  endByKey: string;
}

export interface Migration {
  number: number;
  name: string;
  statements: (dialect: Dialect) => string[];
}

export const dialects: Readonly<Record<Engine, Dialect>> = {
  sqlite: {
    bytes: 'BLOB',
    integer: 'INTEGER',
    small: 'INTEGER',
    numbered: 'INTEGER PRIMARY KEY AUTOINCREMENT',
    end: 'STRICT',
    endByKey: 'STRICT, WITHOUT ROWID',
  },
  postgres: {
    bytes: 'BYTEA',
    integer: 'BIGINT',
    small: 'INTEGER',
    numbered: 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
    end: '',
    endByKey: '',
  },
};
