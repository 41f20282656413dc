import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { unpackGzip } from './unpack-gzip.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-gzip-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function unpack(packed: Buffer): Promise<{ unpacked: Buffer; fault: string | null }> {
  const path = join(folder, 'file.gz');
  writeFileSync(path, packed);
  const chunks: Buffer[] = [];
  let fault: string | null = null;
  try {
    for await (const chunk of unpackGzip(path)) chunks.push(chunk);
  } catch (error) {
    fault = (error as NodeJS.ErrnoException).code ?? String(error);
  }
  return { unpacked: Buffer.concat(chunks), fault };
}

/** Half of it cannot be packed, so that the file is read in several pieces. */
const plain = Buffer.concat([randomBytes(150_000), Buffer.alloc(400_000, 'row '), randomBytes(50_000)]);
const packed = gzipSync(plain);

describe('a gzip file', () => {
  it('unpacks to what was packed', async () => {
    const { unpacked, fault } = await unpack(packed);
    expect(fault).toBe(null);
    expect(unpacked.equals(plain)).toBe(true);
  });

  it('of several members is all of them', async () => {
    const { unpacked, fault } = await unpack(Buffer.concat([packed, gzipSync('and more')]));
    expect(fault).toBe(null);
    expect(unpacked.subarray(plain.length).toString()).toBe('and more');
  });

  it('with zeros after it, as tapes leave them, is whole', async () => {
    const { unpacked, fault } = await unpack(Buffer.concat([packed, Buffer.alloc(1000)]));
    expect(fault).toBe(null);
    expect(unpacked.equals(plain)).toBe(true);
  });

  it.each([
    ['a word', 'something else'],
    ['what looks like a member', '\u001f\u008bno member'],
    ['much', 'x'.repeat(100_000)],
  ])('with %s after it gives all of what stands before that, then the fault', async (_, garbage) => {
    const { unpacked, fault } = await unpack(Buffer.concat([packed, Buffer.from(garbage, 'latin1')]));
    expect(fault).toBe('Z_DATA_ERROR');
    expect(unpacked.equals(plain)).toBe(true);
  });

  it('that is cut off gives what can be unpacked, then the fault', async () => {
    const { unpacked, fault } = await unpack(packed.subarray(0, packed.length - 30_000));
    expect(fault).toBe('Z_BUF_ERROR');
    expect(unpacked.length).toBeGreaterThan(plain.length - 40_000);
    expect(unpacked.equals(plain.subarray(0, unpacked.length))).toBe(true);
  });
});
