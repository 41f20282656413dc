/*
 * All that a register holds, table by table, as whoever has stolen the database without the key of the instance has it,
 * and a search for eight bytes wherever they stand.
 */
import type { RegisterDatabase } from '../../src/store/register/index.ts';

export interface RegisterDump {
  /** Rows by table. */
  tables: Map<string, Record<string, unknown>[]>;
  /** Every value, one after the other: bytes as they are, all else as text. */
  bytes: Buffer;
  /** Bytes, and texts in hexadecimal or base64, that could be the key of a hash. */
  keys: Buffer[];
}

export async function dumpRegister(register: RegisterDatabase): Promise<RegisterDump> {
  const tables = new Map<string, Record<string, unknown>[]>();
  for (const name of await tableNames(register)) tables.set(name, await allRows(register, name));
  const pieces: Buffer[] = [];
  const keys = new Map<string, Buffer>();
  for (const row of [...tables.values()].flat())
    for (const value of Object.values(row)) {
      if (value === null) continue;
      const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
      pieces.push(bytes, Buffer.from([0]));
      // what is written in hexadecimal is bytes to whoever looks
      const text = bytes.toString('latin1');
      for (const [hex] of text.matchAll(/[0-9a-f]{32,}/giu)) pieces.push(Buffer.from(hex, 'hex'));
      if (bytes.length >= 16 && bytes.length <= 64) keys.set(text, bytes);
    }
  return { tables, bytes: Buffer.concat(pieces), keys: [...keys.values()] };
}

async function tableNames({ reader, pool }: RegisterDatabase): Promise<string[]> {
  if (reader !== null)
    return reader
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[];
  const { rows } = await pool!.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  return rows.map(({ name }) => name);
}

async function allRows({ reader, pool }: RegisterDatabase, name: string): Promise<Record<string, unknown>[]> {
  const sql = `SELECT * FROM "${name}"`;
  if (reader !== null) return reader.prepare(sql).all() as Record<string, unknown>[];
  return (await pool!.query<Record<string, unknown>>(sql)).rows;
}

/** Whether a place of the bytes begins with the first eight of `hash`: fewer would be met by chance. */
export function createSearch(bytes: Buffer): (hash: Buffer) => boolean {
  const size = 2 ** Math.ceil(Math.log2(bytes.length * 2 + 16));
  const [low, high] = [new Uint32Array(size), new Uint32Array(size)];
  const isUsed = new Uint8Array(size);
  const slotOf = (l: number, h: number) => (Math.imul(l, 0x9e3779b1) ^ Math.imul(h, 0x85ebca6b)) & (size - 1);
  for (let at = 0; at + 8 <= bytes.length; at++) {
    const [l, h] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    let slot = slotOf(l, h);
    while (isUsed[slot] === 1 && (low[slot] !== l || high[slot] !== h)) slot = (slot + 1) & (size - 1);
    [isUsed[slot], low[slot], high[slot]] = [1, l, h];
  }
  return (hash) => {
    const [l, h] = [hash.readUInt32LE(0), hash.readUInt32LE(4)];
    for (let slot = slotOf(l, h); isUsed[slot] === 1; slot = (slot + 1) & (size - 1))
      if (low[slot] === l && high[slot] === h) return true;
    return false;
  };
}
