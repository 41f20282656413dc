import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ByteSink, createMaskKeys, createTags } from '../../../mask/index.ts';
import type { MaskKeyList } from '../../../store/index.ts';
import { isMoreThanChance } from './trace-result.ts';
import { traceSample } from './trace-sample.ts';

type Key = MaskKeyList['keys'][number];

function keyNamed(name: string, vendors: (string | null)[] = [null]): Key {
  const recipients = vendors.map((vendor) => ({
    keyId: createHash('sha256').update(`${name} ${vendor}`).digest('hex').slice(0, 16),
    secret: createHash('sha256').update(`secret ${name} ${vendor}`).digest(),
    recipient: { vendor, environment: null, date: '2026-11-23' },
  }));
  return { name, madeAt: '2026-11-23T09:00:00.000Z', recipients };
}

const shop = keyNamed('shop', ['Capgemini', 'Majorel']);
const other = keyNamed('other');

function tag(key: Key, recipient: number, value: number): string {
  const out = new ByteSink();
  const { secret } = key.recipients[recipient]!;
  createTags(createMaskKeys(secret)).write(Math.imul(value, 0x9e3779b1) >>> 0, value, out);
  return Buffer.from(out.take()).toString();
}

function maskedRows(key: Key, recipient: number, rows: number): string {
  return Array.from(
    { length: rows },
    (_, i) => `(${i},'Hugo','hugo.montcivard.${tag(key, recipient, i)}@d7qkz9.example.com','06 39 98 12 34')`,
  ).join(',\n');
}

const realRows = `(1,'Jean','jean.durand@orange.test','06 12 34 56 78'),\n(2,'Ana','ana@mail.example','06 12 34 56 79')`;

async function trace(text: string | Uint8Array, keys: Key[] = [other, shop]): ReturnType<typeof traceSample> {
  return traceSample(pieces(Buffer.from(text), 1 << 16), { keys });
}

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

describe('a sample', () => {
  test('of a masked copy tells for whom it was made', async () => {
    const { verdict, recipients, real, masked } = await trace(maskedRows(shop, 1, 10));
    expect({ verdict, real, masked }).toEqual({ verdict: 'masked', real: 0, masked: 10 });
    expect(recipients).toEqual([
      {
        key: 'shop',
        keyId: shop.recipients[1]!.keyId,
        vendor: 'Majorel',
        environment: null,
        date: '2026-11-23',
        verified: 10,
      },
    ]);
  });

  test('of one line is enough, in capitals too', async () => {
    expect(await trace(maskedRows(shop, 0, 1).toUpperCase())).toMatchObject({ verdict: 'masked', masked: 1 });
  });

  test('that is not masked is real, and no value of it is told', async () => {
    const result = await trace(realRows);
    expect(result).toMatchObject({ verdict: 'real', masked: 0, recipients: [] });
    expect(result.kinds.email.real).toBe(2);
    expect(JSON.stringify(result)).not.toMatch(/durand|orange|56 78/u);
  });

  test('that holds both is mixed', async () => {
    const result = await trace(`${maskedRows(shop, 0, 5)},${realRows}`);
    expect(result).toMatchObject({ verdict: 'mixed', masked: 5 });
    expect(result.kinds.email.real).toBe(2);
  });

  test('of a copy under a key that is not known is unknown, and says so', async () => {
    const result = await trace(maskedRows(shop, 0, 50), [other]);
    expect(result).toMatchObject({ verdict: 'unknown', masked: 0, real: 0 });
    expect(result.sentences.join()).toContain('of no key known here');
  });

  test('that holds nothing to tell by is unknown', async () => {
    expect((await trace('CREATE TABLE t (id int);\n')).verdict).toBe('unknown');
    expect(await trace('')).toMatchObject({ verdict: 'unknown', sentences: ['the sample is empty'] });
    expect((await trace('1 84 12 76 451 089 46', [])).sentences.join()).toContain(
      'valid, as masked ones are too',
    );
  });

  test('of two copies names both, the one with more tags first', async () => {
    const { recipients } = await trace(
      `${maskedRows(shop, 0, 3)}${maskedRows(shop, 1, 7)}${maskedRows(other, 0, 5)}`,
    );
    expect(recipients.map(({ key, vendor, verified }) => [key, vendor, verified])).toEqual([
      ['shop', 'Majorel', 7],
      ['other', null, 5],
      ['shop', 'Capgemini', 3],
    ]);
  });

  test('is told by the tags of user names, tokens and addresses of pages', async () => {
    const words = [
      `'hugomontcivard${tag(shop, 0, 1)}'`,
      `'hugo_${tag(shop, 0, 2)}'`,
      `'${tag(shop, 0, 3)}Zk29xA0_-=='`,
      `'https://d7qkz9.example.com/${tag(shop, 0, 4)}.pdf'`,
    ];
    for (const word of words)
      expect(await trace(word)).toMatchObject({ verdict: 'masked', kinds: { tag: { masked: 1 } } });
  });

  test('gives the same result however it comes in pieces, packed, in UTF-16, or as files of a folder', async () => {
    const text = `${maskedRows(shop, 0, 20)},\n${realRows}\n`;
    const wanted = await trace(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 900 }), async (length) => {
        expect(await traceSample(pieces(Buffer.from(text), length), { keys: [shop, other] })).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
    expect(await trace(gzipSync(text))).toEqual(wanted);
    const utf16 = await trace(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect([utf16.verdict, utf16.masked, utf16.real]).toEqual([wanted.verdict, wanted.masked, wanted.real]);
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tocsin-trace-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('of a folder are read, all of them', async () => {
    mkdirSync(join(folder, 'under'));
    writeFileSync(join(folder, 'a.sql'), maskedRows(shop, 0, 3));
    writeFileSync(join(folder, 'under', 'b.sql.gz'), gzipSync(maskedRows(shop, 0, 4)));
    expect(await traceSample(folder, { keys: [shop] })).toMatchObject({ verdict: 'masked', masked: 7 });
  });

  test('that are not there are told', async () => {
    await expect(traceSample(join(folder, 'none.sql'), { keys: [] })).rejects.toThrow('there is no');
  });
});

test('texts that look like tags are not taken for tags of a key by chance alone', () => {
  expect(isMoreThanChance(1, 10)).toBe(true);
  expect(isMoreThanChance(0, 10)).toBe(false);
  // of a million such texts fifteen pass
  expect(isMoreThanChance(15, 1_000_000)).toBe(false);
  expect(isMoreThanChance(20, 1_000_000)).toBe(false);
  expect(isMoreThanChance(100, 1_000_000)).toBe(true);
});

test('random words of the form of tags do not make a real dump look masked', async () => {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  let state = 1;
  const next = () => (state = Math.imul(state, 1_103_515_245) + 12_345) >>> 16;
  const words = Array.from({ length: 200_000 }, () =>
    Array.from({ length: 16 }, () => letters[next() & 31]).join(''),
  );
  const result = await trace(`${words.join('\n')}\n${realRows}`);
  expect(result).toMatchObject({ verdict: 'real', recipients: [] });
});

test('one number that looks like a telephone’s among thousands of tags is chance, beside a few it is not', async () => {
  const number = "\n(1,'06 12 34 56 78')";
  expect(await trace(maskedRows(shop, 0, 2000) + number)).toMatchObject({ verdict: 'masked', real: 1 });
  expect(await trace(maskedRows(shop, 0, 20) + number)).toMatchObject({ verdict: 'mixed', real: 1 });
});
