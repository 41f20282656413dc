/**
 * A mysqldump 5.6 file, table by table: header, DROP and CREATE TABLE, extended INSERTs that end
 * where mysqldump ends them (net_buffer_length, 1 MB), footer. Rows come from `Table.writeRow`,
 * bytes go to a sink in pieces of some megabytes. Never holds more than its two buffers.
 */
import type { ByteWriter } from './byte-writer.ts';
import { createByteWriter, fragment, putBytes } from './byte-writer.ts';

export interface Table {
  name: string;
  /** the whole CREATE TABLE statement without its semicolon */
  create: string;
  /** Writes row number `row` as `(…)`; false, and nothing written, when there is none. */
  writeRow(out: ByteWriter, row: number): boolean;
}

export interface Sink {
  /** Takes the bytes before it resolves; the caller reuses them afterwards. */
  write(bytes: Uint8Array): Promise<void>;
}

export interface SqlWriter {
  /**
   * Writes a table. With `untilBytes`, rows go on until the file has reached that size or the rows
   * end, at least `atLeastRows`.
   * @returns the number of rows
   */
  table(table: Table, limit?: { untilBytes: number; atLeastRows: number }): Promise<number>;
  /** Writes the footer and waits for the sink. @returns bytes of the file */
  finish(): Promise<number>;
  /** bytes written so far */
  bytes(): number;
}

/** mysqldump's default net_buffer_length less its own slack: a statement ends before it grows past this. */
export const statementBytes = 1046528;
/** The longest row a table may write. */
export const maxRowBytes = 512 * 1024;
const flushBytes = 2 * 1024 * 1024;

export function createSqlWriter(sink: Sink, database: string, completed: string): SqlWriter {
  let out = createByteWriter(flushBytes + 2 * maxRowBytes);
  let spare = createByteWriter(out.bytes.length);
  let pending: Promise<void> | undefined;
  let flushed = 0;

  // Two buffers: one is being filled while the sink still takes the other.
  async function flush(): Promise<void> {
    await pending;
    const full = out;
    flushed += full.at;
    pending = sink.write(full.bytes.subarray(0, full.at));
    // A failure is met at the next flush; until then it must not count as unhandled.
    pending.catch(() => {});
    out = spare;
    out.at = 0;
    spare = full;
  }

  async function table(source: Table, limit?: { untilBytes: number; atLeastRows: number }): Promise<number> {
    const until = limit?.untilBytes ?? Number.POSITIVE_INFINITY;
    const atLeast = limit?.atLeastRows ?? 0;
    const insert = fragment(`INSERT INTO \`${source.name}\` VALUES `);
    putBytes(out, fragment(tableHead(source)));
    let rows = 0;
    let statement = 0;
    while (rows < atLeast || flushed + out.at < until) {
      const start = out.at;
      out.at = start + 1;
      if (!source.writeRow(out, rows)) {
        out.at = start;
        break;
      }
      const length = out.at - start;
      if (rows > 0 && statement + length < statementBytes) {
        out.bytes[start] = 0x2c;
        statement += length;
      } else {
        const lead = rows > 0 ? 2 + insert.length : insert.length;
        out.bytes.copyWithin(start + lead, start + 1, out.at);
        out.at = start;
        if (rows > 0) putBytes(out, endOfStatement);
        putBytes(out, insert);
        out.at += length - 1;
        statement = insert.length + length - 1;
      }
      rows++;
      if (out.at >= flushBytes) await flush();
    }
    if (rows > 0) putBytes(out, endOfStatement);
    putBytes(out, fragment(tableFoot(source.name)));
    return rows;
  }

  putBytes(out, fragment(header(database)));
  return {
    table,
    bytes: () => flushed + out.at,
    async finish() {
      putBytes(out, fragment(footer(completed)));
      await flush();
      await pending;
      return flushed;
    },
  };
}

/** Bytes that follow the last row: what a size budget must leave room for. */
export function tailBytes(table: string, completed: string): number {
  return 2 + fragment(tableFoot(table) + footer(completed)).length;
}

/** Bytes of a table's rows and frame, without writing them anywhere. */
export function measureTable(table: Table): number {
  const scratch = createByteWriter(maxRowBytes);
  let bytes = fragment(tableHead(table) + tableFoot(table.name)).length;
  for (let row = 0; table.writeRow(scratch, row); row++) {
    bytes += scratch.at + 1;
    scratch.at = 0;
  }
  return bytes;
}

const endOfStatement = fragment(';\n');

function header(database: string): string {
  return `-- MySQL dump 10.13  Distrib 5.6.33, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: ${database}
-- ------------------------------------------------------
-- Server version\t5.6.33-0ubuntu0.14.04.1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
`;
}

function tableHead(table: Table): string {
  return `
--
-- Table structure for table \`${table.name}\`
--

DROP TABLE IF EXISTS \`${table.name}\`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8 */;
${table.create};
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table \`${table.name}\`
--

LOCK TABLES \`${table.name}\` WRITE;
/*!40000 ALTER TABLE \`${table.name}\` DISABLE KEYS */;
`;
}

function tableFoot(name: string): string {
  return `/*!40000 ALTER TABLE \`${name}\` ENABLE KEYS */;
UNLOCK TABLES;
`;
}

function footer(completed: string): string {
  return `/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed on ${completed}
`;
}
