// What is used of better-sqlite3-multiple-ciphers: its own declarations are not among its exports.
declare module 'better-sqlite3-multiple-ciphers' {
  namespace Database {
    interface Statement<Parameters extends unknown[] = unknown[]> {
      /** Whether it gives rows. */
      readonly reader: boolean;
      run(...parameters: Parameters): { changes: number; lastInsertRowid: number | bigint };
      get(...parameters: Parameters): unknown;
      all(...parameters: Parameters): unknown[];
      /** No other statement may write over the connection before it has ended. */
      iterate(...parameters: Parameters): IterableIterator<unknown>;
      /** Rows as arrays. */
      raw(): this;
      /** The first column of each row by itself. */
      pluck(): this;
    }
    interface Database {
      readonly inTransaction: boolean;
      prepare<Parameters extends unknown[] = unknown[]>(sql: string): Statement<Parameters>;
      exec(sql: string): this;
      transaction<Arguments extends unknown[], Result>(
        work: (...given: Arguments) => Result,
      ): { immediate(...given: Arguments): Result };
      key(key: Buffer): number;
      pragma(sql: string): unknown;
      close(): this;
    }
    interface SqliteError extends Error {
      code: string;
    }
  }
  const Database: {
    new (path: string, options?: { fileMustExist?: boolean; timeout?: number }): Database.Database;
    SqliteError: new (message: string, code: string) => Database.SqliteError;
  };
  export default Database;
}
