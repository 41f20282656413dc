// What goes wrong with a database, in the program's own words. In: an error of a driver. Out: one of ours, where the
// database cannot be reached, is written by somebody else, or has no room; else the same error. Never a value of a query.

import Database from 'better-sqlite3-multiple-ciphers';
import pg from 'pg';
import { TocsinError } from '../../base/index.ts';

export function registerError(error: unknown): unknown {
  if (error instanceof TocsinError) return error;
  if (error instanceof Database.SqliteError) return fileError(error);
  if (error instanceof pg.DatabaseError) return serverError(error);
  return isConnectionLost(error) ? unreachable(error) : error;
}

export function isFileBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(?:BUSY|LOCKED)/u.test(error.code);
}

function fileError(error: Database.SqliteError): unknown {
  const { code } = error;
  if (isFileBusy(error))
    return new TocsinError('REGISTER_BUSY', 'another process writes into the register', { cause: error });
  if (/^SQLITE_(?:FULL|CANTOPEN|READONLY|IOERR)/u.test(code))
    return new TocsinError('REGISTER_FULL', 'the register cannot be written', { cause: error });
  if (/^SQLITE_(?:NOTADB|CORRUPT)/u.test(code))
    return new TocsinError('REGISTER_DAMAGED', 'the register is damaged, or has another key', {
      cause: error,
    });
  return error;
}

/** Source: https://www.postgresql.org/docs/18/errcodes-appendix.html; 57P: shut down, 08: connection, 28: log-in. */
function serverError(error: pg.DatabaseError): unknown {
  const code = error.code ?? '';
  if (/^(?:08|28|57P|3D000|53300)/u.test(code)) return unreachable(error);
  if (/^(?:53100|53200|25006|58)/u.test(code))
    return new TocsinError('REGISTER_FULL', 'the register cannot be written', { cause: error });
  if (/^(?:40|55P03)/u.test(code))
    return new TocsinError('REGISTER_BUSY', 'another process writes into the register', { cause: error });
  return error;
}

const lostCodes =
  /^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT|EACCES|ERR_TLS|ERR_SSL)/u;

/** The driver says some of these with words only. */
const lostWords =
  /connection (?:terminated|timeout|ended)|(?:read|query) timeout|timeout (?:exceeded|expired)|not queryable|Cannot use a pool/iu;

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost);
  return lostCodes.test((error as NodeJS.ErrnoException).code ?? '') || lostWords.test(error.message);
}

function unreachable(cause: unknown): TocsinError {
  return new TocsinError('REGISTER_UNREACHABLE', 'the database of the register cannot be reached', { cause });
}
