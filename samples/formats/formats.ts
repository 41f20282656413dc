/**
 * The formats that tables can be written in: one file of all tables, or a folder of a file each.
 */
import type { MadeTable, Piece } from './made-table.ts';
import { bsonDocuments } from './write-bson.ts';
import { db2Script } from './write-db2.ts';
import { csvText, delimitedText, tsvText } from './write-delimited.ts';
import { fixedWidthText } from './write-fixed-width.ts';
import { jsonText, mongoExport, ndjsonText } from './write-json.ts';
import { mysqlDump } from './write-mysql.ts';
import { odsFile } from './write-ods.ts';
import { oracleScript } from './write-oracle.ts';
import { parquetFile } from './write-parquet.ts';
import { postgresqlDump } from './write-postgresql.ts';
import { sqliteDump, writeSqliteFile } from './write-sqlite.ts';
import { sqlServerScript } from './write-sqlserver.ts';
import { xlsxFile } from './write-xlsx.ts';
import { xmlDump } from './write-xml.ts';

type Pieces = Iterable<Piece> | AsyncIterable<Piece>;

export type Format =
  | { of: 'database'; pieces: (tables: readonly MadeTable[], name: string) => Pieces }
  | { of: 'table'; ending: string; pieces: (table: MadeTable) => Pieces }
  | { of: 'file'; write: (path: string, tables: readonly MadeTable[]) => Promise<void> };

const database = (pieces: (tables: readonly MadeTable[], name: string) => Pieces): Format => ({
  of: 'database',
  pieces,
});
const table = (ending: string, pieces: (table: MadeTable) => Pieces): Format => ({
  of: 'table',
  ending,
  pieces,
});

export const formats = {
  mysql: database(mysqlDump),
  postgresql: database((tables) => postgresqlDump(tables, 'copy')),
  'postgresql-insert': database((tables) => postgresqlDump(tables, 'inserts')),
  sqlserver: database(sqlServerScript),
  oracle: database(oracleScript),
  db2: database(db2Script),
  'sqlite-dump': database(sqliteDump),
  sqlite: { of: 'file', write: writeSqliteFile },
  csv: table('csv', csvText),
  tsv: table('tsv', tsvText),
  delimited: table('txt', delimitedText),
  'fixed-width': table('dat', fixedWidthText),
  ndjson: table('ndjson', ndjsonText),
  json: database(jsonText),
  mongoexport: table('json', mongoExport),
  bson: table('bson', bsonDocuments),
  xml: database(xmlDump),
  xlsx: database(xlsxFile),
  ods: database(odsFile),
  parquet: table('parquet', async function* (made) {
    yield await parquetFile(made);
  }),
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];
