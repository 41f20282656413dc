import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { examine } from './examine.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-fixed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A number with its key, of a woman or a man, of a year and a month; nobody has it but by chance. */
function madeNir(i: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const body = `${1 + (i % 2)}${two(50 + (i % 50))}${two(1 + (i % 12))}${two(1 + (i % 94))}${String(1 + ((i * 37) % 900)).padStart(3, '0')}${String(1 + ((i * 101) % 990)).padStart(3, '0')}`;
  return body + two(97 - Number(BigInt(body) % 97n));
}

/** Sex, number, names, day of birth and month of registration, without a sign between them. */
const records = Array.from({ length: 400 }, (_, i) => {
  const month = String(1 + (i % 12)).padStart(2, '0');
  const day = String(1 + ((i * 7) % 28)).padStart(2, '0');
  const name = ['FERBONGNAC', 'BOUESCU', 'LE MALBIC', 'MIREUX', 'FALDIAULT DE LA TOUR'][i % 5]!;
  const first = ['ASSIA', 'RUTH', 'MURIEL ANNE', 'YANIS'][i % 4]!;
  return `${1 + (i % 2)}${madeNir(i)}${name.padEnd(22)}${first.padEnd(15)}${1950 + (i % 50)}${month}${day}${2014 + (i % 9)}${month}\r\n`;
}).join('');

async function columnsOf(name: string, bytes: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const report = await examine([path], { workers: 1 });
  return report.tables.map(({ rows, columns }) => ({
    rows,
    classes: columns.map(({ classes }) => classes[0]?.class ?? null),
    evidence: columns.map(({ classes }) => classes[0]?.evidence ?? ''),
  }));
}

describe('records of fixed width without a sign between their columns', () => {
  it('are cut around the identifiers in them', async () => {
    const [table] = await columnsOf('register.dat', records);
    expect(table?.rows).toBe(400);
    expect(table?.classes).toHaveLength(6);
    expect(table?.classes[1]).toBe('Social security numbers');
    expect(table?.evidence[1]).toMatch(/^bytes 2–16 of each line; /u);
    expect(table?.classes[4]).toBe('Dates of birth');
  });

  it('are cut alike where they lie in an archive', async () => {
    expect(await columnsOf('packed.dat.gz', gzipSync(records))).toEqual(
      await columnsOf('plain.dat', records),
    );
  });
});
