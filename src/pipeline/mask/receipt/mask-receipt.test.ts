import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type InstanceHome, openHome } from '../../../store/index.ts';
import { openReceipt, type ReceiptFacts } from './mask-receipt.ts';
import { verifyCopy } from './verify-copy.ts';
import { receiptPath, writeReceipt } from './write-receipt.ts';

let folder: string;
let home: InstanceHome;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-receipt-'));
  home = openHome(join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function factsOf(files: Record<string, string>): ReceiptFacts {
  return {
    made: { at: '2026-11-23T09:00:00.000Z', by: 'ada', version: '1.0.0' },
    key: {
      name: 'shop',
      id: '0123456789abcdef',
      recipient: { vendor: 'Majorel', environment: 'test', date: '2026-11-23' },
    },
    input: { files: [{ bytes: 10, sha256: hash('sha256', 'source') }], leftOut: 0 },
    output: {
      files: Object.entries(files).map(([place, text]) => ({
        place,
        bytes: Buffer.byteLength(text),
        sha256: hash('sha256', text),
      })),
    },
    plan: {
      sha256: hash('sha256', 'plan'),
      tables: { users: { email: 'mask email' } },
      statements: {},
      files: 'text',
    },
    coverage: {
      tables: 1,
      columns: { masked: 1, kept: 0 },
      rows: 2,
      masked: { email: 2 },
      foundInTexts: 0,
      statements: {},
      stoodAside: 0,
    },
    survivors: { found: 0, forms: ['plain'], real: { email: 2 } },
    drift: [],
    subset: null,
  };
}

/** A copy of one file, with its receipt. */
function madeCopy(text = 'masked\n'): string {
  const copy = join(folder, 'out.sql');
  writeFileSync(copy, text);
  writeReceipt(home, receiptPath(copy), factsOf({ '': text }));
  return copy;
}

describe('a receipt', () => {
  test('holds for the copy it is of, and says for whom that is', async () => {
    const copy = madeCopy();
    const verdict = await verifyCopy(copy, receiptPath(copy));
    expect(verdict).toMatchObject({ ok: true, problems: [] });
    expect(verdict.holds.join('\n')).toContain('for Majorel, test');
    expect(statSync(receiptPath(copy)).mode & 0o777).toBe(0o644);
  });

  test('does not hold for a copy of which any byte was changed', async () => {
    const copy = madeCopy();
    for (const changed of ['Masked\n', 'masked', 'masked\n\n', '']) {
      writeFileSync(copy, changed);
      expect((await verifyCopy(copy, receiptPath(copy))).problems).toEqual([
        { place: 'out.sql', what: 'it was changed after it was masked' },
      ]);
    }
  });

  test('of which any byte was changed does not hold', () => {
    const copy = madeCopy();
    const bytes = readFileSync(receiptPath(copy));
    expect(typeof openReceipt(bytes.toString())).toBe('object');
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 127 }), (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= flip;
        expect(typeof openReceipt(changed.toString())).toBe('string');
      }),
      { numRuns: 300 },
    );
    for (const written of [
      `${bytes.toString()} `,
      bytes.toString().replace('"bytes"', '"bytes": 1, "bytes"'),
    ])
      expect(typeof openReceipt(written)).toBe('string');
  });

  test('of another signer does not hold where one is expected', async () => {
    const copy = madeCopy();
    const own = openReceipt(readFileSync(receiptPath(copy), 'utf8'));
    if (typeof own === 'string') throw new Error(own);
    const { publicKey } = own;
    expect((await verifyCopy(copy, receiptPath(copy), { publicKey })).ok).toBe(true);
    const other = writeReceipt(
      openHome(join(folder, 'other')),
      join(folder, 'other.json'),
      factsOf({ '': 'masked\n' }),
    );
    const verdict = await verifyCopy(copy, join(folder, 'other.json'), { publicKey });
    expect(verdict.problems[0]!.what).toBe('it is signed by another key than the one given');
    expect((await verifyCopy(copy, join(folder, 'other.json'))).remarks[0]).toContain('was not checked');
    expect((await verifyCopy(copy, join(folder, 'other.json'), { own: other.publicKey })).remarks).toEqual(
      [],
    );
  });

  test('of a folder is of all its files, and of no others', async () => {
    const copy = join(folder, 'out');
    const files = { 'a.csv': 'one\n', 'under/b.csv': 'two\n' };
    mkdirSync(join(copy, 'under'), { recursive: true });
    for (const [place, text] of Object.entries(files)) writeFileSync(join(copy, place), text);
    writeReceipt(home, receiptPath(`${copy}/`), factsOf(files));
    expect((await verifyCopy(copy, receiptPath(copy))).ok).toBe(true);
    writeFileSync(join(copy, 'c.csv'), '');
    rmSync(join(copy, 'a.csv'));
    expect((await verifyCopy(copy, receiptPath(copy))).problems).toEqual([
      { place: 'c.csv', what: 'it is not in the receipt' },
      { place: 'a.csv', what: 'it is missing' },
    ]);
    writeFileSync(join(folder, 'file'), '');
    expect((await verifyCopy(join(folder, 'file'), receiptPath(copy))).problems[0]!.what).toContain(
      'a folder',
    );
  });

  test('that is missing, and a copy that is missing, are errors', async () => {
    const copy = madeCopy();
    await expect(verifyCopy(copy, join(folder, 'none.json'))).rejects.toThrow('the receipt cannot be read');
    await expect(verifyCopy(join(folder, 'none'), receiptPath(copy))).rejects.toThrow('there is no');
    writeFileSync(receiptPath(copy), '{"format":"something else"}');
    expect((await verifyCopy(copy, receiptPath(copy))).problems[0]!.what).toBe(
      'it cannot be read as a receipt',
    );
  });
});
