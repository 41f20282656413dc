/*
 * The test vectors of the age format by its author (C2SP CCTV): every file that is to be refused is refused, for the
 * reason that is meant, and every other one opens to the content that is meant.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { afterAll, describe, expect, test } from 'vitest';
import { openAge, parseIdentities } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-age-vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Vector {
  name: string;
  expect: string;
  payload: string | undefined;
  identities: string[];
  bytes: Buffer;
}

/** Fields of text, an empty line, and the file. */
function vectorOf(name: string, vector: Uint8Array): Vector {
  const all = Buffer.from(vector);
  const end = all.indexOf('\n\n');
  const fields = all
    .subarray(0, end)
    .toString()
    .split('\n')
    .map((line) => line.split(/: (.*)/su) as [string, string]);
  const field = (wanted: string) => fields.find(([key]) => key === wanted)?.[1];
  const file = all.subarray(end + 2);
  return {
    name,
    expect: field('expect')!,
    payload: field('payload'),
    identities: fields.flatMap(([key, value]) => (key === 'identity' ? [value] : [])),
    bytes: field('compressed') === 'zlib' ? inflateSync(file) : file,
  };
}

const all = Object.entries(vectors as Record<string, Uint8Array>).map(([name, bytes]) =>
  vectorOf(name, bytes),
);

/** Ours are X25519, in binary: pass phrases, armour and hybrid keys are for others. */
const isOurs = ({ name, identities }: Vector) =>
  !/^(?:armor|scrypt)/u.test(name) &&
  identities.length > 0 &&
  identities.every((text) => text.startsWith('AGE-SECRET-KEY-1'));

const codes: Record<string, string> = {
  success: 'opened',
  'no match': 'SEALED_KEY',
  'HMAC failure': 'SEALED_DAMAGED',
  'header failure': 'SEALED_DAMAGED',
  'payload failure': 'SEALED_DAMAGED',
};

async function outcome({ name, bytes, identities }: Vector): Promise<[string, string | undefined]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const hash = createHash('sha256');
  try {
    using file = await openAge(path, parseIdentities(identities.join('\n')));
    for (const piece of file.stream()) hash.update(piece);
    return ['opened', hash.digest('hex')];
  } catch (error) {
    return [(error as { code: string }).code, undefined];
  }
}

describe('vectors with X25519 identities', () => {
  const ours = all.filter(isOurs);

  test('are most of them', () => {
    expect(all.length).toBeGreaterThanOrEqual(140);
    expect(ours.length).toBeGreaterThanOrEqual(60);
  });

  test.each(ours.map((vector) => [vector.name, vector.expect, vector] as const))(
    '%s: %s',
    async (_, wanted, vector) => {
      expect(await outcome(vector)).toEqual([
        codes[wanted],
        wanted === 'success' ? vector.payload : undefined,
      ]);
    },
  );
});
